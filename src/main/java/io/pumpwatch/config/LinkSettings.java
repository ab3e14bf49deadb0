package io.pumpwatch.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way to dispatch. Files are as they stand in the station file: relative ones are meant from its folder.
 *
 * @param site and
 * @param station as in the topics
 * @param tls whether the connection is encrypted
 * @param clientId unique at the broker
 * @param user null for none
 * @param passwordFile holds the password; null for none
 * @param caFile PEM, null for the CAs of the Java installation
 * @param certFile PEM, null for none
 * @param keyFile PEM, null for none
 * @param receipts whether dispatch proves delivery
 * @param seat name of the key whose receipts count; empty where none are required
 * @param keys Ed25519 public keys of dispatch's seats by name: base64 of their X.509 form
 * @param readingsMs between two publications of all readings; 0 never
 * @param unconfirmedMs an alarm that dispatch hasn't confirmed in this time is an alarm; 0 never
 * @param proofMs a topic family without proof of delivery for this long is a fault
 */
public record LinkSettings(
        String site,
        String station,
        String host,
        int port,
        boolean tls,
        String clientId,
        @Nullable String user,
        @Nullable String passwordFile,
        @Nullable String caFile,
        @Nullable String certFile,
        @Nullable String keyFile,
        Receipts receipts,
        String seat,
        Map<String, String> keys,
        long readingsMs,
        long unconfirmedMs,
        long proofMs) {
    public LinkSettings {
        keys = Map.copyOf(keys);
    }

    /** How delivery is proven. */
    public enum Receipts {
        /** Dispatch's signed receipts. */
        REQUIRED,
        /** The broker's word is taken. */
        NONE
    }
}
