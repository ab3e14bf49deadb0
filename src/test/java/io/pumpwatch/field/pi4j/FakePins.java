package io.pumpwatch.field.pi4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pins whose levels a test sets and whose every change it can see. */
final class FakePins implements GpioPort {
    final Map<Integer, Boolean> levels = new HashMap<>();
    final Set<Integer> held = new HashSet<>();
    final Set<Integer> stuckLow = new HashSet<>();
    final Set<Integer> released = new HashSet<>();
    final List<String> writes = new ArrayList<>();

    @Override
    public Line input(int pin, Pull pull) throws BusFault {
        check(pin);
        levels.putIfAbsent(pin, pull == Pull.UP);
        return new FakeLine(pin);
    }

    @Override
    public Line output(int pin, boolean high) throws BusFault {
        check(pin);
        released.remove(pin);
        write(pin, high);
        return new FakeLine(pin);
    }

    private void check(int pin) throws BusFault {
        if (held.contains(pin)) {
            throw new BusFault("held by another process");
        }
    }

    private void write(int pin, boolean high) {
        writes.add(pin + "=" + (high ? 1 : 0));
        levels.put(pin, high && !stuckLow.contains(pin));
    }

    @Override
    public void close() {
        writes.add("closed");
    }

    private final class FakeLine implements Line {
        private final int pin;

        private FakeLine(int pin) {
            this.pin = pin;
        }

        @Override
        public boolean high() throws BusFault {
            check(pin);
            return levels.getOrDefault(pin, false);
        }

        @Override
        public void set(boolean high) throws BusFault {
            check(pin);
            write(pin, high);
        }

        @Override
        public boolean awaitEdge(long maxMs) {
            return false;
        }

        @Override
        public void release() {
            released.add(pin);
        }
    }
}
