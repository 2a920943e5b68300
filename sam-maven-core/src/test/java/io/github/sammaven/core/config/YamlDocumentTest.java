package io.github.sammaven.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class YamlDocumentTest {

    private static final int SEEDS = 1_000;

    /** Whatever the file looks like: the value reads back, all others stay, and so do the comments. */
    @Test
    void everythingElseStays() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            String before = file(random);
            List<String> path = List.of(
                    pick(random, "default", "prod"),
                    pick(random, "deploy", "global"),
                    "parameters",
                    "k" + random.nextInt(6));
            SavedValue value = value(random, seed);
            ConfigDocument document = new YamlDocument("samconfig.yaml", before);
            String after = document.with(path, value).orElseThrow().text();

            String message = "seed " + seed + ", " + path + " = " + value + "\n" + before + "\n--- after ---\n" + after;
            TableValue read = new YamlDocument("samconfig.yaml", after).values();
            assertThat(at(read, path)).as(message).isPresent();
            assertThat(SameValue.is(at(read, path).get(), value)).as(message).isTrue();
            assertThat(leaves(read, path)).as(message).isEqualTo(leaves(document.values(), path));
            assertThat(comments(after)).as(message).containsAll(comments(before));
            assertThat(read.entries().get("version").value()).as(message).satisfies(version -> assertThat(
                            ((ScalarValue) version).is(ScalarValue.Kind.FLOAT))
                    .isTrue());
        }
    }

    private static Optional<ConfigValue> at(TableValue table, List<String> path) {
        TableValue parent = table;
        for (String name : path.subList(0, path.size() - 1)) {
            parent = parent.table(name).orElseThrow();
        }
        return Optional.ofNullable(parent.entries().get(path.get(path.size() - 1)))
                .map(TableValue.Entry::value);
    }

    private static List<String> leaves(TableValue table, List<String> without) {
        List<String> found = new ArrayList<>();
        collect(table, List.of(), without, found);
        return found.stream().sorted().toList();
    }

    private static void collect(ConfigValue value, List<String> path, List<String> without, List<String> into) {
        if (path.equals(without)) {
            return;
        }
        if (value instanceof TableValue table) {
            table.entries().forEach((key, entry) -> {
                List<String> below = new ArrayList<>(path);
                below.add(key);
                collect(entry.value(), below, without, into);
            });
        } else if (value instanceof ListValue list) {
            list.items().forEach(item -> collect(item, path, without, into));
        } else {
            into.add(path + "=" + ((ScalarValue) value).text() + " " + value.kindName());
        }
    }

    private static List<String> comments(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("#"))
                .toList();
    }

    private static SavedValue value(Random random, long seed) {
        return switch (random.nextInt(4)) {
            case 0 -> new SavedValue.Flag(random.nextBoolean());
            case 1 -> new SavedValue.Number(seed);
            case 2 -> new SavedValue.Items(List.of("F=a:" + seed, "# no comment"));
            default ->
                new SavedValue.Text(pick(
                                random,
                                "a",
                                "on",
                                "true",
                                "1",
                                "~",
                                "",
                                "Key=\"v w\"",
                                "a: b",
                                "'",
                                "- x",
                                "#",
                                "two\nlines",
                                "é ")
                        + (random.nextBoolean() ? "" : seed));
        };
    }

    private static String file(Random random) {
        StringBuilder text = new StringBuilder(pick(random, "version: 0.1\n", "# first\nversion: 0.1 # why\n\n"));
        for (String environment : List.of("default", "prod")) {
            if (random.nextInt(4) == 0) {
                continue;
            }
            text.append(environment).append(":\n");
            for (String command : List.of("deploy", "global", "build")) {
                command(text, command, random);
            }
            text.append("  validate: {parameters: {lint: true}}\n");
        }
        return random.nextBoolean() ? text.toString() : text.toString().stripTrailing();
    }

    private static void command(StringBuilder text, String command, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> text.append("  # none of ").append(command).append('\n');
            case 1 ->
                text.append("  ")
                        .append(command)
                        .append(": {parameters: {k1: ")
                        .append(flowValue(random))
                        .append(", k2: x}} # end\n");
            default -> {
                text.append("  ").append(command).append(":\n    parameters:\n      k0: first\n");
                for (int key = 1; key < 5; key++) {
                    if (random.nextBoolean()) {
                        text.append(pick(random, "", "      # on its own\n", "\n"));
                        text.append("      k").append(key).append(": ");
                        text.append(pick(
                                random,
                                flowValue(random),
                                "|\n        two\n        lines",
                                "\n        - a\n        - b"));
                        text.append('\n');
                    }
                }
            }
        }
    }

    private static String flowValue(Random random) {
        return pick(random, "1", "0.5", "true", "\"a # b\"", "'it''s'", "[1, [2]]", "{x: 1}", "plain text", "on");
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
