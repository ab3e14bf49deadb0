package io.pumpwatch.hil;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long from an edge at a contact to the alarm at a subscriber of the guest's broker, by the guest's clock. */
record AlarmTimes(List<Double> ms) {
    /** Raises the float's alarm so many times; the subscriber's own clock says when the message was there. */
    static AlarmTimes measure(Guest pi, int times) throws IOException {
        String output = pi.run("""
                mosquitto_sub -h 127.0.0.1 -F '%%U %%p' -t 'pumpwatch/v1/+/+/alarm/LSHH-301/HH' > /run/alarms & sub=$!
                echo '17 0' > /sys/kernel/debug/hilsim/gpio
                for i in $(seq 50); do [ -s /run/alarms ] && break; sleep 0.1; done
                sleep 1
                for i in $(seq %d); do
                  n=$(grep -c '"state":"unacked"' /run/alarms)
                  echo edge $(date +%%s.%%N)
                  echo '17 1' > /sys/kernel/debug/hilsim/gpio
                  for j in $(seq 100); do
                    [ $(grep -c '"state":"unacked"' /run/alarms) -gt $n ] && break
                    sleep 0.1
                  done
                  grep '"state":"unacked"' /run/alarms | tail -n 1 | cut -d ' ' -f 1 | sed 's/^/told /'
                  echo '17 0' > /sys/kernel/debug/hilsim/gpio
                  sleep 1
                done
                kill $sub""".formatted(times), Station.LONG).good();
        List<Double> ms = new ArrayList<>();
        double edge = 0;
        for (String line : output.lines().toList()) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("edge")) {
                edge = Double.parseDouble(words[1]);
            } else if (words[0].equals("told")) {
                ms.add((Double.parseDouble(words[1]) - edge) * 1_000);
            }
        }
        Collections.sort(ms);
        if (ms.size() != times || ms.get(0) < 0) {
            throw new AssertionError("not every edge was told: " + output);
        }
        return new AlarmTimes(ms);
    }

    double medianMs() {
        return ms.get(ms.size() / 2);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d times, p50 %.0f ms, shortest %.0f ms, longest %.0f ms",
                ms.size(),
                medianMs(),
                ms.get(0),
                ms.get(ms.size() - 1));
    }
}
