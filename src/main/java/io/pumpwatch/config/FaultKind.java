package io.pumpwatch.config;

import io.pumpwatch.station.Text;

/** Every sort of fault with its words; {@code {0}} and so on are filled in where the fault is found. */
public enum FaultKind {
    UNREADABLE_FILE("can't read the file: {0}", "无法读取文件: {0}", "a file that this user may read", "当前用户有权读取的文件"),
    EMPTY_FILE("the file says nothing", "文件是空的", "at least [station] and [field]", "至少要有 [station] 和 [field]"),
    TOO_LARGE("the file has {0} bytes", "文件有 {0} 字节", "at most {1} bytes", "最多 {1} 字节"),
    NOT_UTF8(
            "byte {0} of the file (hex {1}) isn't UTF-8",
            "文件第 {0} 个字节 (十六进制 {1}) 不是 UTF-8", "UTF-8 text; save the file as UTF-8", "UTF-8 文本; 请把文件另存为 UTF-8"),
    SYNTAX("not TOML: {0}", "不符合 TOML 语法: {0}", "", ""),
    NESTED_TOO_DEEP("brackets are nested too deep", "括号嵌套过深", "a few levels", "少数几层"),
    UNKNOWN_KEY("unknown key \"{0}\"", "未知的键 \"{0}\"", "{1}", "{1}"),
    MISSING_KEY("key \"{0}\" is missing", "缺少键 \"{0}\"", "{1}", "{1}"),
    WRONG_TYPE("\"{0}\" is {1}", "\"{0}\" 是{1}", "{2}", "{2}"),
    NOT_A_NUMBER("\"{0}\" is {1}", "\"{0}\" 是 {1}", "a finite number", "有限的数"),
    OUT_OF_RANGE("\"{0}\" is {1}", "\"{0}\" 是 {1}", "{2} to {3}", "{2} 到 {3}"),
    BAD_DURATION(
            "\"{0}\" is \"{1}\", which isn't a time",
            "\"{0}\" 是 \"{1}\", 不是时间",
            "a number and a unit, such as \"500 ms\", \"15 s\", \"10 min\", \"8 h\", \"30 d\"",
            "数和单位, 如 \"500 ms\"、\"15 s\"、\"10 min\"、\"8 h\"、\"30 d\""),
    BAD_WORD("\"{0}\" is \"{1}\"", "\"{0}\" 是 \"{1}\"", "{2}", "{2}"),
    BAD_NAME(
            "\"{0}\" is \"{1}\"",
            "\"{0}\" 是 \"{1}\"", "1 to 64 letters, digits, hyphens, dots or underscores", "1 到 64 个字母、数字、连字符、点或下划线"),
    BAD_TEXT("\"{0}\" is \"{1}\"", "\"{0}\" 是 \"{1}\"", "{2}", "{2}"),

