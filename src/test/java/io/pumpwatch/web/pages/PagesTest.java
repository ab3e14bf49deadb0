package io.pumpwatch.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.AttendancePage;
import io.pumpwatch.api.Commissioned;
import io.pumpwatch.api.FieldPage;
import io.pumpwatch.api.HandoverBook;
import io.pumpwatch.api.People;
import io.pumpwatch.api.RosterPage;
import io.pumpwatch.api.Sheets;
import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.api.Status;
import io.pumpwatch.api.Visitors;
import io.pumpwatch.station.Lang;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages show of what the agent answers, as blocks. */
class PagesTest {
    private static final Say EN = new Say(Lang.EN, ZoneId.of("Asia/Shanghai"));
    private static final Say ZH = new Say(Lang.ZH, ZoneId.of("Asia/Shanghai"));

    private static <T> T read(Class<T> type, String json) {
        try {
            return JSON.std.beanFrom(type, json.replace('\'', '"'));
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private static Sheets.Sheet sheet(String name, String state) {
        return read(Sheets.Sheet.class, """
                {'id':'%s','name':'%s','rule':'D6','roles':['operator'],'signatures':1,'state':'%s',
                 'key':'2026-11-25/noon','from':'2026-11-25T03:00:00.000Z','to':'2026-11-25T06:00:00.000Z',
                 'startedAt':null,'shortestMs':0,'signed':[],'items':[],
                 'past':[{'key':'2026-11-24/night','from':'2026-11-24T16:00:00.000Z','outcome':'done','fast':false,
                  'slotText':'2026-11-24 夜','signed':['op-1'],'signedNames':['王伟'],
                  'at':'2026-11-24T17:00:00.000Z'}]}""".formatted(name, name, state));
    }

    private static Block.Grid grid(PageModel page, String id) {
        return page.blocks().stream()
                .filter(block -> block instanceof Block.Grid grid && grid.id().equals(id))
                .map(Block.Grid.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Block.Form> forms(PageModel page, String verb) {
        return page.blocks().stream()
                .filter(block -> block instanceof Block.Form form && form.verb().equals(verb))
                .map(Block.Form.class::cast);
    }

    @Test
    void sheetsThatWantSomebodyComeFirst() {
        List<Sheets.Sheet> some =
                List.of(sheet("a", "upcoming"), sheet("b", "due"), sheet("c", "late"), sheet("d", "in-progress"));
        Block.Grid list = grid(SheetPages.list(new Sheets("Asia/Shanghai", some), EN), "sheets");
        assertEquals(
                List.of("d", "c", "b", "a"),
                list.rows().stream().map(row -> row.get(0).text()).toList());
    }

    @Test
    void aSheetThatIsNotDueSaysWhenItIsAndHasNothingToPress() {
        PageModel page = SheetPages.one(sheet("round", "upcoming"), "op-1", EN);
        Block.Note note = page.blocks().stream()
                .filter(Block.Note.class::isInstance)
                .map(Block.Note.class::cast)
                .findFirst()
                .orElseThrow();
        assertTrue(note.lines().get(0).contains("2026-11-25 11:00"), note::toString);
        assertEquals(
                0, page.blocks().stream().filter(Block.Form.class::isInstance).count());
        PageModel due = SheetPages.one(sheet("round", "due"), "op-1", EN);
        assertFalse(due.blocks().stream().anyMatch(Block.Note.class::isInstance));
        assertEquals(1, forms(due, "sheet-start").count());
    }

    @Test
    void aSheetThatIsOverIsCalledByItsDayAndTimeAndSignedByNames() {
        List<String> row = grid(SheetPages.one(sheet("round", "due"), "", ZH), "past").rows().get(0).stream()
                .map(Block.Cell::text)
                .toList();
        assertEquals("2026-11-24 夜", row.get(0));
        assertEquals("王伟", row.get(3));
    }

    private static HandoverBook handover(String stage) {
        return read(HandoverBook.class, """
                {'zone':'Asia/Shanghai','crew':[],'nextChange':null,'overdue':false,'next':'sign',
                 'tools':[{'id':'lamp','name':'hand lamp','count':3}],'orders':[],'last':null,
                 'open':{'number':1,'stage':'%s','stageText':'draft','cutOff':'2026-11-25T04:00:00.000Z','crew':[],
                  'items':[{'kind':'alarm','kindText':'alarm','subject':'PT-101.HH','name':'pressure too high',
                   'text':'acknowledged','facts':{}}],
                  'tools':[{'id':'lamp','name':'hand lamp','listed':3,'counted':null,'remark':''}],
                  'remarks':[],'signed':null,'accepted':null,'objections':[],'refusals':[],'barred':[],
                  'amendments':[],'countersigned':[]}}""".formatted(stage));
    }

    @Test
    void aHandoverNamesItsAlarmsAndAsksForEachToolByName() {
        PageModel page = HandoverPage.of(handover("draft"), "1-1", "op-1", EN);
        assertEquals(
                "PT-101.HH pressure too high",
                grid(page, "open-items").rows().get(0).get(1).text());
        Block.Form tools = forms(page, "handover-tools").findFirst().orElseThrow();
        Block.Input lamp = tools.inputs().get(0);
        assertTrue(lamp.label().contains("hand lamp"), lamp::label);
        assertEquals("count", lamp.type());
        assertEquals("lamp", lamp.options().get(0).value());
        assertEquals("3", lamp.value());
    }

    /** Each stage offers what the station takes then, and nothing that it would refuse. */
    @ParameterizedTest
    @CsvSource({
        "draft,    tools remark sign refuse",
        "signed,   accept object refuse",
        "objected, draft accept object refuse",
        "refused,  draft refuse",
    })
    void aHandoverOffersWhatItsStageAllows(String stage, String verbs) {
        PageModel page = HandoverPage.of(handover(stage), "1-1", "op-1", EN);
        for (String verb : List.of("draft", "tools", "remark", "sign", "accept", "object", "refuse")) {
            boolean offered = forms(page, "handover-" + verb).findAny().isPresent();
            assertEquals(List.of(verbs.split(" ")).contains(verb), offered, verb);
        }
    }

    @Test
    void whatIsSeldomDoneAboutAHandoverIsFolded() {
        PageModel page = HandoverPage.of(handover("signed"), "1-1", "op-1", EN);
        for (String seldom : List.of("handover-refuse", "handover-object")) {
            assertTrue(forms(page, seldom).findFirst().orElseThrow().folded(), seldom);
        }
        assertFalse(forms(page, "handover-accept").findFirst().orElseThrow().folded());
    }

    @Test
    void theShiftCallsWorkByItsNameAndSaysWhoOpenedTheDoor() {
        ShiftPage shift = read(ShiftPage.class, """
                {'zone':'Asia/Shanghai','present':null,'next':null,'needed':1,'crew':[{'id':'op-1','name':'王伟',
                  'work':'emulsion','since':'2026-11-25T03:00:00.000Z','gearMissing':[],
                  'answered':'2026-11-25T03:00:00.000Z','silent':false}],'missing':[],'briefing':null,
                 'briefingMissed':false,'floodSeason':false,'muster':null,'inside':[],
                 'doorForcedSince':'2026-11-25T03:00:00.000Z','noStart':[],
                 'readiness':[{'pump':'P-301','name':'Pump 1','running':false,'notReady':['no power']},
                  {'pump':'P-302','name':'Pump 2','running':true,'notReady':[]}],
                 'signOn':{'fitness':true,'works':[{'id':'emulsion','name':'Emulsion pump work','usual':true,
                  'gear':[],'certificates':[]}]}}""");
        PageModel page = CrewPages.shift(
                shift,
                new RosterPage("Asia/Shanghai", List.of()),
                new People("Asia/Shanghai", List.of()),
                new Visitors("Asia/Shanghai", List.of(), List.of()),
                "",
                EN);
        assertEquals(
                "Emulsion pump work", grid(page, "crew").rows().get(0).get(1).text());
        assertEquals(1, forms(page, "door-explain").count());
        assertEquals(
                List.of("no power", "ready to start and drain"),
                page.blocks().stream()
                        .filter(Block.Facts.class::isInstance)
                        .map(Block.Facts.class::cast)
                        .flatMap(facts -> facts.facts().stream())
                        .limit(2)
                        .map(fact -> fact.value().text())
                        .toList());
    }

    @Test
    void attendanceSaysDayAndShiftInWordsAndFromWhichDay() {
        AttendancePage rows = new AttendancePage(
                "Asia/Shanghai",
                List.of(new AttendancePage.Row(
                        "2026-11-23/day", "2026-11-23 day shift", "op-1", "王伟", "present", null, 0, 480, 0, false)),
                0);
        PageModel page = ReportPages.attendance(rows, "2026-11-01", 30, EN);
        assertEquals(
                "2026-11-23 day shift",
                grid(page, "attendance").rows().get(0).get(0).text());
        Block.Filter filter = (Block.Filter) page.blocks().get(0);
        assertEquals("From", filter.inputs().get(0).label());
    }

    @Test
    void anInstrumentIsCommissionedAndAnOutputThatDiffersIsMarked() {
        Commissioned.Instrument loop = new Commissioned.Instrument(
                "PT-101", "pressure", "MPa", List.of(), null, null, null, null, null, null, false);
        FieldPage.Output relay = new FieldPage.Output("XC-101", "gpio/5", "permit", "P-101", true, false, "", null);
        PageModel page = FieldPages.of(
                new FieldPage(
                        "Asia/Shanghai", "2026-11-25T03:00:00.000Z", "bus 1 is silent", "", List.of(), List.of(relay)),
                new Commissioned("Asia/Shanghai", List.of(loop)),
                new AlarmList("s", "2026-11-25T03:00:00.000Z", "Asia/Shanghai", true, 0, 0, 0, List.of()),
                "tech-1",
                EN);
        Block.Form form = forms(page, "commission").findFirst().orElseThrow();
        assertEquals(
                List.of("numbers", "numbers"),
                form.inputs().stream()
                        .filter(input -> input.name().matches("found|left"))
                        .map(Block.Input::type)
                        .toList());
        Block.Cell readBack = grid(page, "outputs").rows().get(0).get(4);
        assertEquals(Mark.HIGH, readBack.mark());
        assertTrue(((Block.Note) page.blocks().get(0)).lines().contains("bus 1 is silent"));
    }

    @Test
    void pumpsThatAreHeldBackForTheSameReasonShareALineThatLeadsToIt() {
        String both = pump("P-101") + "," + pump("P-102");
        Status status = read(Status.class, """
                {'pumps':[%s],'entries':{'storeStalledMs':0},'bypassed':[],'outsideRule':[],'drill':null,
                 'flood':null,'accident':null,'safeMode':false,'alarmLoad':{'flood':false}}""".formatted(both));
        AlarmList none = new AlarmList("s", "", "Asia/Shanghai", false, 0, 0, 0, List.of());
        List<Block.Cell> warnings = Surroundings.warnings(status, none, EN);
        assertEquals(1, warnings.size(), warnings::toString);
        assertEquals("P-101, P-102: tripped", warnings.get(0).text());
        assertEquals("/alarms", Objects.requireNonNull(warnings.get(0).href()));
    }

    private static String pump(String tag) {
        return "{'tag':'" + tag + "','inhibits':[{'code':'trip','on':'PT-101.TRIP','text':'tripped'}]}";
    }
}
