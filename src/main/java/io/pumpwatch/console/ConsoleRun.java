package io.pumpwatch.console;

import io.pumpwatch.console.Update.Step;
import io.pumpwatch.station.Clock;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/** Runs the console in this terminal: keys and answers become messages, the model becomes lines. */
public final class ConsoleRun implements AutoCloseable {
    /** The agent says something each second: what is silent for longer is gone, and another connection may find it. */
    private static final int SILENCE_MS = 2_500;

    private static final int CONNECT_MS = 800;
    /** Words that say what to do next name keys. */
    private static final String READER = "console";

    private static final int ACT_MS = 20_000;
    private static final long TICK_MS = 250;
    private static final long ESCAPE_MS = 60;
    private static final int UNAUTHORIZED = 401;
    /** What is answered to an act that leans on a session that is no more. */
    private static final Set<String> SESSION_OVER = Set.of("session.needed", "session.token", "field.missing");

    private static final int MESSAGES_MAX = 1_000;

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>(MESSAGES_MAX);
    private final ExecutorService looks = Executors.newSingleThreadExecutor(ConsoleRun::quiet);
    private final ExecutorService acts = Executors.newSingleThreadExecutor(ConsoleRun::quiet);
    private final Clock clock;
    private final Terminal terminal;
    /** For looks, which mustn't wait behind an act, and for acts; one session for both. */
    private final AgentHttp http;

    private final AgentStream stream;
    private final SavedFiles files;
    private Model model;
    private Size drawn = Size.of(0, 0);
    private volatile boolean quit;

    private static Thread quiet(Runnable work) {
        Thread thread = new Thread(work, "console");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * A console that doesn't run yet.
     *
     * @param trust whose certificates are believed; null for those that this machine believes
     * @param type the terminal's own name, such as xterm-256color; {@code linux} is the one that draws no Chinese
     * @throws IOException where there is no terminal
     */
    public ConsoleRun(URI agent, @Nullable AgentTrust trust, Lang lang, String type, Clock clock) throws IOException {
        this.clock = clock;
        // UTF-8 everywhere: the line-drawing set of old terminals shows letters where a terminal doesn't know it.
        System.setProperty("org.jline.utils.disableAlternateCharset", "true");
        this.terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(false)
                // Nothing is asked of the terminal: an answer that comes late would be taken for keys.
                .graphemeCluster(false)
                .encoding(StandardCharsets.UTF_8)
                .build();
        boolean chinese = !type.equals("linux");
        Size size = terminal.getSize();
        this.model = Model.start(lang, size.getColumns(), size.getRows(), chinese);
        Lang spoken = Say.lang(model);
        this.http = new AgentHttp(agent, spoken, READER, CONNECT_MS, ACT_MS, trust);
        this.files = new SavedFiles(http, Path.of("").toAbsolutePath(), Words.of(spoken));
        this.stream =
                new AgentStream(new AgentHttp(agent, spoken, READER, CONNECT_MS, SILENCE_MS, trust), clock, messages);
    }

    /** Says something below the screen. Any thread, never blocks. */
    public void tell(String words) {
        messages.offer(new Message.Told(words));
    }

    /** Says something that stands in the help and beside the question who somebody is. Any thread, never blocks. */
    public void note(String words) {
        messages.offer(new Message.Noted(words));
    }

    /** Ends it from outside. */
    public void end() {
        quit = true;
    }

    /** Runs until the person leaves. The caller's thread. */
    public void run() throws InterruptedException {
        Attributes before = terminal.enterRawMode();
        terminal.handle(Terminal.Signal.WINCH, signal -> resized());
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.keypad_xmit);
        terminal.puts(Capability.cursor_invisible);
        Thread keys = quiet(this::keys);
        keys.start();
        quiet(stream).start();
        try {
            Display display = new Display(terminal, true);
            while (!quit) {
                draw(display);
                Message message = messages.poll(TICK_MS, TimeUnit.MILLISECONDS);
                take(new Message.Tick(clock.now().uptimeMs()));
                while (message != null) {
                    take(message);
                    message = messages.poll();
                }
            }
        } finally {
            stream.end();
            terminal.puts(Capability.cursor_visible);
            terminal.puts(Capability.keypad_local);
            terminal.puts(Capability.exit_ca_mode);
            terminal.flush();
            terminal.setAttributes(before);
        }
    }

