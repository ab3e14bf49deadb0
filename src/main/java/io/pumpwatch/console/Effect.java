package io.pumpwatch.console;

import java.util.List;
import java.util.Map;

/** What the console wants of the world around it. */
sealed interface Effect {
    /** Documents of the API, by their names. */
    record Look(List<String> documents) implements Effect {}

    /** Has something done; a PIN among the fields opens a session too, once it is done. */
    record Act(String verb, Map<String, Object> fields) implements Effect {}

    record SignIn(String person, String pin) implements Effect {}

    record SignOut() implements Effect {}

    /**
     * Keeps a document of the API as a file in the folder where the console was started.
     *
     * @param name of the file
     */
    record Save(String document, String name) implements Effect {}

    record Bell() implements Effect {}

    record Quit() implements Effect {}
}