    BAD_TAG("\"{0}\" isn't a tag", "\"{0}\" 不是位号", "letters, hyphen, digits, such as PT-101", "字母、连字符、数字, 如 PT-101"),
    RESERVED_TAG("{0} is the agent's own tag", "{0} 是本程序自用的位号", "any other tag", "其他位号"),
    DUPLICATE_TAG(
            "{0} is already in [{1}], line {2}",
            "{0} 已在 [{1}] 第 {2} 行出现", "each tag once in the file", "每个位号在文件中只出现一次"),
    SHARED_CHANNEL(
            "channel \"{0}\" is already used by {1}, line {2}",
            "通道 \"{0}\" 已被第 {2} 行的 {1} 占用", "one tag on each channel", "每个通道只接一个位号"),
    SHUNT(
            "{0} ohm is too much for a range of {1} V",
            "{0} 欧对 {1} V 量程过大", "at {2} mA the voltage must still be within the range", "{2} mA 时电压须仍在量程内"),
    CALIBRATION(
            "\"calibration\" isn't two points of one line",
            "\"calibration\" 不是一条直线上的两点",
            "low = [measured, true], high = [measured, true] in mA, at least 4 mA apart, within 10 %",
            "low = [测量值, 真值], high = [测量值, 真值]，单位 mA，相距至少 4 mA，偏差 10 % 以内"),
    TOO_SLOW(
            "{1} inputs of chip {0} take {2} ms at {4} conversions a second",
            "芯片 {0} 的 {1} 路输入按每秒 {4} 次转换需要 {2} ms",
            "at most {3} ms: a higher data_rate, a longer sample, or fewer inputs",
            "最多 {3} ms：提高 data_rate、延长 sample 或减少输入"),
    STALE_BETWEEN(
            "fresh {0} ends before the second round of \"{2}\", which reads every {1}",
            "\"{2}\" 每 {1} 读取一次，fresh {0} 在第二次读取前已过期",
            "fresh at least {3}, or a shorter \"every\"",
            "fresh 至少 {3}，或缩短 \"every\""),
    BAD_CHANNEL("\"{0}\" isn't a channel of this kind of field", "\"{0}\" 不是这种现场接口的通道", "{1}", "{1}"),
    UNKNOWN_TAG("\"{0}\" names {1}, which isn't in the file", "\"{0}\" 引用了文件中没有的 {1}", "{2}", "{2}"),
    WRONG_TAG("\"{0}\" names {1}, which is {2}", "\"{0}\" 引用的 {1} 是{2}", "{3}", "{3}"),
    TWICE_IN_LIST("\"{0}\" names {1} twice", "\"{0}\" 两次列出 {1}", "each tag once", "每个位号一次"),
    USED_TWICE(
            "{0} already serves {1}, line {2}",
            "{0} 已由第 {2} 行的 {1} 使用", "one use for each contact and output", "每个触点和输出只有一个用途"),

    SPAN_ORDER("span {0} to {1} is empty", "量程 {0} 到 {1} 是空的", "the lower end first", "先写下限, 后写上限"),
    BAND_ORDER(
            "bands {0}, {1}, {2}, {3} mA aren't in order",
            "电流分段 {0}、{1}、{2}、{3} mA 顺序不对",
            "fail_low < under <= 4, 20 <= over < fail_high",
            "fail_low < under <= 4, 20 <= over < fail_high"),
    OUTSIDE_SPAN("\"{0}\" {1} is outside the span of {2}", "\"{0}\" {1} 超出 {2} 的量程", "{3} to {4} {5}", "{3} 到 {4} {5}"),
    NO_MOVES_WITH(
            "\"frozen\" without \"moves_with\" can't be judged",
            "有 \"frozen\" 而没有 \"moves_with\", 无法判断",
            "moves_with = [pumps or running contacts]",
            "moves_with = [水泵或运行触点]"),
    ITSELF("{0} names itself", "{0} 引用了自己", "another tag", "其他位号"),

    OVERLAPPING_DEADBANDS(
            "low limit {0} + deadband {1} reaches high limit {2} ({3}) - deadband {4}",
            "低限 {0} + 回差 {1} 与高限 {2} ({3}) - 回差 {4} 重叠", "low + deadband < high - deadband", "低限 + 回差 < 高限 - 回差"),
    LIMIT_ORDER("{0} at {1} isn't beyond {2} at {3}", "{0} 为 {1}, 没有超出 {2} 的 {3}", "{4}", "{4}"),
    SAME_LIMIT("{0} stands at {1} like {2}", "{0} 与 {2} 同为 {1}", "another setpoint for each", "各自不同的设定值"),
    LATCH_BAND("deadband {0} is wider than the span of {1}", "回差 {0} 大于 {1} 的量程", "0 to {2}", "0 到 {2}"),
    MISSING_TEXT(
            "a critical alarm without \"{0}\" in {1}",
            "紧急报警缺少{1}的 \"{0}\"",
            "name, cause, consequence, response, each in en and zh",
            "name、cause、consequence、response, 中英文各一"),
    ALWAYS_ALARM(
            "alarms when {0}, which is normal for {1}",
            "在{0}时报警, 而这是 {1} 的正常状态", "the other state, or another \"normal\"", "相反的状态, 或修改 \"normal\""),
    NOT_FOR_THIS_POINT("\"{0}\" isn't for {1}", "\"{0}\" 不适用于 {1}", "{2}", "{2}"),
    UNKNOWN_POINT("there is no alarm point {0}", "没有报警点 {0}", "{1}", "{1}"),
    NO_HEADER(
            "\"while_settled\" needs a header, and {0} has none",
            "\"while_settled\" 需要总管, 而 {0} 没有", "[header.{0}] with its pumps", "[header.{0}] 及其水泵"),
    MUST_STAY(
            "a critical alarm of a protection can't be switched off",
            "保护的紧急报警不能关闭",
            "enabled = true",
            "enabled = true"),

