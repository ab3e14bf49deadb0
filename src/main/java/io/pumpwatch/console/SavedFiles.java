package io.pumpwatch.console;

import io.pumpwatch.station.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Keeps reports as files in the folder where the console was started. Blocks; one thread. */
final class SavedFiles {
    /** So many of one name: more are a key that is held down. */
    private static final int SAME_MAX = 99;

    private final AgentHttp http;
    private final Path folder;
    private final Words words;

    SavedFiles(AgentHttp http, Path folder, Words words) {
        this.http = http;
        this.folder = folder;
        this.words = words;
    }

    /** Asks for the document and keeps it; a file that is there already stays as it is. */
    Message.Saved save(Effect.Save save) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            AgentHttp.Answer answer = http.file(save.document(), read);
            if (!answer.ok()) {
                return new Message.Saved(false, answer.member("detail"));
            }
        } catch (IOException gone) {
            return new Message.Saved(false, words.say("console.save.unreached"));
        }
        byte[] bytes = read.toByteArray();
        Path file = folder;
        try {
            for (int number = 1; number <= SAME_MAX; number++) {
                file = folder.resolve(numbered(save.name(), number));
                if (wrote(file, bytes)) {
                    return new Message.Saved(true, words.say("console.save.done", Map.of("file", file.toString())));
                }
            }
            return new Message.Saved(false, words.say("console.save.many", Map.of("folder", folder.toString())));
        } catch (IOException fault) {
            Map<String, String> why = Map.of("folder", folder.toString(), "fault", why(fault));
            return new Message.Saved(false, words.say("console.save.fault", why));
        }
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return number == 1 ? name : name.substring(0, dot) + "-" + number + name.substring(dot);
    }

    /** Whether there was none of that name; half a file is never left behind. */
    private static boolean wrote(Path file, byte[] bytes) throws IOException {
        try {
            Files.write(file, new byte[0], StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            return false;
        }
        try {
            Files.write(file, bytes);
            return true;
        } catch (IOException fault) {
            Files.deleteIfExists(file);
            throw fault;
        }
    }

    private static String why(IOException fault) {
        String reason = fault instanceof FileSystemException system ? system.getReason() : fault.getMessage();
        return reason == null ? fault.getClass().getSimpleName() : reason;
    }
}
