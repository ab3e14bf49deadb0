package io.pumpwatch.dispatch;

import io.pumpwatch.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A CA, a broker's certificate and a client's, made by openssl when a test runs. */
final class TestCertificates {
    final Path folder;
    private final String openssl;

    TestCertificates(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.openssl = Programs.require("openssl", "apt-get install openssl").toString();
        Files.createDirectories(folder);
        ca("ca");
        ca("otherca");
        signed("broker", "IP:127.0.0.1,DNS:localhost");
        signed("elsewhere", "DNS:elsewhere.example");
        signed("client", "DNS:client");
    }

    private void ca(String name) throws IOException, InterruptedException {
        run(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "30",
                "-subj",
                "/CN=" + name,
                "-keyout",
                name + ".key",
                "-out",
                name + ".crt");
    }

    private void signed(String name, String names) throws IOException, InterruptedException {
        run(
                "req",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-subj",
                "/CN=" + name,
                "-keyout",
                name + ".key",
                "-out",
                name + ".csr");
        Files.writeString(folder.resolve(name + ".ext"), "subjectAltName=" + names + "\n");
        run(
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                "ca.crt",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-days",
                "30",
                "-extfile",
                name + ".ext",
                "-out",
                name + ".crt");
    }

    private void run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(openssl));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + Files.readString(folder.resolve("openssl.log")));
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
