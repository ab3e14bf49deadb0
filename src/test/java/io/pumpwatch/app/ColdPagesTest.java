package io.pumpwatch.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColdPagesTest {
    private static final String MAPPING = """
            %s 00001000 fe:00 123                      %s
            Size:               9000 kB
            KernelPageSize:        4 kB
            Rss:                 %d kB
            Pss:                 800 kB
            Private_Dirty:         0 kB
            Anonymous:             %d kB
            VmFlags: rd mr mw me
            """;

    @Test
    void onlyUnwrittenPagesOfFilesGo() {
        String smaps = MAPPING.formatted("800ce0000-802025000 r--p", "/a b/classes.jsa", 800, 0)
                + MAPPING.formatted("7fe42a651000-7fe42b3a4000 r-xp", "/usr/lib/libjvm.so", 900, 0)
                + MAPPING.formatted("ffffffffff600000-ffffffffff601000 r-xp", "/usr/lib/top.so", 4, 0)
                + MAPPING.formatted("1000-2000 r--p", "/moved.jsa", 800, 4)
                + MAPPING.formatted("2000-3000 rw-p", "/written.so", 800, 0)
                + MAPPING.formatted("3000-4000 r--s", "/shared", 800, 0)
                + MAPPING.formatted("4000-5000 r--p", "/absent", 0, 0)
                + MAPPING.formatted("5000-6000 r--p", "[vvar]", 4, 0)
                + MAPPING.formatted("6000-7000 r--p", "", 4, 0);
        assertEquals(
                List.of(
                        new ColdPages.Range(0x800ce0000L, 0x802025000L, 800),
                        new ColdPages.Range(0x7fe42a651000L, 0x7fe42b3a4000L, 900),
                        new ColdPages.Range(0xffffffffff600000L, 0xffffffffff601000L, 4)),
                ColdPages.unwritten(smaps.lines().toList()));
    }

    @Test
    void aMachineShortOfMemoryKeepsItsPages() {
        String meminfo = "MemTotal:        1000000 kB\nMemFree:          50000 kB\nMemAvailable:   %7d kB\n";
        assertTrue(ColdPages.roomy(meminfo.formatted(250_000).lines().toList()));
        assertFalse(ColdPages.roomy(meminfo.formatted(249_999).lines().toList()));
        assertFalse(ColdPages.roomy(List.of()), "nothing is known");
    }

    @Test
    void thisProcessGetsSmallerAndGoesOn() throws IOException {
        assumeTrue(LibC.there(), "64-bit Linux only");
        long before = fileKb();
        ColdPages.giveBack();
        long after = fileKb();
        assertTrue(after < before, before + " KB of files before, " + after + " KB after");
    }

    private static long fileKb() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.ISO_8859_1);
        String line = lines.stream()
                .filter(each -> each.startsWith("RssFile:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
    }
}
