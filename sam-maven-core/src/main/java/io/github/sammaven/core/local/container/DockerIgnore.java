package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.files.FileChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files of a build context that a {@code .dockerignore} leaves: of the rules that match a path or a folder above it
 * the last one decides. The Dockerfile and the ignore file are always taken, the engine needs them.
 */
final class DockerIgnore implements FileChoice {

    private static final String META = "\\.[]{}()+-^$|&";

    private final List<Rule> rules;
    private final Set<String> always;
    private final boolean hasExceptions;

    /** @param leavesOut false for lines that begin with an exclamation mark */
    private record Rule(Pattern path, boolean leavesOut) {}

    private DockerIgnore(List<Rule> rules, Set<String> always) {
        this.rules = rules;
        this.always = always;
        this.hasExceptions = !always.isEmpty() || rules.stream().anyMatch(rule -> !rule.leavesOut());
    }

    /** Reads {@code <Dockerfile>.dockerignore}, else {@code .dockerignore}; without either everything is taken. */
    static DockerIgnore of(Path context, String dockerfile) throws IOException {
        for (String name : List.of(dockerfile + ".dockerignore", ".dockerignore")) {
            Path file = context.resolve(name);
            if (Files.isRegularFile(file)) {
                return new DockerIgnore(parse(Files.readAllLines(file)), Set.of(clean(dockerfile), name));
            }
        }
        return new DockerIgnore(List.of(), Set.of());
    }

    static DockerIgnore of(List<String> lines) {
        return new DockerIgnore(parse(lines), Set.of());
    }

    private static List<Rule> parse(List<String> lines) {
        List<Rule> rules = new ArrayList<>();
        for (String line : lines) {
            String text = line.startsWith("\ufeff") ? line.substring(1) : line;
            if (text.startsWith("#")) {
                continue;
            }
            text = text.strip();
            boolean exception = text.startsWith("!");
            String pattern = clean(exception ? text.substring(1).strip() : text);
            if (!pattern.isEmpty() && !pattern.equals(".")) {
                rules.add(new Rule(Pattern.compile(regex(pattern)), !exception));
            }
        }
        return rules;
    }

    private static String clean(String path) {
        String clean = path;
        while (clean.startsWith("/") || clean.startsWith("./")) {
            clean = clean.substring(clean.indexOf('/') + 1);
        }
        return clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean;
    }

    /** A rule for a folder holds for all that is in it. */
    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            if (pattern.startsWith("**", i)) {
                i++;
                if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '/') {
                    i++;
                    regex.append("(.*/)?");
                } else {
                    regex.append(".*");
                }
            } else if (letter == '*') {
                regex.append("[^/]*");
            } else if (letter == '?') {
                regex.append("[^/]");
            } else if (letter == '[' && pattern.indexOf(']', i + 2) > 0) {
                int end = pattern.indexOf(']', i + 2);
                regex.append('[')
                        .append(pattern.substring(i + 1, end).replace("[", "\\["))
                        .append(']');
                i = end;
            } else if (letter == '\\' && i + 1 < pattern.length()) {
                i++;
                regex.append(Pattern.quote(pattern.substring(i, i + 1)));
            } else {
                regex.append(META.indexOf(letter) >= 0 ? "\\" + letter : String.valueOf(letter));
            }
        }
        return regex.append("(/.*)?").toString();
    }

    @Override
    public boolean takes(String path) {
        if (always.contains(path)) {
            return true;
        }
        boolean takes = true;
        for (Rule rule : rules) {
            if (rule.path().matcher(path).matches()) {
                takes = !rule.leavesOut();
            }
        }
        return takes;
    }

    @Override
    public boolean looksInto(String folder) {
        return hasExceptions;
    }
}
