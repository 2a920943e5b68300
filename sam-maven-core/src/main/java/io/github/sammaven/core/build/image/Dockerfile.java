package io.github.sammaven.core.build.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instructions of a Dockerfile in their order, which is the order of the engine's steps.
 */
record Dockerfile(List<Instruction> instructions) {

    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*(\\w+)\\s*=\\s*(\\S+)\\s*");

    Dockerfile {
        instructions = List.copyOf(instructions);
    }

    /**
     * One instruction.
     *
     * @param line where it begins, counted from 1
     * @param keyword in capitals
     * @param text what follows, on one line
     */
    record Instruction(int line, String keyword, String text) {}

    static Dockerfile read(Path file) throws IOException {
        return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList());
    }

    static Dockerfile parse(List<String> lines) {
        char escape = escape(lines);
        List<Instruction> found = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        int begin = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (joined.isEmpty()) {
                begin = i + 1;
            }
            boolean goesOn = line.charAt(line.length() - 1) == escape;
            joined.append(goesOn ? line.substring(0, line.length() - 1) + " " : line);
            if (!goesOn || i == lines.size() - 1) {
                found.add(instruction(begin, joined.toString().strip()));
                joined.setLength(0);
            }
        }
        return new Dockerfile(found);
    }

    /** Directives are comments at the very top. */
    private static char escape(List<String> lines) {
        for (String line : lines) {
            Matcher directive = DIRECTIVE.matcher(line.strip());
            if (!directive.matches()) {
                break;
            }
            if (directive.group(1).equalsIgnoreCase("escape")) {
                return directive.group(2).charAt(0);
            }
        }
        return '\\';
    }

    private static Instruction instruction(int line, String text) {
        String[] parts = text.split("\\s+", 2);
        return new Instruction(line, parts[0].toUpperCase(Locale.ROOT), parts.length > 1 ? parts[1] : "");
    }

    /** The line of a step, counted from 1. */
    OptionalInt lineOfStep(int step) {
        return step >= 1 && step <= instructions.size()
                ? OptionalInt.of(instructions.get(step - 1).line())
                : OptionalInt.empty();
    }
}
