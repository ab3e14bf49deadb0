package io.pumpwatch.cli;

import io.pumpwatch.app.demo.DemoRun;
import io.pumpwatch.app.demo.RunSummary;
import io.pumpwatch.console.ConsoleRun;
import io.pumpwatch.dispatch.paho.TlsFiles.TlsFileException;
import io.pumpwatch.field.InputRefused;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The demo with its console: the story runs on below the screen, who leaves the screen ends the demo. */
final class DemoConsole {
    private DemoConsole() {}

    static int run(Shell shell, DemoRun.Options options) throws CliFault {
        AtomicReference<@Nullable ConsoleRun> console = new AtomicReference<>();
        DemoRun demo = new DemoRun(options, told -> {
            ConsoleRun open = console.get();
            if (open != null) {
                open.tell(DemoCommands.line(shell, told));
            }
        });
        CompletableFuture<DemoRun.Doors> doors = new CompletableFuture<>();
        return UntilSignal.run(shell, demo::end, () -> {
            CompletableFuture<RunSummary> running = CompletableFuture.supplyAsync(() -> story(demo, doors));
            var unused = running.whenComplete((summary, fault) -> {
                if (fault != null) {
                    doors.completeExceptionally(fault);
                }
                ConsoleRun open = console.get();
                if (open != null) {
                    open.end();
                }
            });
            DemoRun.Doors there = await(doors);
            DemoCommands.doors(shell, false, there);
            URI agent = URI.create("http://127.0.0.1:" + there.port());
            ConsoleCommand.open(shell, agent, null, open -> {
                console.set(open);
                open.note(pins(shell, there));
            });
            demo.end();
            RunSummary summary = await(running);
            DemoCommands.doors(shell, false, there);
            return DemoCommands.end(shell, false, summary, Map.of());
        });
    }

    private static RunSummary story(DemoRun demo, CompletableFuture<DemoRun.Doors> doors) {
        try {
            return demo.run(doors::complete);
        } catch (IOException | InterruptedException | InputRefused | TlsFileException fault) {
            throw new IllegalStateException(fault.getMessage(), fault);
        }
    }

    private static <T> T await(CompletableFuture<T> coming) throws InterruptedException, IOException {
        try {
            return coming.get();
        } catch (ExecutionException fault) {
            throw new IOException(
                    fault.getCause() == null
                            ? fault.getMessage()
                            : fault.getCause().getMessage(),
                    fault);
        }
    }

    /** PINs of the demo's people, in a line. */
    private static String pins(Shell shell, DemoRun.Doors doors) {
        StringBuilder pins = new StringBuilder(shell.say("console.demo")).append(' ');
        doors.crew()
                .forEach(member -> pins.append(member.id())
                        .append('=')
                        .append(member.pin())
                        .append("  "));
        return pins.toString();
    }
}
