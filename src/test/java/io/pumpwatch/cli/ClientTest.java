package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.station.Lang;
import io.pumpwatch.view.TextWidth;
import io.pumpwatch.web.SmallPlan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The client commands against a real server over a real scan. */
class ClientTest extends ClientRig {
    /** A line, its exit code, and what it says in English and in Chinese. Carried out in order. */
    private static final String TABLE = """
            sign-on --person op-1                                         | 0 | 王伟 is on duty          | 王伟 已到岗
            ack --all --person op-1                                       | 0 | Acknowledged: all        | 已确认：全部
            ack PT-101.HH LT-301.H --person op-1                          | 0 | PT-101.HH, LT-301.H      | 已确认：PT-101.HH
            ack PT-101.XX --person op-1                                   | 1 | Did you mean PT-101.H    | 是否指 PT-101.H
            ack --all --person fit-1                                      | 4 | may not do this          | 无权
            ack --all --person op-1 --pin 0                               | 4 | PIN of op-1 is wrong     | PIN 错误
            ack --person op-1                                             | 2 | give --all               | --all
            ack --all                                                     | 2 | --person                 | --person
            shelve LT-301.H --reason 'wave' --minutes 30 --person op-1    | 0 | shelved for 30 min       | 已搁置 30 分钟
            shelve LT-301.H --reason x --minutes 0 --person op-1          | 1 | past                     | 已过
            shelve LT-301.H --reason x --minutes soon --person op-1       | 2 | whole number             | 整数
            shelve LT-301.H --minutes 5 --person op-1                     | 2 | --reason                 | --reason
            unshelve LT-301.H --person op-1                               | 0 | no longer shelved        | 已取消搁置
            silence                                                       | 0 | horn is silent           | 已消音
            reset PT-101.HH --person op-1                                 | 1 | not latched              | 没有自锁
            confirm PT-101.HH 'valve closed' --person op-1                | 0 | Recorded                 | 已记录
            out-of-service PT-101.H --reason t --minutes 9 --person tech-1| 0 | out of service           | 已停用
            in-service PT-101.H --person tech-1                           | 0 | in service again         | 已恢复使用
            drill start LT-301.HH --reason d --minutes 5 --person tech-1  | 0 | The drill runs           | 演练已开始
            drill end --person tech-1                                     | 0 | has ended                | 演练已结束
            drill end --person tech-1                                     | 1 | No drill                 | 没有正在进行
            cause PT-101 'air' --person fit-1                             | 1 | No pressure swing        | 没有压力波动
            release PT-101 --person lead-1                                | 1 | No pressure swing        | 没有压力波动
            trial PT-101 --pump P-101 --second fit-1 --second-pin 1234 --person lead-1 | 1 | No pressure swing | 没有压力波动
            stop P-101 --reason 'end of shift' --person op-1              | 0 | is announced             | 已预告
            explain P-101 --reason x --person op-1                        | 1 | no stop                  | 没有未记录原因
            gauge LT-301 2.1 --person op-1                                | 0 | 2.1 for LT-301           | 标尺读数 2.1
            gauge LT-301 high --person op-1                               | 2 | must be a number         | 必须是数字
            field --write XC-101 off --reason click --person tech-1       | 0 | XC-101 is held off       | 功能检查中保持 off
            field --once                                                  | 0 | held by Technician One   | 保持至
            field --write XC-101 on --person tech-1                       | 1 | can not run              | 不能运行时
            field --end XC-101 --person op-1                              | 0 | protection has it again  | 恢复由保护控制
            field --end XC-101 --person op-1                              | 1 | not in a function check  | 没有在功能检查
            field --write XC-102 on --reason x --person tech-1            | 1 | Did you mean XC-101      | 是否指 XC-101
            field --write XC-101 on --reason x --person op-1              | 4 | may not do this          | 无权
            field --write XC-101 up --person tech-1                       | 2 | not "up"                 | 不能是 "up"
            field on                                                      | 2 | --write OUTPUT           | --write
            field --write XC-101 off --reason x --for 601 --person tech-1 | 1 | 1 to 600 seconds         | 1 至 600 秒
            field --write XC-101 off --reason x --for soon --person tech-1| 2 | whole number             | 整数
            flood on --reason storm --person lead-1                       | 0 | Flood mode is on         | 防汛模式已开启
            flood off --reason over --person lead-1                       | 0 | Flood mode is off        | 防汛模式已关闭
            accident list                                                 | 2 | Nothing was reported     | 未报告事故
            accident 'hose burst'                                         | 0 | accident is reported     | 事故已报告
            person add op-2 --name Li --role operator,technician --new-pin 4321 --person chief-1|0|is on the list|已在册
            person list                                                   | 0 | station chief            | 站长
            person remove op-2 --person chief-1                           | 0 | has left                 | 已离开
            person list                                                   | 0 | left                     | 已离开
            pin --new-pin 1234 --person op-1                              | 0 | PIN is changed           | PIN 已更改
            sign-off --person op-1                                        | 0 | off duty                 | 已离岗
            status                                                        | 0 | North station            | 北泵站
            alarms                                                        | 0 | unacknowledged           | 未确认
            """;

