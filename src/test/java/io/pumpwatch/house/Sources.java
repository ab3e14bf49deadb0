package io.pumpwatch.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The project's own files, as the house rules look at them. */
public final class Sources {
    private Sources() {}

    /**
     * A parsed Java file.
     *
     * @param path from the project's folder, with slashes
     * @param unit its syntax tree; names aren't resolved
     * @param positions where each part of the tree stands
     */
    public record Parsed(String path, CompilationUnitTree unit, SourcePositions positions) {
        /** Line on which a position of the file lies, from 1. */
        public long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }

    /** All regular files below these folders or files, in order; what doesn't exist is empty. */
    public static List<Path> files(String... roots) {
        List<Path> found = new ArrayList<>();
        for (String root : roots) {
            Path path = Path.of(root);
            if (Files.exists(path)) {
                try (Stream<Path> walk = Files.walk(path)) {
                    walk.filter(Files::isRegularFile).sorted().forEach(found::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return found;
    }

    /** Java files below these folders. */
    public static List<Path> javaFiles(String... roots) {
        return files(roots).stream().filter(p -> p.toString().endsWith(".java")).toList();
    }

    /** Text of a file. */
    public static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " can't be read as UTF-8", e);
        }
    }

    /** Path with slashes. */
    public static String name(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** Parses Java files; they need not compile, only to be well formed. */
    public static List<Parsed> parse(List<Path> files) {
        JavaCompiler compiler = Objects.requireNonNull(
                ToolProvider.getSystemJavaCompiler(), "the tests need a JDK, this is only a JRE");
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<Parsed> parsed = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                String path = name(Path.of("")
                        .toAbsolutePath()
                        .relativize(Path.of(unit.getSourceFile().toUri())));
                parsed.add(new Parsed(path, unit, positions));
            }
            return parsed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
