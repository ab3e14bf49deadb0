package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Lang;
import io.pumpwatch.web.TestStation;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands of people, shifts, muster and door against a real server over a real scan. */
class DutyClientTest extends ClientRig {
    private static final String TABLE = """
            sign-on --work emulsion --gear helmet --fit | 1 | missing: gloves | 缺少防护用品：手套 (gloves)
            sign-on --work emulsion --gear helmet --fit --without lead-1 --reason x | 0 | violation | 违章
            present | 0 | 王伟 is here | 王伟 已应答
            test op-1 --mg none --person lead-1 | 2 | must be a number | 必须是数字
            test op-1 --mg 0 --person lead-1 | 0 | is recorded | 已录入
            roster set day --from 2026-11-23 --days x --people op-1 --person chief-1 | 2 | whole number | 整数
            roster set day --from 2026-11-23 --days 2 --people op-1,lead-1 --person chief-1 | 0 | days: 2 | 2 天
            roster excuse lead-1 --shift day --date 2026-11-24 --reason ill --person chief-1 | 0 | is excused | 已准假
            roster list --from 2026-11-23 --days 2 | 0 | Leader One: ill | Leader One: ill
            briefing hold 'seal' --risk 'a, b' --measure 'c' --person tech-1 | 0 | The briefing is recorded | 班前会已记录
            briefing sign | 0 | has signed | 已在班前会
            shift | 0 | a, b -> c | 在岗：1 人
            attendance --from 2026-11-23 --days 1 | 0 | 王伟 | 王伟
            attendance --from 2026-11-23 --days 1 --person lead-1 | 0 | Leader One | Leader One
            certificate add fit-1 grid-permit --number T-1 --expires 2026-12-01 --person chief-1 | 0 | Recorded | 已录入
            certificate add fit-1 grid-permit --number T-1 --expires soon --person chief-1 | 2 | date | 日期
            certificate list | 0 | T-1 | T-1
            certificate withdraw fit-1 grid-permit --reason lost --person chief-1 | 0 | Withdrawn | 已注销
            training add op-1 'pumps' --expires 2027-01-01 --person chief-1 | 0 | Recorded | 已录入
            violation op-1 'opened the panel' --rule D1 --person lead-1 | 0 | followed until | 跟踪至闭环
            remark list | 0 | opened the panel | opened the panel  王伟
            remark close 9 'seen' --person chief-1 | 1 | no open remark | 没有未闭环
            remark answer 1 'bought' | 0 | number 1 | 1 号
            paper attendance 'off' --of lead-1 --from 2026-11-22T08:00 --until 2026-11-22T16:00 | 0 | Typed in | 补录
            muster call --reason river --person chief-1 | 0 | called to their post | 全员到岗
            muster arrive --person fit-1 | 0 | has arrived | 已到岗集合
            muster excuse tech-1 --reason leave --person chief-1 | 0 | is excused | 已准假
            shift | 0 | MUSTER until | 防汛集合
            muster end 'over' --person chief-1 | 0 | is over | 结束
            door announce --reason spares | 0 | for 15 minutes | 15 分钟
            door explain 'me' | 1 | waits | 没有待说明
            visitor approve 'Zhang San' --until 2026-12-31 --reason maker --person chief-1 | 0 | may come in | 获准
            visitor in 'Zhang San' --escort lead-1 --reason seal | 1 | cannot escort | 不能陪同
            visitor list | 0 | Zhang San | Zhang San
            visitor out 9 | 1 | no visitor number 9 | 没有 9 号来人
            visitor revoke 'Zhang San' --person chief-1 | 0 | off the authorised | 移除
            handover order 'level below 3 m' --giver dispatch | 0 | next handover sheet | 下一次交接班记录
            handover show | 0 | Order of dispatch | dispatch 的指令
            sign-off | 0 | off duty | 已离岗
            alarms --all | 0 | PT-101.SWING | PT-101.SWING
            """;

    @BeforeEach
    void whoAsks() {
        env.put("PUMPWATCH_PERSON", "op-1");
        env.put("PUMPWATCH_SECOND_PIN", TestStation.PIN);
        // The rig's operator is on duty already.
        assertEquals(0, run(Lang.EN, "sign-off"));
    }

    @Test
    void everyCommandSpeaksBothLanguages() {
        speaks(TABLE);
    }

    @Test
    void whoEscortsAVisitorStaysUntilTheVisitorIsOut() {
        for (String line : List.of(
                "sign-on --work emulsion --gear all --fit",
                "visitor approve 'Zhang San' --until 2026-12-31 --reason maker --person chief-1",
                "visitor in 'Zhang San' --escort op-1 --reason seal")) {
            assertEquals(0, run(Lang.EN, words(line)), err::toString);
        }
        assertEquals(1, run(Lang.EN, "sign-off"));
        assertTrue(err.toString().contains("escorts Zhang San"), err::toString);
        assertEquals(1, run(Lang.ZH, "sign-off"));
        assertTrue(err.toString().contains("陪同的 Zhang San"), err::toString);
        assertEquals(0, run(Lang.EN, "visitor", "out", "1"), err::toString);
        assertEquals(0, run(Lang.EN, "sign-off"), err::toString);
    }

    @Test
    void everyCommandTeaches() {
        teach(List.of(
                "present",
                "test",
                "shift",
                "roster set",
                "roster excuse",
                "roster list",
                "briefing hold",
                "briefing sign",
                "attendance",
                "certificate add",
                "certificate withdraw",
                "certificate list",
                "training add",
                "training withdraw",
                "examination add",
                "examination withdraw",
                "remark add",
                "remark answer",
                "remark close",
                "remark list",
                "violation",
                "countersign",
                "paper",
                "muster call",
                "muster arrive",
                "muster excuse",
                "muster end",
                "door announce",
                "door explain",
                "visitor approve",
                "visitor revoke",
                "visitor in",
                "visitor outsider",
                "visitor out",
                "visitor list"));
    }
}
