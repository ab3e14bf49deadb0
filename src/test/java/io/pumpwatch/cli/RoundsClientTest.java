package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.station.Lang;
import io.pumpwatch.web.SmallPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rounds, sheets, defects, jobs and instruments at the command line, with what the help tells. */
class RoundsClientTest extends ClientRig {
    /** A line, its exit code, and what it says in English and in Chinese. Carried out in order, once in each. */
    private static final String TABLE = """
            round show                                              | 0 | Open items: 2             | 还有 2 项未填
            round start --person op-1                               | 0 | Round begun               | 巡视 已开始
            round item 1 fine --person op-1                         | 2 | Say ok, abnormal, na      | 请填 正常
            round item 1 abnormal --person op-1                     | 1 | what is wrong             | 请写明问题
            round item 1 abnormal oil on the seal --person op-1     | 0 | Leaks recorded            | 渗漏 已记录
            round item level 2.5 --person op-1                      | 0 | Level recorded            | 水位 已记录
            round show                                              | 0 | differs, note why         | 请注明原因
            round sign --person op-1                                | 1 | Note why                  | 注明原因
            round note level waves at the gauge --person op-1       | 0 | Note on Level             | 说明已记录
            round sign --person op-1                                | 0 | signed by 王伟            | 王伟 已签
            round show                                              | 0 | Signed by                 | 签字
            round sign --person lead-1                              | 0 | signed by Leader One      | Leader One 已签
            round sign --person lead-1                              | 1 | already; it is done       | 该表已完成
            sheet list                                              | 0 | done, too fast            | 完成, 过快
            sheet show spray-daily                                  | 0 | Pump                      | 水泵
            sheet skip spray-daily 1 under repair --person fit-1    | 0 | left out                  | 已跳过
            sheet sign spray-daily --person op-1                    | 1 | not this person's         | 不由此人
            sheet sign spray-daily --person fit-1                   | 0 | signed                    | 已签
            defect list                                             | 0 | oil on the seal           | oil on the seal
            defect report door loose hinge --person op-1            | 0 | Defect 2 reported         | 已报告
            defect assign 1 --to fit-1 --person lead-1              | 0 | assigned                  | 指定
            defect handle 1 seal replaced --person fit-1            | 0 | handled                   | 已处理
            defect close 1 dry --person fit-1                       | 1 | another person            | 另一人
            defect close 1 dry --person op-1                        | 0 | closed                    | 已闭环
            defect close one dry --person op-1                      | 2 | whole number              | 整数
            defect list --closed                                    | 0 | seal replaced             | seal replaced
            job kinds                                               | 0 | overhaul                  | 检修
            job open overhaul --pump P-101 valves worn --person fit-1 | 0 | opened                  | 已开
            status                                                  | 0 | under repair              | 正在检修
            job show 1                                              | 0 | pumpwatch job join 1      | 无人参加，未上锁
            job join 1 --person fit-1                               | 0 | signed on                 | 已登记
            job show 1                                              | 0 | with a lock: Fitter One   | 各自上锁：Fitter One
            job tool 1 Spanner out --person fit-1                   | 0 | Spanner: out              | 扳手：领出
            job step 1 off --person fit-1                           | 0 | signed                    | 已签字
            job gauge 1 0.1 --person op-1                           | 0 | 0.1                       | 0.1
            job skip 1 work no parts --person fit-1                 | 0 | left out                  | 已跳过
            job show 1                                              | 0 | Power off                 | 停电
            job close 1 --tidy put off --person fit-1               | 1 | not back                  | 未归还
            job tool 1 1 back --person fit-1                        | 0 | back                      | 归还
            job leave 1 --person fit-1                              | 0 | signed off                | 已撤出
            job list                                                | 0 | valves worn               | valves worn
            job close 1 --tidy put off --person fit-1               | 0 | closed                    | 已结束
            work list                                               | 0 | Nothing is waiting        | 没有待处理
            work handle 1 cleaned --person op-1                     | 1 | no open work item         | 没有待处理事项
            instrument commission LT-301 --found 0,1.5,3,4.5,6 --left 0,1.5,3,4.5,6 \
            --alarm LT-301.HH --days 365 --person tech-1 | 0 | signed | 已签字
            instrument list                                         | 0 | LT-301                    | LT-301
            """;

    private List<String> faults(Lang lang) {
        List<String> faults = new ArrayList<>();
        for (String row : TABLE.lines().toList()) {
            String[] cell = row.split("\\|", -1);
            int exit = run(lang, words(cell[0]));
            String said = out + "" + err;
            if (exit != Integer.parseInt(cell[1].strip()) || !said.contains(cell[lang == Lang.EN ? 2 : 3].strip())) {
                faults.add(lang + " " + cell[0].strip() + " ended with " + exit + " and said: " + said);
            }
        }
        return faults;
    }

    @Test
    void theWholeDutyInEnglish() {
        assertEquals(List.of(), faults(Lang.EN), () -> String.join("\n", faults(Lang.EN)));
    }

    @Test
    void theWholeDutyInChinese() {
        assertEquals(List.of(), faults(Lang.ZH));
    }

    @Test
    void lowPressureIsHandledFromTheList() {
        station.run(SmallPlan.LEVEL, 4.2, 2);
        assertEquals(0, run(Lang.EN, "work", "list"));
        assertTrue(out.toString().contains("LT-301.H"), out::toString);
        assertEquals(0, run(Lang.EN, words("work handle 1 'pump started' --person op-1")), err::toString);
    }

    @Test
    void everyCommandTeachesAndPrintsJson() throws IOException {
        for (String line :
                List.of("sheet list", "round show", "defect list", "job list", "work list", "instrument list")) {
            assertEquals(0, run(Lang.EN, words(line + " --json")), line);
            assertFalse(JSON.std.mapFrom(out.toString()).isEmpty());
        }
        for (Lang lang : Lang.values()) {
            for (String name :
                    List.of("round start", "round item", "sheet item", "defect close", "job open", "work handle")) {
                assertEquals(0, run(lang, words(name + " --help")), name);
                assertTrue(out.toString().contains("--person"), out::toString);
                assertTrue(out.toString().contains("pumpwatch " + name), out::toString);
            }
        }
    }
}