    private void resized() {
        Size size = terminal.getSize();
        messages.offer(new Message.Resized(size.getColumns(), size.getRows()));
    }

    private void draw(Display display) {
        Model now = model;
        if (now.look().rows() != drawn.getRows() || now.look().columns() != drawn.getColumns()) {
            // A terminal moves lines about when its size changes: what it shows now isn't known.
            drawn = Size.of(now.look().columns(), now.look().rows());
            display.reset();
            terminal.puts(Capability.clear_screen);
        }
        display.resize(Size.of(now.look().columns(), now.look().rows()));
        display.update(View.of(now), -1);
    }

    private void take(Message message) {
        Step step = Update.update(model, message);
        model = step.model();
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Look look) {
                looks.execute(() -> look(look.documents()));
            } else if (effect instanceof Effect.Act act) {
                acts.execute(() -> act(act));
            } else if (effect instanceof Effect.SignIn signIn) {
                acts.execute(() -> signIn(signIn));
            } else if (effect instanceof Effect.SignOut) {
                acts.execute(http::signOut);
            } else if (effect instanceof Effect.Save save) {
                acts.execute(() -> messages.offer(files.save(save)));
            } else if (effect instanceof Effect.Bell) {
                terminal.puts(Capability.bell);
                terminal.flush();
            } else {
                quit = true;
            }
        }
    }

    private void keys() {
        KeyDecoder decoder = new KeyDecoder();
        NonBlockingReader reader = terminal.reader();
        try {
            while (!quit) {
                int c = reader.read(ESCAPE_MS);
                if (c == NonBlockingReader.EOF) {
                    quit = true;
                    return;
                }
                String key = decoder.feed(c == NonBlockingReader.READ_EXPIRED ? KeyDecoder.PAUSE : c);
                if (key != null) {
                    messages.put(new Message.Key(key));
                }
            }
        } catch (IOException gone) {
            // The terminal is gone, and with it the person.
            quit = true;
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(List<String> documents) {
        List<Object> came = new ArrayList<>();
        boolean barred = false;
        try {
            for (String document : documents) {
                AgentHttp.Answer answer = http.get(document);
                barred |= answer.status() == UNAUTHORIZED;
                Object read = Documents.read(document, answer);
                if (read != null) {
                    came.add(read);
                }
            }
        } catch (IOException gone) {
            // That the agent is gone the stream says; what didn't come is asked for again.
            messages.offer(new Message.Kept());
        }
        messages.offer(new Message.Came(came, barred));
    }

    private void act(Effect.Act act) {
        boolean proves = act.fields().containsKey("pin");
        try {
            AgentHttp.Answer answer = http.act(act.verb(), act.fields());
            if (answer.ok() && act.verb().equals("sign-off")) {
                http.signOut();
            } else if (answer.ok() && proves) {
                remain(act.fields());
            }
            boolean kept = !"false".equals(answer.member("kept"));
            String words = answer.member(answer.ok() ? "message" : "detail");
            answered(answer.ok(), kept, words, !proves && SESSION_OVER.contains(answer.member("code")));
        } catch (IOException gone) {
            answered(false, true, new Say(model).word("console.unreached"), false);
        }
    }

    /** The PIN of an act that was done opens the session for the next; where it can't, the PIN is asked again then. */
    private void remain(Map<String, Object> fields) {
        try {
            http.signIn(String.valueOf(fields.get("person")), String.valueOf(fields.get("pin")));
        } catch (IOException gone) {
            // That the agent is gone the stream says; the act was done all the same.
        }
    }

    private void signIn(Effect.SignIn signIn) {
        try {
            AgentHttp.Answer answer = http.signIn(signIn.person(), signIn.pin());
            answered(answer.ok(), true, answer.ok() ? answer.member("name") : answer.member("detail"), false);
        } catch (IOException gone) {
            answered(false, true, new Say(model).word("console.unreached"), false);
        }
    }

    private void answered(boolean done, boolean kept, String words, boolean ended) {
        messages.offer(new Message.Answered(done, kept, words, http.person(), ended));
    }

    /** Signs out who signed in here, and gives the terminal back. */
    @Override
    public void close() throws IOException {
        looks.shutdownNow();
        acts.shutdownNow();
        http.signOut();
        terminal.close();
    }
}
