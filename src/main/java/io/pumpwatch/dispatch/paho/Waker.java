package io.pumpwatch.dispatch.paho;

import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Paho 1.2.5 begins three threads for a connection and sleeps for 100 ms behind each of them before it looks whether it
 * runs. Woken out of these sleeps, and of no others, it looks at once: at each start and after each outage dispatch is
 * told 0.3 s sooner. Where the library does it otherwise one day, nobody is found asleep there and nothing is done.
 */
final class Waker implements Runnable {
    private static final String CONNECTS = "MQTT Con: ";
    private static final String INTERNAL = "org.eclipse.paho.client.mqttv3.internal.Comms";
    private static final Set<String> STARTED =
            Set.of(INTERNAL + "Receiver", INTERNAL + "Sender", INTERNAL + "Callback");
    private static final long LOOK_NS = 1_000_000;
    /** The thread that connects is there after some of these. */
    private static final int FIND_LOOKS = 200;
    /** Longer than a connection takes, or is waited for. */
    private static final int LOOKS_MAX = 10_000;

    private final ThreadGroup group;
    private final String name;
    private volatile int woke;
    private volatile boolean ended;

    /** @param clientId of a client whose connecting has been begun on this thread */
    private Waker(String clientId) {
        this.group = Thread.currentThread().getThreadGroup();
        this.name = CONNECTS + clientId;
    }

    /** Stays awake beside a connection that was just begun, and ends with it. */
    static Waker beside(String clientId) {
        Waker waker = new Waker(clientId);
        Thread thread = new Thread(waker, "link-waker");
        thread.setDaemon(true);
        thread.start();
        return waker;
    }

    /** How often somebody was woken. */
    int woke() {
        return woke;
    }

    /** Whether the connection is made, or given up. */
    boolean ended() {
        return ended;
    }

    @Override
    public void run() {
        watch();
        ended = true;
    }

    private void watch() {
        int woken = 0;
        Thread connects = null;
        for (int look = 0; look < LOOKS_MAX; look++) {
            LockSupport.parkNanos(this, LOOK_NS);
            connects = connects == null ? found() : connects;
            boolean over = connects == null ? look > FIND_LOOKS : !connects.isAlive();
            if (over) {
                return;
            }
            if (connects != null
                    && connects.getState() == Thread.State.TIMED_WAITING
                    && waitsForAThread(connects.getStackTrace())) {
                connects.interrupt();
                woke = ++woken;
            }
        }
    }

    private @Nullable Thread found() {
        Thread[] all = new Thread[group.activeCount() + 16];
        int many = group.enumerate(all, false);
        for (int i = 0; i < many; i++) {
            if (all[i].getName().equals(name)) {
                return all[i];
            }
        }
        return null;
    }

    /** Whether a thread sleeps until one that it has begun runs. */
    static boolean waitsForAThread(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (!frame.getClassName().equals(Thread.class.getName())) {
                return STARTED.contains(frame.getClassName())
                        && frame.getMethodName().equals("start");
            }
        }
        return false;
    }
}
