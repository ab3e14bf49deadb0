package io.pumpwatch.web;

import io.pumpwatch.alarms.AlarmCommand;
import io.pumpwatch.alarms.Life;
import io.pumpwatch.api.Done;
import io.pumpwatch.duty.AccidentCommand;
import io.pumpwatch.interlocks.InterlockCommand;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Nearest;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Words;
import io.pumpwatch.web.StationPort.Outcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One act on its way: who asks is proven, the command is posted, what belongs to it follows. */
final class Act {
    /** Accident and silence wait no longer than this for a PIN that was given: they are done without it. */
    private static final long HURRY_MS = 1_000;

    private final Verb verb;
    private final Fields fields;
    private final Command command;
    private final StationPort port;
    private final Executor proofs;

    /** Person of the session that asks; null where the body must prove who does. */
    private final @Nullable String session;

    private Act(
            Verb verb, Fields fields, Command command, @Nullable String session, StationPort port, Executor proofs) {
        this.session = session;
        this.verb = verb;
        this.fields = fields;
        this.command = command;
        this.port = port;
        this.proofs = proofs;
    }

    /** Somebody didn't prove who they are. */
    static final class Unproven extends RuntimeException {
        private static final long serialVersionUID = 1;

        final transient Refusal refusal;

        Unproven(Refusal refusal) {
            super(refusal.code(), null, false, false);
            this.refusal = refusal;
        }
    }

    /**
     * Reads and checks the body.
     *
     * @param session person of the session that asks, or null; a signature asks that person's PIN again
     */
    static Act of(Verb verb, byte[] body, @Nullable String session, StationPort port, Executor proofs)
            throws RequestFault {
        Fields fields = Fields.parse(body);
        boolean known = session != null && !fields.has("person");
        if (known && session != null && !fields.has("code")) {
            fields = fields.with("person", session);
        }
        Set<String> needed = verb.needed(fields);
        boolean enough = known && !fields.has("pin") && !fields.has("code") && verb.sessionIsEnough();
        if (enough) {
            needed.remove("pin");
        }
        fields.check(needed, verb.known());
        for (String text : new String[] {"person", "pin", "second", "secondPin", "code", "id"}) {
            fields.text(text);
        }
        if (fields.has("newPin") && !fields.text("newPin").matches("[0-9]{4,12}")) {
            throw RequestFault.field(Refusal.of("field.wrong", "field", "newPin", "form", "form.pin"), "newPin");
        }
        boolean stranger = verb.name().equals("person-add")
                && !port.view().state().duty().people().containsKey(fields.text("id"));
        if (stranger && !fields.has("newPin")) {
            throw RequestFault.field(Refusal.of("field.missing", "field", "newPin"), "newPin");
        }
        return new Act(verb, fields, verb.maker().command(fields, port.view()), enough ? session : null, port, proofs);
    }

    String verb() {
        return verb.name();
    }

    /** Id of the sheet that it is about; empty for none. */
    String sheet() {
        return fields.has("sheet") ? field("sheet") : "";
    }

    /** Does it; fails with {@link Unproven} where a PIN is wrong. */
    CompletableFuture<Outcome> perform() {
        if (session != null) {
            return post(session);
        }
        return switch (verb.proof()) {
            case NOBODY -> hurry();
            case PERSON -> proven("person", "pin").thenCompose(this::post);
            case TWO ->
                proven("person", "pin")
                        .thenCompose(by -> proven("second", "secondPin").thenCompose(also -> post(by)));
            case PERSON_OR_CODE ->
                fields.has("code")
                        ? prove(() -> port.proveFirstCode(field("code"))).thenCompose(done -> post(null))
                        : proven("person", "pin").thenCompose(this::post);
        };
    }

    private String field(String name) {
        try {
            return fields.text(name);
        } catch (RequestFault checkedBefore) {
            throw new IllegalStateException(name, checkedBefore);
        }
    }

    private CompletableFuture<String> proven(String person, String pin) {
        String id = field(person);
        if (!port.view().state().duty().people().containsKey(id)) {
            // Made-up names must cost nothing: no slow hash, and no memory of their wrong PINs.
            return CompletableFuture.failedFuture(new Unproven(Refusal.of("pin.wrong", "person", id)));
        }
        boolean urgent = command instanceof Command.Alarm alarm && alarm.command() instanceof AlarmCommand.Acknowledge;
        boolean atOnce = urgent || verb.proof() == Verb.Proof.NOBODY;
        return prove(() -> atOnce ? port.proveAtOnce(id, field(pin)) : port.prove(id, field(pin)))
                .thenApply(done -> id);
    }

