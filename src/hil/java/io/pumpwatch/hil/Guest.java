package io.pumpwatch.hil;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;

/** One virtual Pi; commands go in and answers come out by a port of the machine, not by its network. */
final class Guest implements AutoCloseable {
    private static final String HIL = "src/hil/hil";
    private static final Duration BOOT = Duration.ofMinutes(6);
    private static final int SKIPPED = 77;

    private final Path folder;
    private final Path disk;
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private Process machine;
    private SocketChannel channel;
    private BufferedReader in;
    private OutputStream out;

    /** What a command gave. */
    record Result(int code, String output) {
        String good() {
            if (code != 0) {
                throw new AssertionError("exit code " + code + ": " + output);
            }
            return output;
        }
    }

    /**
     * Boots a machine with a fresh disk and these files beside it, under /mnt. With {@code -Dhil.disk=FILE} it begins
     * with a copy of that disk, such as one with everything installed: for work on single tests.
     */
    static Guest boot(Path folder, List<Path> files) throws IOException, InterruptedException {
        int image = new ProcessBuilder(HIL, "image").inheritIO().start().waitFor();
        Assumptions.assumeTrue(image != SKIPPED, "the tools for the virtual Pi are missing");
        Path share = Files.createDirectories(folder.resolve("share"));
        for (Path file : files) {
            Files.copy(file, share.resolve(file.getFileName()));
        }
        Guest guest = new Guest(folder);
        guest.must("mke2fs", "-q", "-F", "-t", "ext4", "-L", "share", "-d", share.toString(), guest.share(), "64M");
        String from = System.getProperty("hil.disk", "");
        if (from.isEmpty()) {
            guest.must(HIL, "disk", guest.disk.toString());
        } else {
            Files.copy(Path.of(from), guest.disk);
        }
        guest.start();
        return guest;
    }

    private Guest(Path folder) {
        this.folder = folder;
        this.disk = folder.resolve("pi.qcow2");
    }

    private String share() {
        return folder.resolve("share.img").toString();
    }

    private void must(String... command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code);
        }
    }

    /** Boots on the disk as it is. */
    void start() throws IOException {
        Path socket = folder.resolve("control");
        Files.deleteIfExists(socket);
        machine = new ProcessBuilder(HIL, "run", disk.toString(), share(), socket.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("qemu.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(socket) || !machine.isAlive());
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        out = Channels.newOutputStream(channel);
        String line = answer(in::readLine, BOOT);
        if (!line.startsWith("ready")) {
            throw new IOException("the guest said " + line);
        }
        run("mkdir -p /mnt; mount -o ro LABEL=share /mnt").good();
    }

    /** Runs that with bash; at most a minute. */
    Result run(String command) throws IOException {
        return run(command, Duration.ofMinutes(1));
    }

    Result run(String command, Duration atMost) throws IOException {
        out.write((Base64.getEncoder().encodeToString(command.getBytes(StandardCharsets.UTF_8)) + "\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        String[] words = answer(in::readLine, atMost).split(" ", -1);
        String output =
                words.length > 2 ? new String(Base64.getDecoder().decode(words[2]), StandardCharsets.UTF_8) : "";
        return new Result(Integer.parseInt(words[1]), output);
    }

    private String answer(Callable<String> read, Duration atMost) throws IOException {
        try {
            String line = reader.submit(read).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                throw new IOException("the guest is gone: " + Files.readString(folder.resolve("qemu.log")));
            }
            return line;
        } catch (TimeoutException slow) {
            throw new IOException("no answer within " + atMost, slow);
        } catch (ExecutionException broken) {
            throw new IOException(broken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Current on an input of the converter. */
    void milliamps(int input, double currentMa) throws IOException {
        long counts = Math.round(currentMa / 1000 * 100 / 4.096 * 32768);
        hilsim("ain", input + " " + counts);
    }

    /** Level of an input pin. */
    void pin(int pin, boolean high) throws IOException {
        hilsim("gpio", pin + " " + (high ? 1 : 0));
    }

    /** Writes to one of the module's files. */
    void hilsim(String file, String value) throws IOException {
        run("echo '" + value + "' > /sys/kernel/debug/hilsim/" + file).good();
    }

    /** An output pin as the kernel's chip sees it: {@code in} while nobody drives it, else its level 0 or 1. */
    String output(int pin) throws IOException {
        return run("awk '$1 == " + pin + " { print $2 == \"in\" ? $2 : $4 }' /sys/kernel/debug/hilsim/gpio")
                .good()
                .strip();
    }

    /** Until an output pin is so. */
    void untilOutput(int pin, String level) {
        await("pin " + pin + " is " + level)
                .atMost(Station.SOON)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> output(pin).equals(level));
    }

    /** Until a command's output has these words. */
    void until(String command, String words) {
        await(command + ": " + words)
                .atMost(Station.SOON)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> run(command).output().contains(words));
    }

    /** A command that had an answer, if a bad one; where the guest itself doesn't answer, waiting on is of no use. */
    static boolean isAnswer(Throwable fault) {
        return fault instanceof AssertionError;
    }

    /** The plug is pulled. */
    void kill() throws InterruptedException, IOException {
        machine.descendants().forEach(ProcessHandle::destroyForcibly);
        machine.destroyForcibly().waitFor();
        channel.close();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (machine.isAlive()) {
            kill();
        }
        reader.shutdownNow();
    }
}
