package io.pumpwatch.dispatch;

import io.pumpwatch.dispatch.LinkConfig.Receipts;
import io.pumpwatch.dispatch.LinkState.Cue;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.Now;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The link without its thread: what came goes in through {@link #take}, {@link #work} does what is due. Owned by one
 * thread; time is an argument.
 */
final class LinkCore implements LinkCommands.Actions {
    private final LinkConfig config;
    private final LinkTimes times;
    private final Outbox outbox;
    private final Station station;
    private final Transport transport;
    private final Transport.Inbox inbox;
    private final Backoff backoff;
    private final LinkFaults faults;
    private final PoisonWatch poison = new PoisonWatch();
    private final EventProbe probe = new EventProbe();
    private final boolean receipts;
    private final InFlight inFlight;
    private final AlarmWatch alarmWatch;
    private final AlarmFlow alarms;
    private final EventFlow events;
    private final Proofs proofs;
    private final Announcer announcer;
    private final LinkCommands commands;
    private final Consumer<LinkNews> news;

    private LinkState state = LinkState.WAITING;
    private long session;
    private long untilMs = Long.MIN_VALUE;
    private long upSinceMs;
    private boolean ownStatusSeen;

    LinkCore(
            LinkConfig config,
            Link.Ports ports,
            Transport transport,
            Transport.Inbox inbox,
            RandomGenerator random,
            Runnable wake) {
        this.config = config;
        this.times = config.times();
        this.receipts = config.receipts() == Receipts.REQUIRED;
        this.outbox = ports.outbox();
        this.station = ports.station();
        this.news = ports.news();
        this.transport = transport;
        this.inbox = inbox;
        this.backoff = new Backoff(times.retryBaseMs(), times.retryCapMs(), random);
        this.faults = new LinkFaults(news);
        this.inFlight = new InFlight(transport, config.window());
        this.alarmWatch = new AlarmWatch(times.alarmConfirmMs(), outbox.confirmed(), news);
        this.alarms = new AlarmFlow(config.topics(), times.stallMs(), poison, alarmWatch);
        this.events = new EventFlow(config, outbox, poison, news);
        this.proofs = new Proofs(config, faults, alarmWatch);
        this.announcer = new Announcer(config, ports, events, proofs, inFlight);
        CommandGate gate = new CommandGate(config, new IdBook(times.commandWindowMs(), ports.ids()));
        this.commands = new LinkCommands(config, gate, station, this, news, wake);
    }

    LinkState state() {
        return state;
    }

    LinkView view(long dropped) {
        return new LinkView(
                state,
                faults.present(),
                outbox.durable(),
                events.sent(),
                events.confirmed(),
                alarmWatch.overdue(),
                dropped,
                commands.refused());
    }

    /** Takes in what the transport reports; reports of an abandoned connection are ignored. */
    void take(Inbound report, Now now) {
        if (report.session() != session || state == LinkState.STOPPED) {
            return;
        }
        if (report instanceof Inbound.Acked acked) {
            acked(acked.token());
        } else if (report instanceof Inbound.Message message) {
            message(message, now);
        } else if (report instanceof Inbound.Up) {
            up(now);
        } else if (report instanceof Inbound.Refused refused) {
            failed(refused.fault(), now);
        } else if (report instanceof Inbound.Lost lost) {
            lost(lost.fault(), now);
        } else if (report instanceof Inbound.Denied denied) {
            faults.began(new LinkFault(LinkFault.Kind.SUBSCRIPTION_DENIED, denied.filter()));
        }
    }

    /**
     * Does what is due.
     *
     * @return uptime at which it wants to be called again at the latest
     */
    long work(Now now) {
        if (state == LinkState.STOPPED) {
            return Long.MAX_VALUE;
        }
        alarms.look(station.alarms(), now.uptimeMs());
        alarmWatch.due(now.uptimeMs());
        if (!state.connected()) {
            return attempt(now);
        }
        if (state == LinkState.READING_BACK && (ownStatusSeen || now.uptimeMs() >= untilMs)) {
            state = state.after(Cue.READ_BACK);
            if (receipts) {
                transport.unsubscribe(
                        List.of(config.topics().alarms(), config.topics().status()));
            }
        }
        if (state == LinkState.LIVE) {
            send(now);
        }
        proofs.judge(now.uptimeMs());
        if (now.uptimeMs() - upSinceMs >= times.stableMs()) {
            backoff.held();
        }
        long next = Math.min(announcer.dueMs(), alarms.heldUntilMs());
        return state == LinkState.READING_BACK ? Math.min(untilMs, next) : next;
    }

    /** Says goodbye and ends; bounded by the transport. */
    void stop(Now now) {
        if (state.connected()) {
            transport.publish(Long.MAX_VALUE, config.topics().status(), announcer.status(false, now), 1, true);
            transport.disconnect();
        } else {
            transport.drop();
        }
        state = state.after(Cue.STOP);
    }

    private long attempt(Now now) {
        if (now.uptimeMs() < untilMs) {
            return untilMs;
        }
        if (state == LinkState.CONNECTING) {
            transport.drop();
            failed(new LinkFault(LinkFault.Kind.NO_ANSWER, config.broker().toString()), now);
            return untilMs;
        }
        state = state.after(Cue.DUE);
        session++;
        untilMs = now.uptimeMs() + times.connectMs();
        transport.connect(session, new Transport.Will(config.topics().status(), announcer.status(false, now)), inbox);
        return untilMs;
    }

    private void up(Now now) {
        if (state != LinkState.CONNECTING) {
            return;
        }
        state = state.after(Cue.UP);
        faults.connected();
        upSinceMs = now.uptimeMs();
        untilMs = now.uptimeMs() + times.readBackMs();
        ownStatusSeen = false;
        alarms.again();
        events.up();
        List<String> filters = new ArrayList<>(List.of(
                config.topics().commands(),
                config.topics().alarms(),
                config.topics().status()));
        probe.up();
        if (!receipts) {
            filters.add(config.topics().event());
            filters.add(config.topics().reading());
        }
        transport.subscribe(filters);
        // Comes back behind the retained alarm states, and so tells that they are complete.
        announcer.up(now);
    }

    private void failed(LinkFault fault, Now now) {
        if (state != LinkState.CONNECTING) {
            return;
        }
        faults.connection(fault);
        boolean standing = fault.kind().standing();
        state = state.after(standing ? Cue.DENIED : Cue.FAILED);
        untilMs = now.uptimeMs() + (standing ? times.standingRetryMs() : backoff.failed());
    }

    private void lost(LinkFault fault, Now now) {
        if (state == LinkState.CONNECTING) {
            failed(fault, now);
            return;
        }
        if (!state.connected()) {
            return;
        }
        Message oldest = inFlight.lost();
        if (oldest != null && oldest.family() != Family.STATUS && poison.lost(oldest.key()) != null) {
            faults.began(new LinkFault(LinkFault.Kind.PAYLOAD_STUBBED, oldest.key()));
            if (oldest.entry() != null) {
                news.accept(new LinkNews.Stubbed(oldest.entry()));
            }
        }
        proofs.disconnected();
        faults.disconnected();
        faults.connection(fault);
        state = state.after(Cue.LOST);
        // A connection that held a while died for a reason outside; the first retry comes soon.
        if (now.uptimeMs() - upSinceMs >= times.stableMs()) {
            backoff.held();
        }
        untilMs = now.uptimeMs() + backoff.failed();
        transport.drop();
    }

    private void acked(long token) {
        Message message = inFlight.acked(token);
        if (message == null) {
            return;
        }
        poison.acked(message.key());
        if (message.entry() != null) {
            events.acked(message.entry());
        }
    }

    private void message(Inbound.Message message, Now now) {
        String topic = message.topic();
        if (commands.isCommand(topic)) {
            commands.message(topic, message.payload(), now);
            return;
        }
        if (topic.equals(config.topics().status()) && !message.retained()) {
            ownStatusSeen = true;
        }
        if (topic.startsWith(config.topics().alarmsPrefix()) && message.retained()) {
            alarms.readBack(topic, message.payload());
        }
        if (!receipts && !message.retained()) {
            if (topic.equals(config.topics().event()) && probe.heard(now.uptimeMs())) {
                transport.unsubscribe(List.of(topic));
            }
            proofs.echo(topic, message.payload(), now.uptimeMs());
        }
    }

    @Override
    public boolean receipt(CommandBody.Receipt receipt, Now now) {
        EntryId before = events.confirmed();
        if (!events.receipt(receipt.upTo())) {
            faults.began(
                    new LinkFault(LinkFault.Kind.RECEIPT_AHEAD, receipt.upTo().toString()));
            return false;
        }
        faults.ended(LinkFault.Kind.RECEIPT_AHEAD);
        boolean moved = events.confirmed().compareTo(before) > 0;
        proofs.receipt(receipt, moved, events.allConfirmed(), now.uptimeMs());
        return true;
    }

    @Override
    public boolean resend(EntryId from, Now now) {
        return events.resend(from, now.uptimeMs());
    }

    @Override
    public void state(Now now) {
        alarms.again();
        announcer.again(now);
    }

    private void send(Now now) {
        boolean careful = poison.careful();
        if (alarms.pump(outbox.durable(), now.uptimeMs(), message -> inFlight.send(message, careful))) {
            proofs.sent(Family.ALARM, now.uptimeMs());
        }
        commands.pump(message -> inFlight.send(message, careful));
        announcer.pump(now);
        if (!receipts && probe.due(now.uptimeMs())) {
            transport.subscribe(List.of(config.topics().event()));
        }
        if (events.pump(message -> inFlight.send(message, careful)) && (receipts || probe.listening())) {
            proofs.sent(Family.EVENT, now.uptimeMs());
        }
    }
}
