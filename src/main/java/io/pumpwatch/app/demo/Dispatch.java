package io.pumpwatch.app.demo;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which broker the dispatch of a demo, week or replay is reached by. */
public sealed interface Dispatch {
    /** A broker inside the program, on a free port of 127.0.0.1. */
    record Own() implements Dispatch {}

    /** A broker that runs elsewhere, without TLS and sign-in. */
    record At(String host, int port) implements Dispatch {}

    /** Nobody: the station keeps its records and dispatch hears nothing. */
    record Nobody() implements Dispatch {}

    /** Host and port of a broker; empty where {@code text} isn't that. */
    static Optional<At> at(String text) {
        Matcher match = Pattern.compile("(?:tcp://|mqtt://)?([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:]{2,39}]):([0-9]{1,5})")
                .matcher(text);
        boolean matches = match.matches();
        int port = matches ? Integer.parseInt(match.group(2)) : 0;
        return port >= 1 && port <= 65_535 ? Optional.of(new At(match.group(1), port)) : Optional.empty();
    }

    /** The broker inside the program where it is there, else nobody: the package for the Pi comes without it. */
    static Dispatch usual() {
        return usual("io.moquette.broker.Server");
    }

    /**
     * The same for a broker of that class.
     *
     * @param broker class of the broker inside the program
     */
    static Dispatch usual(String broker) {
        try {
            Class.forName(broker, false, Dispatch.class.getClassLoader());
            return new Own();
        } catch (ClassNotFoundException stripped) {
            return new Nobody();
        }
    }
}