    WRONG_PUMP("{0} is {1} pump", "{0} 是{1}泵", "{2} pumps", "{2}泵"),
    LOST_LOW(
            "\"low_low\" {0} with deadband {1} leaves the span",
            "\"low_low\" {0} 加回差 {1} 超出量程", "{2} to {3}", "{2} 到 {3}"),
    DRAINAGE_BLOCKED(
            "drainage pump {0} would be {1} while {2} (\"{3}\" is \"{4}\")",
            "排水泵 {0} 会在{2}时被{1} (\"{3}\" 为 \"{4}\")",
            "{3} = \"{5}\": a drainage pump must always be able to run (rule D3)",
            "{3} = \"{5}\": 排水泵必须随时能够运行 (规则 D3)"),
    GRANTED_AT_START(
            "permit of {0} would be given while {1}",
            "{1}时会给出 {0} 的启动许可",
            "{2} = \"blocked\": nothing starts before the agent has judged",
            "{2} = \"blocked\": 程序判断之前不许启动"),
    TRIP_BY_AGENT(
            "trip of {0} would be asserted while {1}",
            "{1}时会使 {0} 跳闸",
            "{2} = \"not-tripped\": the agent's start and stop never stop a pump",
            "{2} = \"not-tripped\": 程序的启停决不停泵"),
    POWERLESS(
            "\"no_power\" is \"{0}\", but a {1} output has this state only with its coil energised",
            "\"no_power\" 为 \"{0}\", 而{1}输出只有线圈得电才有此状态", "no_power = \"{2}\"", "no_power = \"{2}\""),
    WIRING(
            "\"wiring\" is \"{0}\" for a permit",
            "许可输出的 \"wiring\" 为 \"{0}\"",
            "wiring = \"{1}\", because the agent energises this coil to {2}",
            "wiring = \"{1}\", 因为程序使该线圈得电来{2}"),

