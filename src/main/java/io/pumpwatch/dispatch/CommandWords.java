package io.pumpwatch.dispatch;

import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Text;
import java.util.Map;

/** Words for refused commands in both languages. */
public final class CommandWords {
    private static final Map<String, Text> WORDS = Map.ofEntries(
            entry("done", "done", "已完成"),
            entry("command.too-long", "the command is longer than {max} characters", "命令超过{max}个字符"),
            entry("command.not-signed", "not a signed command (JWS compact, EdDSA)", "不是已签名的命令"),
            entry("command.unknown-key", "key '{key}' isn't named in the station file", "站点文件中没有密钥“{key}”"),
            entry("command.wrong-signature", "the signature of '{key}' is wrong", "“{key}”的签名不正确"),
            entry("command.malformed", "signed, but not a command: {why}", "已签名，但不是有效命令：{why}"),
            entry("command.other-station", "the command is for {station}", "该命令发往{station}"),
            entry("command.other-topic", "'{verb}' came on topic {topic}", "命令“{verb}”的主题不符：{topic}"),
            entry(
                    "command.age",
                    "written {seconds} s ago by the station's clock: too old or from the future; compare the clocks",
                    "按本站时钟为{seconds}秒前发出，超出允许时间，请核对时钟"),
            entry("command.replayed", "command {id} was here before", "命令{id}已处理过"),
            entry("receipt.other-seat", "receipts of '{seat}' don't count here", "“{seat}”的回执在此无效"),
            entry("receipt.ahead", "entry {upTo} isn't in this journal", "日志中没有记录{upTo}"),
            entry("resend.ahead", "entry {from} isn't there, or was asked for a moment ago", "没有记录{from}，或刚刚已请求过"));

    private CommandWords() {}

    private static Map.Entry<String, Text> entry(String code, String en, String zh) {
        return Map.entry(code, new Text(en, zh));
    }

    /** A refusal in words; its bare code where it comes from elsewhere. */
    public static Text of(Refusal refusal) {
        Text words = WORDS.getOrDefault(refusal.code(), new Text(refusal.code(), refusal.code()));
        String en = words.en();
        String zh = words.zh();
        for (Map.Entry<String, String> arg : refusal.args().entrySet()) {
            en = en.replace("{" + arg.getKey() + "}", arg.getValue());
            zh = zh.replace("{" + arg.getKey() + "}", arg.getValue());
        }
        return new Text(en, zh);
    }
}
