package io.pumpwatch.cli;

import java.util.Timer;
import java.util.TimerTask;

/** Something that a command does later. */
final class Timers {
    private Timers() {}

    static void after(long ms, Runnable what) {
        Timer timer = new Timer("later", true);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        what.run();
                        timer.cancel();
                    }
                },
                ms);
    }
}
