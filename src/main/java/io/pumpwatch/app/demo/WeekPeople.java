package io.pumpwatch.app.demo;

import io.pumpwatch.app.demo.DemoCrew.Member;
import io.pumpwatch.station.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Everybody of the simulated week: three crews of a leader and two operators, and those who come by day. */
final class WeekPeople {
    static final String CHIEF = "chief";
    static final String TECHNICIAN = "technician";
    static final String FITTER = "fitter";
    static final String MINER = "miner";
    static final String INSPECTOR = "inspector";

    private static final int PIN_MIN = 1_000;
    private static final int PIN_MAX = 10_000;

    /** Who works in which shift, the leader first. */
    static final Map<String, Crew> CREWS = Map.of(
            "day", new Crew("leader-a", "op-a1", "op-a2"),
            "evening", new Crew("leader-b", "op-b1", "op-b2"),
            "night", new Crew("leader-c", "op-c1", "op-c2"));

    private WeekPeople() {}

    /** Who works together. */
    record Crew(String leader, String first, String second) {
        List<String> all() {
            return List.of(leader, first, second);
        }
    }

    /** Everybody, the chief first: the chief enrols the others. */
    static List<Member> members(Random random) {
        List<Member> all = new ArrayList<>();
        add(all, random, CHIEF, "Zhao Gang 赵刚", Role.CHIEF);
        add(all, random, TECHNICIAN, "Chen Jing 陈静", Role.TECHNICIAN);
        add(all, random, FITTER, "Wang Qiang 王强", Role.STATION_FITTER);
        add(all, random, MINER, "Liu Yang 刘洋", Role.MINING_FITTER);
        add(all, random, INSPECTOR, "Ma Chao 马超", Role.INSPECTOR);
        add(all, random, "leader-a", "Sun Wei 孙伟", Role.SHIFT_LEADER);
        add(all, random, "op-a1", "Li Na 李娜", Role.OPERATOR);
        add(all, random, "op-a2", "Zhou Tao 周涛", Role.OPERATOR);
        add(all, random, "leader-b", "Wu Lei 吴磊", Role.SHIFT_LEADER);
        add(all, random, "op-b1", "Zheng Hao 郑浩", Role.OPERATOR);
        add(all, random, "op-b2", "Feng Li 冯丽", Role.OPERATOR);
        add(all, random, "leader-c", "Chu Ming 褚明", Role.SHIFT_LEADER);
        add(all, random, "op-c1", "Wei Bin 卫斌", Role.OPERATOR);
        add(all, random, "op-c2", "Jiang Yu 蒋宇", Role.OPERATOR);
        return all;
    }

    private static void add(List<Member> all, Random random, String id, String name, Role role) {
        all.add(new Member(id, name, role, Integer.toString(random.nextInt(PIN_MIN, PIN_MAX))));
    }
}
