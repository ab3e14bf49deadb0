package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script, with a java that only says how it was called. */
@Tag("process")
class LauncherTest {
    @TempDir
    Path folder = Path.of("");

    private Path home = Path.of("");
    private Path java = Path.of("");

    /** What a run of the script gave. */
    private record Run(int code, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(folder.resolve("a folder/pumpwatch"));
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.createFile(home.resolve("lib/pumpwatch.jar"));
        script(home.resolve("bin/pumpwatch"), Files.readString(Path.of("src/main/dist/bin/pumpwatch")));
        java = jdk("jdk", "17.0.9");
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(jdk.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit ${EXIT:-0}\n");
        return jdk;
    }

    private static void script(Path path, String text) throws IOException {
        Files.writeString(path, text);
        assertTrue(path.toFile().setExecutable(true));
    }

    private Run run(Path program, Map<String, String> env, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(args));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().put("PUMPWATCH_ARCHIVE", "off");
        builder.environment().putAll(env);
        Process process = builder.start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private Run run(Map<String, String> env, String... args) throws Exception {
        return run(home.resolve("bin/pumpwatch"), env, args);
    }

    @Test
    void argumentsAndExitCodePassThrough() throws Exception {
        Run run = run(Map.of("EXIT", "7"), "ack", "--why", "two words", "");
        assertEquals(7, run.code());
        assertTrue(run.out().endsWith("io.pumpwatch.cli.Main\nack\n--why\ntwo words\n\n"), run.out());
    }

    @Test
    void theAgentIsSmallAndTheDemoMayGrow() throws Exception {
        for (String lasting : List.of("run", "service", "console")) {
            assertTrue(run(Map.of(), lasting).out().contains("-Xmx48m\n-Xms8m\n"), lasting);
        }
        assertTrue(run(Map.of(), "check-config").out().contains("-Xmx96m\n-Xms32m\n"), "over soon");
        for (String command : List.of("demo", "replay", "dispatch", "verify")) {
            assertTrue(run(Map.of(), command).out().contains("-Xmx256m\n"), command);
        }
        assertTrue(run(Map.of(), "run").out().contains("-XX:+UseSerialGC\n-Xss256k\n-XX:TieredStopAtLevel=1\n"));
    }

    /** A locale that isn't installed would make ASCII of what people type; their language stays. */
    @Test
    void wordsAreUtf8WhateverLocaleIsInstalled() throws Exception {
        script(java.resolve("bin/java"), "#!/bin/sh\necho \"$LC_ALL $PUMPWATCH_LANG\"\n");
        assertEquals("C.UTF-8 xx_YY.UTF-8\n", run(Map.of("LANG", "xx_YY.UTF-8")).out());
        assertEquals(
                "C.UTF-8 xx_YY.UTF-8\n",
                run(Map.of("LC_ALL", "xx_YY.UTF-8", "LANG", "C")).out());
        assertEquals("C.UTF-8 C\n", run(Map.of()).out());
    }

    @Test
    void optionsOfTheUserComeLast() throws Exception {
        String out = run(Map.of("PUMPWATCH_OPTS", "-Xmx64m -Da=b"), "run").out();
        assertTrue(out.contains("-Xmx48m\n-Xms8m\n"), out);
        assertTrue(out.contains("\n-Xmx64m\n-Da=b\n-cp\n"), out);
    }

    @Test
    void linksAreFollowed() throws Exception {
        Files.createDirectories(folder.resolve("links"));
        Path direct = Files.createSymbolicLink(folder.resolve("links/pw"), home.resolve("bin/pumpwatch"));
        Path relative = Files.createSymbolicLink(folder.resolve("watch"), Path.of("links/pw"));
        String jar = home.toRealPath().resolve("lib/pumpwatch.jar").toString();
        assertTrue(run(direct, Map.of()).out().contains(jar));
        assertTrue(run(relative, Map.of()).out().contains(jar));
    }

    @Test
    void nativeAccessIsNamedOnlyWhereJavaKnowsIt() throws Exception {
        assertFalse(run(Map.of()).out().contains("--enable-native-access"));
        java = jdk("jdk25", "25.0.1");
        assertTrue(run(Map.of()).out().contains("--enable-native-access=ALL-UNNAMED\n"));
    }

    /** The package for the Pi: what its native libraries are, where Debian's are, and few methods compiled at start. */
    @Test
    void thePackageBringsItsLibraries() throws Exception {
        assertFalse(run(Map.of()).out().contains("CompileThresholdScaling"));
        Files.createDirectories(home.resolve("native"));
        String out = run(Map.of()).out();
        assertTrue(out.contains("-Djna.boot.library.path="), out);
        assertTrue(out.contains("-Djna.platform.library.path=/usr/lib/aarch64-linux-gnu\n"), out);
        assertTrue(out.contains("-XX:CompileThresholdScaling=4\n"), out);
    }

    @Test
    void anArchiveOfThisJavaIsUsed() throws Exception {
        Path archive = Files.createFile(home.toRealPath().resolve("lib/pumpwatch-17.0.9.jsa"));
        assertTrue(run(Map.of("PUMPWATCH_ARCHIVE", "on")).out().contains("-XX:SharedArchiveFile=" + archive + "\n"));
        assertFalse(run(Map.of()).out().contains("SharedArchiveFile"));
    }

    /** A class data archive fits the path that it was made for, to the letter. */
    @Test
    void anArchiveOfAFolderThatWasMovedIsPassedOver() throws Exception {
        Path lib = home.toRealPath().resolve("lib");
        Path archive = Files.createFile(lib.resolve("pumpwatch-17.0.9.jsa"));
        String uses = "-XX:SharedArchiveFile=" + archive + "\n";
        Files.writeString(lib.resolve("pumpwatch-17.0.9.home"), home.toRealPath() + "\n");
        assertTrue(run(Map.of("PUMPWATCH_ARCHIVE", "on")).out().contains(uses));
        Files.writeString(lib.resolve("pumpwatch-17.0.9.home"), "/where/it/was\n");
        assertFalse(run(Map.of("PUMPWATCH_ARCHIVE", "on")).out().contains(uses));
    }

    @Test
    void anOldJavaIsRefusedInBothLanguages() throws Exception {
        java = jdk("jdk11", "11.0.22");
        Run english = run(Map.of("LANG", "C.UTF-8"));
        assertEquals(78, english.code());
        assertTrue(english.err().startsWith("pumpwatch: needs Java 17 or newer; " + java), english.err());
        assertTrue(english.err().contains("is version 11.0.22"), english.err());
        assertTrue(run(Map.of("LANG", "zh_CN.UTF-8")).err().startsWith("pumpwatch: 需要 Java 17 或更高版本"));
    }

    @Test
    void aMissingJavaOrJarIsNamed() throws Exception {
        Run wrongHome = run(Map.of("JAVA_HOME", "/nowhere"));
        assertEquals(78, wrongHome.code());
        assertTrue(wrongHome.err().contains("JAVA_HOME is /nowhere"), wrongHome.err());
        Files.delete(home.resolve("lib/pumpwatch.jar"));
        Run noJar = run(Map.of());
        assertEquals(78, noJar.code());
        assertTrue(noJar.err().contains("mvn -q -DskipTests package"), noJar.err());
    }
}
