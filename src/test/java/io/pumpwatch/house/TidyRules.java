package io.pumpwatch.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import io.pumpwatch.house.Sources.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks through one file for what {@link TidyTest} forbids; comments and strings don't count. */
final class TidyRules extends TreeScanner<@Nullable Void, @Nullable Void> {
    static final int FILE_LINES = 300;
    static final int METHOD_LINES = 60;
    static final int LINE_COLUMNS = 120;

    private static final Pattern VAGUE = Pattern.compile(".*(Manager|Utils?|Helpers?|Common)");

    private final Parsed parsed;
    private final List<Ban> bans;
    private final List<String> faults = new ArrayList<>();

    /**
     * A call that only named places may make.
     *
     * @param call as written, such as {@code Instant.now}
     * @param scope files it is forbidden in, by a prefix of their path
     * @param places files within the scope that may, by a prefix of their path
     * @param instead what to do in its place
     */
    record Ban(String call, String scope, List<String> places, String instead) {
        boolean forbids(String used, String path) {
            return (used.equals(call) || used.endsWith("." + call))
                    && path.startsWith(scope)
                    && places.stream().noneMatch(path::startsWith);
        }
    }

    private TidyRules(Parsed parsed, List<Ban> bans) {
        this.parsed = parsed;
        this.bans = bans;
    }

    /** Faults of one parsed file. */
    static List<String> faults(Parsed parsed, List<Ban> bans) {
        TidyRules rules = new TidyRules(parsed, bans);
        rules.scan(parsed.unit(), null);
        return rules.faults;
    }

    /** Faults of a file's shape. */
    static List<String> shapeFaults(String path, String text) {
        List<String> faults = new ArrayList<>();
        List<String> lines = text.lines().toList();
        if (lines.size() > FILE_LINES) {
            faults.add(path + " has " + lines.size() + " lines, at most " + FILE_LINES + ": split it by what it does");
        }
        for (int i = 0; i < lines.size(); i++) {
            int columns = lines.get(i).codePointCount(0, lines.get(i).length());
            if (columns > LINE_COLUMNS) {
                faults.add(path + ":" + (i + 1) + " has " + columns + " columns, at most " + LINE_COLUMNS);
            }
        }
        return faults;
    }

    @Override
    public @Nullable Void visitClass(ClassTree node, @Nullable Void unused) {
        if (VAGUE.matcher(node.getSimpleName()).matches()) {
            fault(node, node.getSimpleName() + " says nothing: name the class after the one thing it does");
        }
        return super.visitClass(node, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree node, @Nullable Void unused) {
        long first = parsed.line(parsed.positions().getStartPosition(parsed.unit(), node));
        long end = parsed.positions().getEndPosition(parsed.unit(), node);
        if (end >= 0 && parsed.line(end) - first + 1 > METHOD_LINES) {
            long lines = parsed.line(end) - first + 1;
            fault(node, node.getName() + " has " + lines + " lines, at most " + METHOD_LINES);
        }
        return super.visitMethod(node, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree node, @Nullable Void unused) {
        use(node, node.toString());
        return super.visitMemberSelect(node, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree node, @Nullable Void unused) {
        use(node, node.getQualifierExpression() + "." + node.getName());
        return super.visitMemberReference(node, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree node, @Nullable Void unused) {
        ExpressionTree made = node.getIdentifier();
        if (node.getArguments().isEmpty()) {
            use(node, "new " + made.toString().replaceFirst("^java\\.util\\.", "") + "()");
        }
        return super.visitNewClass(node, null);
    }

    private void use(Tree node, String used) {
        for (Ban ban : bans) {
            if (ban.forbids(used, parsed.path())) {
                fault(node, ban.call() + " is forbidden here: " + ban.instead());
            }
        }
    }

    private void fault(Tree node, String words) {
        long line = parsed.line(parsed.positions().getStartPosition(parsed.unit(), node));
        faults.add(parsed.path() + ":" + line + " " + words);
    }
}