    private CompletableFuture<Boolean> prove(Supplier<Optional<Refusal>> proof) {
        try {
            return CompletableFuture.supplyAsync(proof, proofs).thenApply(refusal -> {
                if (refusal.isPresent()) {
                    throw new Unproven(refusal.get());
                }
                return true;
            });
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(new Unproven(Refusal.of("pin.busy")));
        }
    }

    /** Never refused and never late for a PIN: a person who isn't proven in time is only named. */
    private CompletableFuture<Outcome> hurry() {
        if (!fields.has("person") || !fields.has("pin")) {
            return port.post(unproven(), null);
        }
        CompletableFuture<Boolean> known = proven("person", "pin")
                .thenApply(by -> true)
                .completeOnTimeout(false, HURRY_MS, TimeUnit.MILLISECONDS)
                .exceptionally(wrong -> false);
        return known.thenCompose(is -> is ? port.post(command, field("person")) : port.post(unproven(), null));
    }

    private Command unproven() {
        String person = field("person");
        if (!person.isEmpty()
                && command instanceof Command.Duty duty
                && duty.command() instanceof AccidentCommand.ReportAccident report) {
            Words words = Words.of(port.view().plan().lang());
            String named = words.say("accident.named", Map.of("person", person, "text", report.words()));
            return new Command.Duty(new AccidentCommand.ReportAccident(named.strip()));
        }
        return command;
    }

    private CompletableFuture<Outcome> post(@Nullable String by) {
        return port.post(command, by)
                .thenCompose(outcome -> outcome.refusal().isPresent()
                        ? CompletableFuture.completedFuture(outcome)
                        : after(outcome, by));
    }

    /** What belongs to it once it is done. */
    private CompletableFuture<Outcome> after(Outcome outcome, @Nullable String by) {
        if (fields.has("newPin")) {
            String id = fields.has("id") ? field("id") : field("person");
            return CompletableFuture.supplyAsync(
                    () -> new Outcome(port.setPin(id, field("newPin")), outcome.kept()), proofs);
        }
        if (command instanceof Command.Interlock interlock
                && interlock.command() instanceof InterlockCommand.ResetTrip reset
                && port.view().state().alarms().life(reset.point()) == Life.LATCHED_ACKED) {
            return port.post(new Command.Alarm(new AlarmCommand.Reset(reset.point())), by);
        }
        return CompletableFuture.completedFuture(outcome);
    }

    private String newNumber() {
        try {
            return NewNumber.of(verb.name(), fields, port.view()).orElse("?");
        } catch (RequestFault checkedBefore) {
            throw new IllegalStateException(verb.name(), checkedBefore);
        }
    }

    /** The answer for people. */
    Done done(Lang lang, Reader reader, boolean kept) {
        Words words = Words.of(lang);
        Map<String, String> named = new HashMap<>(new Spoken(port.view(), lang, reader).args(fields.named()));
        named.putIfAbsent("points", words.say("done.all"));
        named.put("new", newNumber());
        String message = reader.say(words, "done." + verb.name(), named);
        if (command instanceof Command.Interlock interlock
                && interlock.command() instanceof InterlockCommand.ResetTrip reset
                && port.view().state().alarms().life(reset.point()).asks()) {
            message = message + " "
                    + words.say("done.stillAsks", Map.of("point", reset.point().toString()));
        }
        return new Done(true, kept, kept ? message : message + " " + words.say("done.notKept"));
    }

    /** The known name nearest to the one that a refusal doesn't know, or null. */
    @Nullable
    String nearest(Refusal refusal) {
        StationPlan plan = port.view().plan();
        for (Map.Entry<String, String> arg : refusal.args().entrySet()) {
            Collection<String> known = switch (arg.getKey()) {
                case "point" ->
                    plan.alarms().points().keySet().stream()
                            .map(AlarmId::toString)
                            .toList();
                case "pump" ->
                    plan.interlocks().pumps().stream()
                            .map(pump -> pump.tag().name())
                            .toList();
                case "header" ->
                    plan.interlocks().headers().stream()
                            .map(header -> header.pressure().name())
                            .toList();
                case "level" ->
                    plan.interlocks().sumps().stream()
                            .map(sump -> sump.level().name())
                            .toList();
                case "output" ->
                    plan.outputs().stream().map(output -> output.tag().name()).toList();
                default -> List.of();
            };
            if (!known.contains(arg.getValue())) {
                String nearest = Nearest.of(arg.getValue(), known);
                if (nearest != null) {
                    return nearest;
                }
            }
        }
        return null;
    }
}
