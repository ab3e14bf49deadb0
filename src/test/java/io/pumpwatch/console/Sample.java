package io.pumpwatch.console;

import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.Events;
import io.pumpwatch.api.HandoverBook;
import io.pumpwatch.api.Health;
import io.pumpwatch.api.Papers;
import io.pumpwatch.api.People;
import io.pumpwatch.api.Records;
import io.pumpwatch.api.Sheets;
import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.api.Status;
import io.pumpwatch.station.Lang;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents as an agent gives them, small, and a console that has them. */
final class Sample {
    private Sample() {}

    private static <T> T read(Class<T> type, String json) {
        try {
            return JSON.std.beanFrom(type, json);
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    /** A status with this in place of the parts that every test shares. */
    static Status status(String headers, String bypassed) {
        return status(headers, bypassed, "", "");
    }

    /** The same with reasons that hold its pump back, and limits outside their rule. */
    static Status status(String headers, String bypassed, String inhibits, String outside) {
        String status = """
                {"site":"mine-1","station":"ps-1","name":"泵站 One","zone":"Asia/Shanghai",
                    "now":"2026-11-25T04:00:05.000Z",
                 "version":"t","boot":1,"clockTrust":"ntp","scans":5,"horn":"silent","safeMode":false,
                 "entries":{"offered":{"epoch":1,"seq":16},"durable":{"epoch":1,"seq":16},"sent":{"epoch":1,
                    "seq":16},
                  "confirmed":{"epoch":1,"seq":12},"waiting":4,"storeStalledMs":0,"unkept":0},
                 "link":{"state":"live","fault":"","unconfirmed":[]},
                 "instruments":[
                  {"tag":"PT-101","what":"pressure","value":36.2,"unit":"MPa","signal":"loop","quality":"good",
                    "cause":"none",
                   "causeText":"good","ne107":"good","ageMs":0,"spanLow":0.0,"spanHigh":60.0,
                   "limits":[{"point":"PT-101.HH","setpoint":35.0,"high":true,"priority":"critical"}]},
                  {"tag":"LT-301","what":"水位","value":4.6,"unit":"m","signal":"loop","quality":"bad",
                    "cause":"wire-break",
                   "causeText":"broken wire","ne107":"failure","ageMs":0,"spanLow":0.0,"spanHigh":6.0,"limits":[]},
                  {"tag":"XS-101","what":"runs","value":1.0,"unit":"","signal":"contact","quality":"good",
                    "cause":"none",
                   "causeText":"good","ne107":"good","ageMs":0,"spanLow":null,"spanHigh":null,"limits":[]}],
                 "pumps":[{"tag":"P-101","name":"Emulsion pump","kind":"emulsion","running":true,"since":null,
                    "runMs":3600000,
                   "inhibits":[%s],"trips":[],"notReady":[],"startedAgainst":[],"unexplainedStop":false}],
                 "headers":[%s],"levels":[],"trips":[],"bypassed":[%s],"outsideRule":[%s],"drill":null,"flood":null,
                 "accident":null,"onDuty":[],
                 "alarmLoad":{"inTenMinutes":3,"flood":false,"floodMs":0,"chattering":[],"stale":[],
                    "topTen":[],"since":null,
                  "byPriority":{},"unacknowledged":1,"annunciated":1}}""";
        return read(Status.class, status.formatted(inhibits, headers, bypassed, outside));
    }

    /** A latched swing. */
    static final String SWING = """
            {"tag":"PT-101","settled":true,"rule":"P1","ruleLow":30,"ruleHigh":35,"excursionSince":null,
             "swing":{"since":"2026-11-25T04:00:00.000Z","smallest":30,"largest":36,"cause":null,
                    "causeBy":null,"trial":null}}""";

    /** A shelved protection. */
    static final String BYPASS = """
            {"tag":"PT-101","point":"PT-101.HH","how":"shelved","by":"w","byName":"Wang","reason":"test",
             "until":"2026-11-25T05:00:00.000Z"}""";

    /** A report with a narrow table and one that no terminal is wide enough for. */
    static Records record() {
        return read(Records.class, """
                {"kind":"shift","title":"Shift record","about":["Station One"],"tables":[
                 {"title":"Crew","columns":["Name","Role"],"rows":[["王伟","leader"],["Li","operator"]]},
                 {"title":"Defects","columns":["Equipment","What"],
                  "rows":[["P-101","%s"],["P-102",""]]},
                 {"title":"Jobs","columns":["Job"],"rows":[]}]}""".formatted("leaks oil 漏油 ".repeat(30)));
    }

    /** Alarms of that state each, raised at that second. */
    static Data.Asking alarms(String state, int raised) {
        return new Data.Asking(read(AlarmList.class, """
                {"station":"ps-1","now":"2026-11-25T04:00:05.000Z","zone":"Asia/Shanghai","all":false,"shelved":0,
                 "outOfService":0,"suppressed":0,"alarms":[{"point":"PT-101.HH","state":"%s","stateText":"%s",
                 "priority":"critical","value":36.2,"setpoint":35.0,"unit":"MPa",
                    "since":"2026-11-25T04:00:0%d.000Z",
                 "raised":"2026-11-25T04:00:0%d.000Z","acknowledgedBy":null,"firstOut":true,"shelved":null,
                 "outOfService":null,"suppressed":null,"functionCheck":false,"seenBy":null,"kept":false,
                 "name":"乳化液压力高","cause":"valve stuck",
                 "consequence":"hoses burst","response":"stop the pumps"}]}""".formatted(state, state, raised, raised))
                .alarms());
    }

    /** A round with a tick to set and a number to read. */
    static Sheets round() {
        return read(Sheets.class, """
                {"zone":"Asia/Shanghai","sheets":[{"id":"round","name":"Round","rule":"D6","roles":["operator"],
                 "signatures":2,"state":"due","key":"2026-11-25/noon","from":"2026-11-25T03:00:00.000Z",
                 "to":"2026-11-25T06:00:00.000Z","missedAfter":null,"startedAt":null,"shortestMs":0,"signed":[],
                 "items":[
                  {"place":1,"id":"noise","text":"水泵声音","equipment":"P-101","number":false,"unit":"",
                    "low":null,"high":null,
                   "compare":null,"tolerance":null,"location":false,"evidence":false,"answer":null},
                  {"place":2,"id":"level","text":"Sump level","equipment":"LT-301","number":true,"unit":"m",
                    "low":0,"high":6,
                   "compare":"LT-301","tolerance":0.1,"location":false,"evidence":false,"answer":null}],
                    "past":[]}]}""");
    }

    /** Nobody on duty where two are needed. */
    static ShiftPage shift() {
        return read(ShiftPage.class, """
                {"zone":"Asia/Shanghai","present":null,"next":null,"needed":2,"crew":[],"missing":["王伟"],
                    "briefing":null,
                 "briefingMissed":true,"floodSeason":false,"muster":null,"inside":[],"doorForcedSince":null,
                 "signOn":{"fitness":true,"works":[]},"noStart":[],"readiness":[
                 {"pump":"P-301","name":"1 号排水泵","running":false,"notReady":["level LT-301 is unknown"]}]}""");
    }

    /** A shift whose briefing has long words, and whose people are many. */
    static ShiftPage briefed(String risk, String measure, String missing) {
        return read(ShiftPage.class, """
                {"zone":"Asia/Shanghai","present":null,"next":null,"needed":2,"crew":[],"missing":["%s"],
                 "briefing":{"slot":"s","slotText":"s","text":"seal of P-102","risks":[{"risk":"%s","measure":"%s"}],
                 "by":"王伟","at":"2026-11-25T04:00:00.000Z","signed":[]},
                 "briefingMissed":false,"floodSeason":false,"muster":null,"inside":[],"doorForcedSince":null,
                 "signOn":{"fitness":true,"works":[]},"noStart":[],
                 "readiness":[]}""".formatted(missing, risk, measure));
    }

    /** A handover that waits for the incoming side. */
    static HandoverBook handover() {
        return handover("", "null");
    }

    /** Tools that are handed over. */
    static HandoverBook tools() {
        return handover("""
                {"id":"wrench","name":"管钳","count":2},{"id":"lamp","name":"Lamp, big","count":1}""", "null");
    }

    /** A sheet with a remark. */
    static HandoverBook remarked(String words) {
        return handover("", """
                {"number":1,"stage":"draft","stageText":"draft","cutOff":"2026-11-25T04:00:00.000Z","crew":[],
                 "items":[],"tools":[],"remarks":[{"by":"w","byName":"王伟","topic":"","words":"%s",
                 "at":"2026-11-25T04:00:00.000Z"}],"signed":null,"accepted":null,"objections":[],"refusals":[],
                 "barred":[],"amendments":[],"countersigned":[]}""".formatted(words));
    }

    private static HandoverBook handover(String tools, String open) {
        return read(HandoverBook.class, """
                {"zone":"Asia/Shanghai","crew":[],"nextChange":null,"overdue":false,"next":"accept","tools":[%s],
                 "orders":[{"by":"w","byName":"王伟","topic":"dispatch","words":"level below 3 m",
                 "at":"2026-11-25T04:00:00.000Z"}],
                 "open":%s,"last":null}""".formatted(tools, open));
    }

    /** Every point: one that is shelved, first. */
    static AlarmList points() {
        return read(AlarmList.class, """
                {"station":"ps-1","now":"2026-11-25T04:00:05.000Z","zone":"Asia/Shanghai","all":true,"shelved":1,
                 "outOfService":0,"suppressed":0,"alarms":[{"point":"LT-301.H","state":"normal","stateText":"normal",
                 "priority":"low","value":null,"setpoint":4.0,"unit":"m","since":null,"raised":null,
                 "acknowledgedBy":null,"acknowledgedByName":null,"firstOut":false,
                 "shelved":{"by":"w","byName":"王伟","reason":"noise","until":"2026-11-25T05:00:00.000Z"},
                 "outOfService":null,"suppressed":null,"functionCheck":false,"seenBy":null,"kept":true,
                 "name":"high","cause":"","consequence":"","response":""}]}""");
    }

    /** A station that has tripped by that point. */
    static Status tripped(String point) {
        try {
            Map<String, Object> state = JSON.std.mapFrom(JSON.std.asString(status("", "")));
            state.put(
                    "trips", List.of(Map.of("point", point, "since", "2026-11-25T04:00:00.000Z", "pumps", List.of())));
            return read(Status.class, JSON.std.asString(state));
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    /** Two who work here, and one who left. */
    static People people() {
        return read(People.class, """
                {"zone":"Asia/Shanghai","people":[
                 {"id":"w","name":"王伟","roles":["shift-leader"],"active":true,"onDutySince":null},
                 {"id":"l","name":"李娜","roles":["operator"],"active":true,"onDutySince":"2026-11-25T01:00:00.000Z"},
                 {"id":"x","name":"Gone","roles":["operator"],"active":false,"onDutySince":null}]}""");
    }

    /** Their papers, as the agent sorts them: one that has ended, one that ends soon, one that holds. */
    static Papers papers() {
        return read(Papers.class, """
                {"warnDays":30,"papers":[
                 {"person":"l","name":"李娜","sort":"certificate","kind":"grid-permit","number":"1234",
                  "expires":"2026-11-20","daysLeft":-5},
                 {"person":"w","name":"王伟","sort":"training","kind":"fire","number":"","expires":"2026-12-07",
                  "daysLeft":12},
                 {"person":"l","name":"李娜","sort":"examination","kind":"rules","number":"","expires":"2027-11-20",
                  "daysLeft":360}]}""");
    }

    /** An agent whose disk has so much room, and whose history the disk takes or not. */
    static Health health(long freeBytes, boolean low, String historyFault) {
        String health = """
                {"ok":false,"freeBytes":%d,"lowRoom":%b,"historyFault":"%s"}""";
        return read(Health.class, health.formatted(freeBytes, low, historyFault));
    }

    /** A page of the log. */
    static Events events(int rows, @Nullable String next) {
        List<Events.Event> all = new ArrayList<>();
        for (int i = rows; i > 0; i--) {
            String at = "2026-11-25T04:00:0" + i + ".000Z";
            all.add(new Events.Event("1-" + i, at, "alarm.moved", "alarm", "王伟", "PT-101.HH", "{}", ""));
        }
        return new Events("Asia/Shanghai", all, next);
    }

    /** A console to which the agent has told and answered this. */
    static Model console(Lang lang, int columns, int rows, Object... documents) {
        return with(Model.start(lang, columns, rows, true), documents);
    }

    /** A console to which these have come too. */
    static Model with(Model before, Object... documents) {
        Model model = before;
        for (Object document : documents) {
            boolean streams = document instanceof Status || document instanceof Data.Asking;
            model = Update.update(
                            model, streams ? new Message.Live(document, 0) : new Message.Came(List.of(document), false))
                    .model();
        }
        return model;
    }
}
