package io.pumpwatch.cli;

import io.pumpwatch.api.Forms;
import io.pumpwatch.console.AgentHttp.Answer;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.view.forms.BlankForms;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Blank paper forms, from a running agent or from a station file: paper is needed when the agent is off. */
final class FormCommands implements Family {
    @Override
    public List<CommandSpec> commands(Shell shell) {
        return List.of(new Command(shell, "form", "form", line -> form(shell, line))
                .takes("NAME", "cli.form.arg.name")
                .option("--config", "FILE", "cli.form.opt.config")
                .asksAgent()
                .build());
    }

    private static int form(Shell shell, ParseResult line) throws CliFault {
        String name = Line.valueOrNull(line, 0);
        String config = Line.option(line, "--config");
        if (config != null) {
            return stored(shell, line, name, config);
        }
        String query = name == null ? "" : "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        Acts acts = new Acts(shell);
        Answer answer = acts.client(line).get("forms" + query);
        return acts.show(line, answer, () -> print(shell, answer.as(Forms.class)));
    }

    private static int stored(Shell shell, ParseResult line, @Nullable String name, String config) throws CliFault {
        StationPlan plan = StationFiles.load(shell, config).plan();
        Map<String, String> names = BlankForms.names(plan, shell.lang());
        String form = name == null ? null : BlankForms.of(plan, name, shell.lang());
        if (name != null && form == null) {
            String known = String.join(", ", names.keySet());
            throw new CliFault(Exit.REFUSED, shell.say("form.unknown", "name", Plain.line(name), "known", known));
        }
        Forms forms = new Forms(
                names.entrySet().stream()
                        .map(each -> new Forms.Name(each.getKey(), each.getValue()))
                        .toList(),
                form);
        if (Line.flag(line, "--json")) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put(
                    "forms",
                    forms.forms().stream()
                            .map(each -> Map.of("name", each.name(), "title", each.title()))
                            .toList());
            all.put("form", form);
            shell.out().println(Json.write(all));
        } else {
            print(shell, forms);
        }
        return Exit.DONE;
    }

    private static void print(Shell shell, Forms forms) {
        String form = forms.form();
        if (form != null) {
            form.lines().forEach(each -> shell.out().println(Plain.line(each)));
            return;
        }
        Table table = new Table(shell.say("cli.col.form"), shell.say("cli.col.name"));
        forms.forms().forEach(each -> table.row(each.name(), each.title()));
        table.print(shell.out());
    }
}