    @Test
    void everyCommandSpeaksBothLanguages() {
        station.run(SmallPlan.LEVEL, 4.2, 1);
        speaks(TABLE);
    }

    @Test
    void everyPrintingCommandGivesOneJsonDocument() throws IOException {
        for (String line : List.of(
                "status",
                "field --once",
                "alarms",
                "alarms --all",
                "person list",
                "silence",
                "sign-on --person op-1")) {
            String[] words = words(line + " --json");
            assertEquals(0, run(Lang.EN, words), line);
            assertFalse(JSON.std.mapFrom(out.toString()).isEmpty());
            assertEquals("", err.toString());
        }
        assertEquals(1, run(Lang.EN, words("unshelve LT-301.H --person op-1 --json")));
        Map<String, Object> refused = JSON.std.mapFrom(out.toString());
        assertEquals("alarm.not-shelved", refused.get("code"));
        assertEquals(false, refused.get("done"));
        assertEquals(0, run(Lang.EN, words("status --json")));
        Map<String, Object> status = JSON.std.mapFrom(out.toString());
        assertEquals("station-1", status.get("station"));
        assertEquals(null, status.get("accident"));
        assertTrue(status.containsKey("accident"), "a field that has no value is there all the same");
    }

    @Test
    void everyCommandTeaches() {
        teach(List.of("field"));
    }

    @Test
    void chineseColumnsLineUp() {
        station.run(SmallPlan.LEVEL, 4.6, 1);
        station.run(SmallPlan.PRESSURE, 36, 1);
        assertEquals(0, run(Lang.ZH, "ack", "PT-101.HH", "--person", "op-1"));
        assertEquals(0, run(Lang.ZH, "alarms"));
        List<String> lines = out.toString().lines().toList();
        int column = TextWidth.of(lines.get(0).substring(0, lines.get(0).indexOf("数值")));
        for (String line : lines.subList(1, 3)) {
            int value = line.indexOf(line.startsWith("LT") ? "4.60" : "36.00");
            assertEquals(column, TextWidth.of(line.substring(0, value)), () -> out.toString());
        }
        assertEquals(4, TextWidth.of("水位"));
        assertEquals(6, TextWidth.of("ＰＴ-1"));
        assertEquals(1, TextWidth.of("e\u0301"));
    }

    @Test
    void localTimesAreInTheStationsZone() {
        assertEquals("2026-11-23 08:00:00", Plain.time("2026-11-23T00:00:00.000Z", "Asia/Shanghai"));
        assertEquals("-", Plain.number(null, "m"));
        assertEquals("25:01 h", Plain.hours(90_060_000));
    }
}
