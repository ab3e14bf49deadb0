package io.pumpwatch.hil;

import java.io.IOException;

/** A Pi without a clock battery: 1970 at the agent's start, then set, then an hour back. */
final class BadClock {
    /** The call of a program that keeps the time, adjtimex on arm64: status in step, no error. */
    private static final String KERNEL_IN_STEP =
            "perl -e '$t = pack(\"Lx4q4lx4\", 0x14, 0, 0, 0, 0, 0).(\"\\0\" x 400); exit(syscall(171, $t) < 0)'";

    private final Station station;

    BadClock(Station station) {
        this.station = station;
    }

    void unsetThenSteps() throws IOException {
        Guest pi = station.pi();
        station.stop();
        int steps = station.entries("clock-stepped");
        int trust = station.entries("clock-trust-changed");
        pi.run("date -s 1970-01-02").good();
        pi.run("systemctl start pumpwatch", Station.LONG).good();
        station.untilStatus("\"clockTrust\":\"unset\"", true);
        pi.run("date -s '2026-12-01 10:00'").good();
        station.untilEntries("clock-stepped", steps);
        // In step with a time server, as systemd-timesyncd says it.
        pi.run("mkdir -p /run/systemd/timesync; touch /run/systemd/timesync/synchronized")
                .good();
        station.untilStatus("\"clockTrust\":\"ntp\"", true);
        station.untilEntries("clock-trust-changed", trust);
        pi.run("date -s '2026-12-01 09:00'").good();
        station.untilEntries("clock-stepped", steps + 1);
        station.untilWell();
        // chrony and ntpd leave no mark: they tell the kernel, which the agent's sandbox may not ask by itself. The
        // image
        // goes without D-Bus, by which timedatectl asks; a Pi has it.
        pi.run("systemctl unmask dbus.service dbus.socket; systemctl start dbus.socket dbus.service", Station.SOON)
                .good();
        pi.run("rm /run/systemd/timesync/synchronized").good();
        station.untilStatus("\"clockTrust\":\"ntp\"", false);
        pi.run(KERNEL_IN_STEP).good();
        station.untilStatus("\"clockTrust\":\"ntp\"", true);
        pi.run("systemctl mask --now dbus.service dbus.socket", Station.SOON).good();
    }
}
