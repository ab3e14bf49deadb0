package io.pumpwatch.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transport that a test drives: it writes down what is sent and answers when told to. */
final class FakeTransport implements Transport {
    /** A message that the link handed over. */
    record Sent(long token, String topic, String payload, int qos, boolean retained) {}

    final List<Sent> sent = new ArrayList<>();
    final List<String> subscribed = new ArrayList<>();
    long session;
    int drops;
    boolean full;

    @Nullable
    Will will;

    @Override
    public void connect(long newSession, @Nullable Will newWill, Inbox inbox) {
        session = newSession;
        will = newWill;
    }

    @Override
    public boolean publish(long token, String topic, byte[] payload, int qos, boolean retained) {
        if (full) {
            return false;
        }
        sent.add(new Sent(token, topic, new String(payload, StandardCharsets.UTF_8), qos, retained));
        return true;
    }

    @Override
    public void subscribe(List<String> filters) {
        subscribed.addAll(filters);
    }

    @Override
    public void unsubscribe(List<String> filters) {
        subscribed.removeAll(filters);
    }

    @Override
    public void disconnect() {
        drops++;
    }

    @Override
    public void drop() {
        drops++;
    }

    /** Sent messages whose topic ends so, oldest first. */
    List<Sent> of(String topicPart) {
        return sent.stream().filter(one -> one.topic().contains(topicPart)).toList();
    }
}
