"""A Modbus server for the tests: server.py tcp PORT, or server.py rtu DEVICE. Says "ready" when it answers."""
import asyncio
import struct
import sys

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.server import StartAsyncSerialServer, StartAsyncTcpServer
from pymodbus.transaction import ModbusRtuFramer


def words(form, value):
    """A value as registers, the high word first."""
    raw = struct.pack(">" + form, value)
    return list(struct.unpack(">%dH" % (len(raw) // 2), raw))


def unit(level):
    """Registers 0 to 19 and bits 0 to 19; whatever lies beyond is an illegal address."""
    registers = [0] * 20
    registers[0:1] = words("H", 40000)
    registers[1:2] = words("h", -250)
    registers[2:4] = words("f", level)
    registers[4:6] = list(reversed(words("f", level)))
    registers[6:8] = words("i", -70000)
    registers[8:10] = words("I", 3000000000)
    registers[10:12] = words("f", float("nan"))
    registers[12] = 0b1000_0000_0000_0101
    bits = [False, True] * 10
    return ModbusSlaveContext(
        di=ModbusSequentialDataBlock(0, bits),
        co=ModbusSequentialDataBlock(0, list(reversed(bits))),
        hr=ModbusSequentialDataBlock(0, list(registers)),
        ir=ModbusSequentialDataBlock(0, list(registers)),
        zero_mode=True,
    )


async def main():
    # A unit that isn't there gives no answer, as on a line.
    context = ModbusServerContext(slaves={1: unit(4.25), 2: unit(1.5)}, single=False)
    how, where = sys.argv[1:]
    if how == "tcp":
        server = await StartAsyncTcpServer(
            context,
            address=("127.0.0.1", int(where)),
            ignore_missing_slaves=True,
            allow_reuse_address=True,
            defer_start=True,
        )
        ready = asyncio.create_task(server.serve_forever())
        await asyncio.wait({ready, server.serving}, return_when=asyncio.FIRST_COMPLETED)
        if ready.done():
            await ready
    else:
        server = await StartAsyncSerialServer(
            context,
            framer=ModbusRtuFramer,
            port=where,
            baudrate=9600,
            parity="N",
            ignore_missing_slaves=True,
            defer_start=True,
        )
        await server.start()
        ready = asyncio.create_task(server.serve_forever())
    print("ready", flush=True)
    await ready


asyncio.run(main())
