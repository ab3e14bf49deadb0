package io.pumpwatch.dispatch.paho;

import io.pumpwatch.dispatch.Broker;
import io.pumpwatch.dispatch.LinkFault;
import io.pumpwatch.dispatch.LinkFault.Kind;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;

/** Names of what the library and the sockets throw. */
final class Faults {
    private static final int CAUSES_MAX = 10;

    private Faults() {}

    static LinkFault of(Broker broker, @Nullable Throwable thrown) {
        Kind kind = thrown == null ? Kind.CONNECTION_LOST : kind(thrown);
        return new LinkFault(kind, kind == Kind.WRONG_PASSWORD ? broker + " user " + broker.user() : broker.toString());
    }

    private static Kind kind(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            Kind kind = one(cause);
            if (kind != null) {
                return kind;
            }
            cause = cause.getCause();
        }
        return byCode(thrown);
    }

    private static @Nullable Kind one(Throwable cause) {
        if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
            return Kind.CERTIFICATE_DATE;
        }
        if (cause instanceof UnknownHostException) {
            return Kind.HOST_UNKNOWN;
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return Kind.PORT_CLOSED;
        }
        if (cause instanceof SocketTimeoutException) {
            return Kind.NO_ANSWER;
        }
        String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (cause instanceof CertPathValidatorException || words.contains("unable to find valid certification path")) {
            return words.contains("validity check failed") ? null : Kind.UNKNOWN_CA;
        }
        if (words.contains("no subject alternative") || words.contains("no name matching")) {
            return Kind.HOST_NAME_MISMATCH;
        }
        return cause instanceof SSLException ? tls(words) : null;
    }

    private static @Nullable Kind tls(String words) {
        if (words.contains("received fatal alert") && !words.contains("protocol_version")) {
            boolean certificate = words.contains("cert") || words.contains("unknown_ca") || words.contains("handshake");
            return certificate ? Kind.CLIENT_CERTIFICATE_REFUSED : null;
        }
        return words.contains("unsupported or unrecognized ssl message") ? Kind.NOT_MQTT : null;
    }

    private static Kind byCode(Throwable thrown) {
        if (!(thrown instanceof MqttException mqtt)) {
            return Kind.CONNECTION_LOST;
        }
        return switch (mqtt.getReasonCode()) {
            case MqttException.REASON_CODE_FAILED_AUTHENTICATION, MqttException.REASON_CODE_NOT_AUTHORIZED ->
                Kind.WRONG_PASSWORD;
            case MqttException.REASON_CODE_INVALID_CLIENT_ID -> Kind.CLIENT_ID_REFUSED;
            case MqttException.REASON_CODE_BROKER_UNAVAILABLE -> Kind.BROKER_UNAVAILABLE;
            case MqttException.REASON_CODE_CLIENT_TIMEOUT -> Kind.NO_ANSWER;
            case MqttException.REASON_CODE_INVALID_PROTOCOL_VERSION, MqttException.REASON_CODE_INVALID_MESSAGE ->
                Kind.NOT_MQTT;
            default -> Kind.CONNECTION_LOST;
        };
    }
}
