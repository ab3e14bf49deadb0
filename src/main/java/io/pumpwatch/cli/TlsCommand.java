package io.pumpwatch.cli;

import io.pumpwatch.app.SystemClock;
import io.pumpwatch.web.OwnCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Makes what {@code http = "tls"} needs, where no package has made it. */
final class TlsCommand implements Family {
    private static final int DAYS = 3_650;

    @Override
    public List<CommandSpec> commands(Shell shell) {
        return List.of(new Command(shell, "tls-certificate", "tls-certificate", line -> make(shell, line))
                .needsOption("--out", "FOLDER", "cli.opt.tlsOut")
                .options("--name", "HOST", "cli.opt.tlsName")
                .option("--days", "DAYS", "cli.opt.tlsDays")
                .build());
    }

    private static int make(Shell shell, ParseResult line) throws CliFault {
        Path folder = Path.of(line.matchedOptionValue("--out", ""));
        int days = (int) Math.min(36_500, Math.max(1, Line.number(shell, line, "--days", DAYS)));
        Path certificate = folder.resolve("cert.pem");
        Path key = folder.resolve("key.pem");
        for (Path file : List.of(certificate, key)) {
            if (Files.exists(file)) {
                throw new CliFault(Exit.REFUSED, shell.say("cli.tls.there", "file", file.toString()));
            }
        }
        List<String> names = names(line);
        OwnCertificate made = OwnCertificate.make(names, new SystemClock().now().utcMs(), days);
        try {
            Files.createDirectories(folder);
            write(key, made.key(), "rw-------");
            write(certificate, made.certificate(), "rw-r--r--");
        } catch (IOException fault) {
            throw new CliFault(
                    Exit.REFUSED, shell.words().say("cli.tls.unwritten", Map.of("folder", folder.toString())));
        }
        shell.out()
                .println(shell.words()
                        .say(
                                "cli.tls.made",
                                Map.of(
                                        "cert", certificate.toString(),
                                        "key", key.toString(),
                                        "names", String.join(", ", names),
                                        "days", Integer.toString(days))));
        return Exit.DONE;
    }

    private static List<String> names(ParseResult line) {
        Set<String> names = new LinkedHashSet<>(Line.options(line, "--name"));
        if (names.isEmpty()) {
            try {
                names.add(InetAddress.getLocalHost().getHostName());
            } catch (IOException nameless) {
                names.add("localhost");
            }
        }
        names.addAll(List.of("localhost", "127.0.0.1"));
        return new ArrayList<>(names);
    }

    /** Private before the first byte is in it. */
    private static void write(Path file, String text, String rights) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)));
        }
        Files.writeString(file, text, StandardCharsets.US_ASCII);
    }
}
