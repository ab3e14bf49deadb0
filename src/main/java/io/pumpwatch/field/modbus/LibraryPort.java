package io.pumpwatch.field.modbus;

import com.digitalpetri.modbus.TimeoutScheduler;
import com.digitalpetri.modbus.client.ModbusClient;
import com.digitalpetri.modbus.client.ModbusRtuClient;
import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.exceptions.ModbusExecutionException;
import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import com.digitalpetri.modbus.exceptions.ModbusTimeoutException;
import com.digitalpetri.modbus.pdu.ReadCoilsRequest;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsRequest;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.serial.client.SerialPortClientTransport;
import com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport;
import com.fazecast.jSerialComm.SerialPort;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.pumpwatch.field.modbus.ModbusFault.Reach;
import io.pumpwatch.field.modbus.ModbusSettings.Connection;
import io.pumpwatch.field.modbus.ModbusSettings.Rtu;
import io.pumpwatch.field.modbus.ModbusSettings.Table;
import io.pumpwatch.field.modbus.ModbusSettings.Tcp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** A connection by the Modbus library; its threads are daemons and end with it. */
final class LibraryPort implements ModbusPort {
    private final ModbusClient client;
    private final ScheduledExecutorService executor;
    private final @Nullable EventLoopGroup loop;

    private LibraryPort(ModbusClient client, ScheduledExecutorService executor, @Nullable EventLoopGroup loop) {
        this.client = client;
        this.executor = executor;
        this.loop = loop;
    }

    /** Opens it; waits for a TCP server, at most the connection's timeout. */
    static ModbusPort open(Connection connection) throws ModbusFault {
        if (connection.way() instanceof Rtu rtu && !Files.exists(Path.of(rtu.device()))) {
            throw new ModbusFault(Reach.CONNECTION, "no " + rtu.device());
        }
        ThreadFactory threads = daemons("modbus-" + connection.name() + "-library");
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(threads);
        LibraryPort port = connection.way() instanceof Tcp tcp
                ? tcp(connection, tcp, executor, new NioEventLoopGroup(1, threads))
                : rtu(connection, (Rtu) connection.way(), executor);
        try {
            port.client.connect();
            return port;
        } catch (ModbusExecutionException refused) {
            port.close();
            throw new ModbusFault(Reach.CONNECTION, words(connection, refused));
        }
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private static LibraryPort tcp(
            Connection connection, Tcp tcp, ScheduledExecutorService executor, EventLoopGroup loop) {
        Duration timeout = Duration.ofMillis(connection.timeoutMs());
        NettyTcpClientTransport transport = NettyTcpClientTransport.create(config -> {
            config.hostname = tcp.host();
            config.port = tcp.port();
            config.connectTimeout = timeout;
            // It is opened anew by whoever polls, with its own delays.
            config.connectPersistent = false;
            config.eventLoopGroup = loop;
            config.executor = executor;
        });
        return new LibraryPort(
                ModbusTcpClient.create(transport, config -> {
                    config.requestTimeout = timeout;
                    config.timeoutScheduler = TimeoutScheduler.create(executor, executor);
                }),
                executor,
                loop);
    }

    private static LibraryPort rtu(Connection connection, Rtu rtu, ScheduledExecutorService executor) {
        SerialPortClientTransport transport = SerialPortClientTransport.create(config -> {
            config.serialPort = rtu.device();
            config.baudRate = rtu.baud();
            config.dataBits = 8;
            config.stopBits = rtu.stopBits() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT;
            config.parity = switch (rtu.parity()) {
                case NONE -> SerialPort.NO_PARITY;
                case EVEN -> SerialPort.EVEN_PARITY;
                case ODD -> SerialPort.ODD_PARITY;
            };
            config.executor = executor;
        });
        return new LibraryPort(
                ModbusRtuClient.create(transport, config -> {
                    config.requestTimeout = Duration.ofMillis(connection.timeoutMs());
                    config.timeoutScheduler = TimeoutScheduler.create(executor, executor);
                }),
                executor,
                null);
    }

    @Override
    public byte[] read(int unit, Table table, int address, int count) throws ModbusFault {
        try {
            return switch (table) {
                case COIL ->
                    client.readCoils(unit, new ReadCoilsRequest(address, count)).coils();
                case DISCRETE ->
                    client.readDiscreteInputs(unit, new ReadDiscreteInputsRequest(address, count))
                            .inputs();
                case HOLDING ->
                    client.readHoldingRegisters(unit, new ReadHoldingRegistersRequest(address, count))
                            .registers();
                case INPUT ->
                    client.readInputRegisters(unit, new ReadInputRegistersRequest(address, count))
                            .registers();
            };
        } catch (ModbusTimeoutException late) {
            throw new ModbusFault(client.isConnected() ? Reach.UNIT : Reach.CONNECTION, "no answer");
        } catch (ModbusResponseException refused) {
            throw new ModbusFault(Reach.REGISTERS, exception(refused.getExceptionCode()));
        } catch (ModbusExecutionException broken) {
            throw new ModbusFault(Reach.CONNECTION, "connection lost");
        }
    }

    /** What a server answers instead of values, in the protocol's words. */
    private static String exception(int code) {
        return switch (code) {
            case 1 -> "illegal function (1)";
            case 2 -> "illegal data address (2)";
            case 3 -> "illegal data value (3)";
            case 4 -> "device failure (4)";
            case 6 -> "device busy (6)";
            case 10, 11 -> "gateway: no answer (" + code + ")";
            // Over RTU the library gives the function instead of the code.
            default -> code > 0 ? "exception " + code : "refused by the server";
        };
    }

    /** The machine's words, in those of a fitter. */
    private static String words(Connection connection, ModbusExecutionException refused) {
        if (connection.way() instanceof Rtu rtu) {
            Path device = Path.of(rtu.device());
            return Files.isReadable(device) && Files.isWritable(device) ? "can't be opened" : "no permission";
        }
        Throwable cause = refused;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("refused")) {
            return "connection refused";
        }
        if (message.contains("timed out") || message.contains("timeout")) {
            return "no answer";
        }
        return message.contains("unreachable") || message.contains("no route") ? "unreachable" : "can't be reached";
    }

    @Override
    public void close() {
        try {
            client.disconnect();
        } catch (ModbusExecutionException gone) {
            // It is given up anyway.
            Logger.debug("closing a Modbus connection: {}", gone.getMessage());
        }
        executor.shutdownNow();
        if (loop != null) {
            var unused = loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }
}
