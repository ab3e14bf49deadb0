package io.pumpwatch.field.pi4j;

import com.pi4j.library.linuxfs.LinuxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tinylog.Logger;

/**
 * An I2C chip by Pi4J's native file library. Each chip has a file handle of its own, because Pi4J's provider shares one
 * for the whole bus and remembers an address even when the kernel refused it: a write could reach another chip.
 */
final class LinuxI2c implements I2cPort {
    private static final long I2C_SLAVE = 0x0703;

    private final LinuxFile file;
    private final byte[] word = new byte[2];

    private LinuxI2c(LinuxFile file) {
        this.file = file;
    }

    static I2cPort open(int bus, int address) throws BusFault {
        Path device = Path.of("/dev/i2c-" + bus);
        if (!Files.exists(device)) {
            throw new BusFault("no " + device);
        }
        try {
            // Whoever closes the port closes the file.
            @SuppressWarnings("resource")
            LinuxFile file = new LinuxFile(device.toString(), "rw");
            try {
                file.ioctl(I2C_SLAVE, address);
            } catch (IOException refused) {
                file.close();
                throw refused;
            }
            return new LinuxI2c(file);
        } catch (IOException refused) {
            throw new BusFault(words(refused));
        } catch (LinkageError | IllegalStateException foreign) {
            throw new BusFault("Pi4J has no library for this machine");
        }
    }

    @Override
    public void write(byte... bytes) throws BusFault {
        try {
            file.write(bytes);
        } catch (IOException failed) {
            throw new BusFault(words(failed));
        }
    }

    @Override
    public int readWord() throws BusFault {
        try {
            if (file.read(word) != 2) {
                throw new BusFault("answers with too little");
            }
        } catch (IOException failed) {
            throw new BusFault(words(failed));
        }
        return (word[0] & 0xff) << 8 | (word[1] & 0xff);
    }

    /** The kernel's words, in those of a fitter. */
    private static String words(IOException failed) {
        String message = String.valueOf(failed.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("no such device") || lower.contains("remote i/o")) {
            return "no answer";
        }
        if (lower.contains("timed out")) {
            return "timed out";
        }
        if (lower.contains("busy")) {
            return "in use by a kernel driver";
        }
        if (lower.contains("permission")) {
            return "no permission";
        }
        return message;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException lost) {
            // It is given up anyway.
            Logger.debug("closing an I2C handle: {}", lost.getMessage());
        }
    }
}
