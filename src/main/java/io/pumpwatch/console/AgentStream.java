package io.pumpwatch.console;

import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.Status;
import io.pumpwatch.station.Clock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the agent's live state as it streams it, and after a lost connection goes on where that one ended: the agent
 * then tells of each entry that was missed. A thread of its own.
 */
final class AgentStream implements Runnable {
    private static final long AGAIN_MS = 500;
    private static final int EVENT_MAX = 8 * 1024 * 1024;

    private final AgentHttp http;
    private final Clock clock;
    private final BlockingQueue<Message> messages;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable String lastId;

    /**
     * A stream that isn't read yet.
     *
     * @param http whose patience for reading is the longest silence; the agent says something each second
     */
    AgentStream(AgentHttp http, Clock clock, BlockingQueue<Message> messages) {
        this.http = http;
        this.clock = clock;
        this.messages = messages;
    }

    /** Ends the reading, at the latest after the silence that it bears. */
    void end() {
        ended.countDown();
    }

    @Override
    public void run() {
        try {
            do {
                messages.put(new Message.Gone(once()));
            } while (!ended.await(AGAIN_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection to its end; says why it ended. */
    private String once() throws InterruptedException {
        try {
            HttpURLConnection connection = http.stream(lastId);
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                read(lines);
                return "";
            } finally {
                connection.disconnect();
            }
        } catch (IOException gone) {
            return gone.getMessage() == null ? gone.getClass().getSimpleName() : gone.getMessage();
        }
    }

    private void read(BufferedReader lines) throws IOException, InterruptedException {
        String event = "";
        StringBuilder data = new StringBuilder();
        String line = lines.readLine();
        while (line != null && ended.getCount() > 0) {
            if (line.isEmpty()) {
                take(event, data.toString());
                event = "";
                data.setLength(0);
            } else if (line.startsWith("event:")) {
                event = line.substring("event:".length()).strip();
            } else if (line.startsWith("id:")) {
                lastId = line.substring("id:".length()).strip();
            } else if (line.startsWith("data:")) {
                if (data.length() + line.length() > EVENT_MAX) {
                    throw new AgentHttp.Stranger("text/event-stream, an event above 8 MB");
                }
                data.append(line.substring("data:".length()));
            }
            line = lines.readLine();
        }
    }

    private void take(String event, String data) throws IOException, InterruptedException {
        long now = clock.now().uptimeMs();
        switch (event) {
            case "status" -> messages.put(new Message.Live(JSON.std.beanFrom(Status.class, data), now));
            case "alarms" -> {
                List<AlarmList.Alarm> alarms = JSON.std.listOfFrom(AlarmList.Alarm.class, data);
                messages.put(new Message.Live(new Data.Asking(alarms), now));
            }
            case "entry", "reset" -> messages.put(new Message.Kept());
            default -> {
                // Kinds of events may be added; a console that doesn't know one goes on without.
            }
        }
    }
}
