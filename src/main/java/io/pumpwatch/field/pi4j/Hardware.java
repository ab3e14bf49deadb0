package io.pumpwatch.field.pi4j;

import com.pi4j.boardinfo.util.BoardInfoHelper;
import io.pumpwatch.station.Text;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** The real hardware: opened, and looked at before, because Pi4J only logs much of what is missing. */
public final class Hardware {
    private static final Path CHIPS = Path.of("/sys/bus/gpio/devices");
    private static final Path DEV = Path.of("/dev");

    private Hardware() {}

    /** Opens what the settings name; never fails: what doesn't answer is a fault of its channel, and tried again. */
    public static Pi4jField open(Pi4jSettings settings, LongSupplier uptimeNs) {
        Pi4jField field = new Pi4jField(settings, LinuxI2c::open, new GpiodLines(), uptimeNs);
        field.start();
        return field;
    }

    /** Has Pi4J find out what board this is, which it does once; the longest part of opening the hardware. */
    public static void lookAtBoard() {
        if (isPi()) {
            var unused = BoardInfoHelper.current();
        }
    }

    private static boolean isPi() {
        return System.getProperty("os.arch", "").equals("aarch64");
    }

    /**
     * Writes what each pin must be when the agent is dead, a line each ({@code PIN LEVEL}): systemd's service sets it
     * when the agent has ended, however that came.
     *
     * @param file in a folder that goes with the service
     */
    public static void writeDeadStates(Pi4jSettings settings, Path file) throws IOException {
        StringBuilder lines = new StringBuilder();
        settings.relays()
                .forEach(relay -> lines.append(relay.pin())
                        .append(' ')
                        .append(relay.level(relay.agentDead()) ? 1 : 0)
                        .append('\n'));
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, lines);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What is missing on this machine, all at once; empty where nothing is. */
    public static List<Text> missing(Pi4jSettings settings) {
        List<Text> missing = new ArrayList<>();
        boolean nothing = settings.chips().isEmpty()
                && settings.contacts().isEmpty()
                && settings.relays().isEmpty();
        if (nothing) {
            // All inputs come another way: no pin and no bus is ever opened.
            return missing;
        }
        if (!isPi()) {
            String arch = System.getProperty("os.arch", "");
            missing.add(new Text(
                    "this machine is " + arch + "; Pi4J's libraries are for a 64-bit Raspberry Pi (aarch64)",
                    "本机为 " + arch + "；Pi4J 的库只适用于 64 位树莓派 (aarch64)"));
            return missing;
        }
        boolean pins = !settings.contacts().isEmpty() || !settings.relays().isEmpty();
        if (pins && !BoardInfoHelper.runningOnRaspberryPi()) {
            missing.add(new Text(
                    "Pi4J doesn't know this board (/proc/device-tree/model); it then opens no pin",
                    "Pi4J 不认识本板 (/proc/device-tree/model)，无法打开任何引脚"));
        }
        if (pins) {
            pins().ifPresent(missing::add);
        }
        TreeSet<Integer> buses = new TreeSet<>();
        settings.chips().forEach(chip -> buses.add(chip.bus()));
        for (int bus : buses) {
            bus(bus).ifPresent(missing::add);
        }
        return missing;
    }

    private static Optional<Text> bus(int bus) {
        Path device = DEV.resolve("i2c-" + bus);
        if (!Files.exists(device)) {
            return Optional.of(new Text(
                    device + " is missing: switch I2C on (raspi-config, or dtparam=i2c_arm=on) and load i2c-dev",
                    "缺少 " + device + "：请启用 I2C (raspi-config 或 dtparam=i2c_arm=on) 并加载 i2c-dev"));
        }
        if (!Files.isReadable(device) || !Files.isWritable(device)) {
            return Optional.of(new Text(
                    "no right to read and write " + device + ": the agent's user must be in the group i2c",
                    "没有读写 " + device + " 的权限：程序用户须属于 i2c 组"));
        }
        return Optional.empty();
    }

    private static Optional<Text> pins() {
        try (DirectoryStream<Path> chips = Files.newDirectoryStream(CHIPS, "gpiochip*")) {
            for (Path chip : chips) {
                if (label(chip).contains("pinctrl")) {
                    Path device = DEV.resolve(String.valueOf(chip.getFileName()));
                    return Files.isReadable(device) && Files.isWritable(device)
                            ? Optional.empty()
                            : Optional.of(new Text(
                                    "no right to read and write " + device
                                            + ": the agent's user must be in the group gpio (udev rule of the package)",
                                    "没有读写 " + device + " 的权限：程序用户须属于 gpio 组 (软件包的 udev 规则)"));
                }
            }
        } catch (IOException none) {
            return Optional.of(new Text("there is no GPIO chip: " + CHIPS + " is missing", "没有 GPIO 芯片：缺少 " + CHIPS));
        }
        // The label isn't in sysfs on every kernel: the library itself has the last word when it opens the chip.
        return Optional.empty();
    }

    private static String label(Path chip) {
        try {
            return Files.readString(chip.resolve("label")).strip();
        } catch (IOException none) {
            return "";
        }
    }
}