    WINDOWS_MEET(
            "window \"{0}\" with its grace runs into window \"{1}\"",
            "时段 \"{0}\" 加宽限后与时段 \"{1}\" 重叠", "to + grace before the next from", "to + grace 早于下一个 from"),
    LADDER_ORDER(
            "{0}_leader, {0}_chief, {0}_dispatch aren't in order",
            "{0}_leader、{0}_chief、{0}_dispatch 顺序不对", "leader <= chief <= dispatch", "leader <= chief <= dispatch"),
    BAD_ZONE(
            "\"{0}\" isn't a time zone",
            "\"{0}\" 不是时区", "a name such as Asia/Shanghai or UTC{1}", "如 Asia/Shanghai 或 UTC{1}"),
    BAD_CLOCK("\"{0}\" is \"{1}\"", "\"{0}\" 是 \"{1}\"", "a time of day such as 08:00", "一天中的时刻, 如 08:00"),
    BAD_DAY("\"{0}\" is \"{1}\"", "\"{0}\" 是 \"{1}\"", "a day of the year such as 06-01", "一年中的日期, 如 06-01"),
    BAD_PATTERN(
            "\"{0}\" isn't a time format: {1}",
            "\"{0}\" 不是时间格式: {1}",
            "such as yyyy-MM-dd HH:mm:ss, epoch-s or epoch-ms",
            "如 yyyy-MM-dd HH:mm:ss、epoch-s 或 epoch-ms"),
    BAD_BROKER(
            "\"{0}\" isn't a broker's address",
            "\"{0}\" 不是服务器地址", "tcp://host:port or ssl://host:port", "tcp://主机:端口 或 ssl://主机:端口"),
    BAD_KEY(
            "key \"{0}\" isn't an Ed25519 public key",
            "键 \"{0}\" 不是 Ed25519 公钥",
            "one line of base64, as \"pumpwatch dispatch keygen\" prints it",
            "一行 base64, 即 \"pumpwatch dispatch keygen\" 的输出"),
    SECRET(
            "a password never stands in this file",
            "密码不得写在本文件中",
            "password_file = \"a file with mode 0600\"",
            "password_file = \"权限为 0600 的文件\""),
    NEEDS("\"{0}\" needs {1}", "\"{0}\" 需要 {1}", "{2}", "{2}"),
    OPEN_WEB(
            "\"address\" {0} is reachable from outside while http is \"{1}\"",
            "http 为 \"{1}\" 时, \"address\" {0} 可从外部访问",
            "127.0.0.1 or ::1, or http = \"tls\"",
            "127.0.0.1 或 ::1, 或 http = \"tls\""),
    TLS_UNREADABLE("can't read {0}: {1}", "无法读取 {0}: {1}", "a PEM file that this user may read", "当前用户有权读取的 PEM 文件"),
    TLS_NO_PEM(
            "{0} holds no \"{1}\" that can be used",
            "{0} 中没有可用的 \"{1}\"", "PEM; a key as PKCS 8, not encrypted", "PEM; 私钥为未加密的 PKCS 8"),
    TLS_NOT_YET(
            "{0} holds only from {1} on",
            "{0} 自 {1} 起才有效", "a certificate that holds now; is the clock right?", "现在有效的证书; 请检查时钟"),
    TLS_ENDED(
            "{0} ended on {1}",
            "{0} 已于 {1} 到期",
            "a new certificate: pumpwatch tls-certificate --help",
            "新证书: pumpwatch tls-certificate --help"),
    TLS_OTHER_KEY("{0} isn't the key of {1}", "{0} 不是 {1} 的私钥", "the two that were made together", "同时生成的一对文件"),
    TLS_MISSING(
            true,
            "there is no file {0} on this machine",
            "本机没有文件 {0}",
            "the file on the station's own machine; without it http and the link don't come up",
            "泵站主机上须有此文件; 没有则 http 和上传连接不能启动"),
    TLS_ENDS_SOON(true, "{0} ends on {1}", "{0} 将于 {1} 到期", "a new certificate before that day", "在此之前换新证书"),

    OUTSIDE_RULE(
            true,
            "setpoint {0} is outside rule {1}; it is shown and recorded",
            "设定值 {0} 超出规则 {1}; 将显示并记录",
            "{2} to {3} {4}",
            "{2} 到 {3} {4}"),
    NO_TRIP_OUTPUT(
            true,
            "{0} has a trip, but pump {1} has no trip output: it alarms and can't stop the pump",
            "{0} 有跳闸, 而水泵 {1} 没有跳闸输出: 只报警, 不能停泵",
            "[pump.{1}] trip = an output",
            "[pump.{1}] trip = 输出"),
    GRANTED_WHEN_DEAD(
            true,
            "permit of {0} is given while the agent is dead: a latched inhibit doesn't hold then",
            "程序停止时给出 {0} 的启动许可: 此时闭锁不起作用",
            "agent_dead = \"blocked\"",
            "agent_dead = \"blocked\""),
    UNUSED_OUTPUT(
            true, "output {0} serves nothing", "输出 {0} 没有用途", "name it in a pump or in [relays]", "在水泵或 [relays] 中引用"),
    UNSEEN_CONTACT(
            true,
            "contact {0} serves nothing and has no alarm",
            "触点 {0} 没有用途也没有报警",
            "name it in a pump or sump, or give it an alarm",
            "在水泵、水仓中引用, 或设报警");

    private final boolean warning;
    private final String en;
    private final String zh;
    private final String allowedEn;
    private final String allowedZh;

    FaultKind(String en, String zh, String allowedEn, String allowedZh) {
        this(false, en, zh, allowedEn, allowedZh);
    }

    FaultKind(boolean warning, String en, String zh, String allowedEn, String allowedZh) {
        this.warning = warning;
        this.en = en;
        this.zh = zh;
        this.allowedEn = allowedEn;
        this.allowedZh = allowedZh;
    }

    /** Whether the file can be used all the same. */
    public boolean warning() {
        return warning;
    }

    Text what() {
        return new Text(en, zh);
    }

    Text allowed() {
        return new Text(allowedEn, allowedZh);
    }
}
