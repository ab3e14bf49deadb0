package io.pumpwatch.dispatch;

import io.pumpwatch.station.Text;

/**
 * What is wrong with the link, as a value for screens and journal.
 *
 * @param kind what it is
 * @param detail host, topic, family or library message that goes with it; empty for none
 */
public record LinkFault(Kind kind, String detail) {
    /** What can be wrong. */
    public enum Kind {
        WRONG_PASSWORD(true, "the broker refuses this user name or password", "服务器拒绝用户名或密码"),
        CLIENT_ID_REFUSED(true, "the broker refuses this client id", "服务器拒绝客户端标识"),
        CLIENT_CERTIFICATE_REFUSED(true, "the broker refuses or misses our client certificate", "服务器拒绝或未收到客户端证书"),
        UNKNOWN_CA(true, "the broker's certificate isn't signed by the configured CA", "服务器证书不是由所配置的CA签发"),
        HOST_NAME_MISMATCH(true, "the broker's certificate is for another host name", "服务器证书的主机名不符"),
        CERTIFICATE_DATE(false, "a certificate isn't valid at this time; look at the clock", "证书不在有效期内，请检查时钟"),
        BROKER_UNAVAILABLE(false, "the broker says that it is unavailable", "服务器报告不可用"),
        PORT_CLOSED(false, "nothing listens at that address and port", "该地址和端口没有服务"),
        HOST_UNKNOWN(false, "the host name can't be resolved", "主机名无法解析"),
        NO_ANSWER(false, "no answer within the time allowed", "在规定时间内没有应答"),
        NOT_MQTT(
                false,
                "the other side doesn't speak MQTT here, or TLS is on at one side only",
                "对方不是MQTT服务，或只有一方启用TLS"),
        CONNECTION_LOST(false, "the connection broke", "连接中断"),
        SUBSCRIPTION_DENIED(false, "the broker denies a subscription", "服务器拒绝订阅"),
        UNPROVEN(
                false,
                "nothing proves that this topic family arrives; the broker may deny it silently",
                "无法证明此类主题已送达，服务器可能静默拒绝"),
        RECEIPT_AHEAD(false, "dispatch confirms entries that this journal doesn't have", "调度确认了本站日志中不存在的记录"),
        PAYLOAD_STUBBED(false, "a message dropped the link three times and went as a stub", "一条消息三次导致断线，已以摘要代替发送");

        private final boolean standing;
        private final String en;
        private final String zh;

        Kind(boolean standing, String en, String zh) {
            this.standing = standing;
            this.en = en;
            this.zh = zh;
        }

        /** Whether trying again soon can't help: a person has to change something. */
        public boolean standing() {
            return standing;
        }

        /** What it is, in words. */
        public Text words() {
            return new Text(en, zh);
        }
    }

    /** A fault without detail. */
    public static LinkFault of(Kind kind) {
        return new LinkFault(kind, "");
    }

    /** In words, with the detail. */
    public Text words() {
        Text words = kind.words();
        return detail.isEmpty() ? words : new Text(words.en() + ": " + detail, words.zh() + "：" + detail);
    }
}
