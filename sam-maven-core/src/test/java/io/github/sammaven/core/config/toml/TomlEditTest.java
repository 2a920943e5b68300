package io.github.sammaven.core.config.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

class TomlEditTest {

    private static final List<String> PATH = List.of("default", "deploy", "parameters", "stack_name");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "|[default.deploy.parameters]~stack_name = 1~",
                "a = 1|a = 1~~[default.deploy.parameters]~stack_name = 1~",
                "[default.deploy.parameters]|[default.deploy.parameters]~stack_name = 1~",
                "[default.deploy.parameters]~# why~a = 1 # x~~# next~[b]~|"
                        + "[default.deploy.parameters]~# why~a = 1 # x~stack_name = 1~~# next~[b]~",
                "[default.deploy.parameters]~stack_name  =  \"old\" # x~|"
                        + "[default.deploy.parameters]~stack_name  =  1 # x~",
                "[default.deploy.parameters]~stack_name = '''~a'''' # x~|"
                        + "[default.deploy.parameters]~stack_name = 1 # x~",
                "[default.deploy.parameters]~stack_name = [~ 'a]', # ]~ [2],~]~|"
                        + "[default.deploy.parameters]~stack_name = 1~",
                "[default.deploy]~parameters = { a = 1 }~|[default.deploy]~parameters = { a = 1, stack_name = 1 }~",
                "[default.deploy]~parameters = {}~|[default.deploy]~parameters = { stack_name = 1 }~",
                "default = { deploy = { b = { } } }~|default = { deploy = { b = { }, parameters.stack_name = 1 } }~",
                "[default]~deploy.parameters.a = 1~b = 2~|"
                        + "[default]~deploy.parameters.a = 1~deploy.parameters.stack_name = 1~b = 2~",
                "[default.deploy.parameters.sub]~a = 1~|"
                        + "[default.deploy.parameters.sub]~a = 1~~[default.deploy.parameters]~stack_name = 1~",
                "['default' . \"deploy\".parameters]~a = 1~|['default' . \"deploy\".parameters]~a = 1~stack_name = 1~",
                "[[default]]~a = 1~[other]~|[[default]]~a = 1~[other]~~[default.deploy.parameters]~stack_name = 1~"
            })
    void valueIsWrittenWhereItBelongs(String before, String after) {
        String text = before == null ? "" : before.replace('~', '\n');

        assertThat(new TomlEdit(text).with(PATH, "1")).contains(after.replace('~', '\n'));
    }

    @Test
    void nothingIsWrittenBelowWhatIsNoTable() {
        assertThat(new TomlEdit("[default.deploy]\nparameters = 'x'\n").with(PATH, "1"))
                .isEmpty();
    }

    @Test
    void lineEndsOfTheTextAreKept() {
        assertThat(new TomlEdit("[default.deploy.parameters]\r\na = 1\r\n").with(PATH, "1"))
                .contains("[default.deploy.parameters]\r\na = 1\r\nstack_name = 1\r\n");
    }

    @Test
    void textsAreQuoted() {
        String text = "a\"b\\c\n\t\u0001é";

        assertThat(Toml.parse("a = " + TomlText.string(text)).getString("a")).isEqualTo(text);
        assertThat(TomlText.strings(List.of("a", "b"))).isEqualTo("[\"a\", \"b\"]");
    }

    /** Whatever the file looks like: the value reads back, and without its line or its text the file is as before. */
    @Test
    void everythingElseStaysByteByByte() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            String before = file(random);
            List<String> path = List.of(
                    pick(random, "default", "prod"),
                    pick(random, "deploy", "global"),
                    "parameters",
                    "k" + random.nextInt(6));
            String literal = "\"new-" + seed + "\"";
            String after = new TomlEdit(before).with(path, literal).orElseThrow();

            String message = "seed " + seed + "\n" + before + "\n--- after ---\n" + after;
            TomlParseResult read = Toml.parse(after);
            assertThat(read.errors()).as(message).isEmpty();
            assertThat(read.getString(path)).as(message).isEqualTo("new-" + seed);
            assertThat(others(after, path)).as(message).isEqualTo(others(before, path));
            int prefix = commonPrefix(before, after);
            int suffix = commonSuffix(before, after, prefix);
            String added = after.substring(prefix, after.length() - suffix);
            String removed = before.substring(prefix, before.length() - suffix);
            boolean replaced = Toml.parse(before).contains(path);
            assertThat(added).as(message).contains("new-" + seed);
            assertThat(removed.isEmpty() || replaced).as(message).isTrue();
            assertThat(removed.lines().count()).as(message).isLessThanOrEqualTo(3);
        }
    }

    private static List<String> others(String text, List<String> path) {
        TomlParseResult read = Toml.parse(text);
        List<String> values = new ArrayList<>();
        read.entryPathSet(false).stream()
                .filter(entry -> !startsWith(entry.getKey(), path))
                .filter(entry -> !(entry.getValue() instanceof org.tomlj.TomlTable))
                .map(entry -> entry.getKey() + "=" + shown(entry.getValue()))
                .sorted()
                .forEach(values::add);
        return values;
    }

    private static boolean startsWith(List<String> path, List<String> start) {
        return path.size() >= start.size() && path.subList(0, start.size()).equals(start);
    }

    private static String shown(Object value) {
        return value instanceof org.tomlj.TomlArray array ? array.toJson() : value.toString();
    }

    private static String file(Random random) {
        StringBuilder text = new StringBuilder("version = 0.1\n");
        for (String environment : List.of("default", "prod")) {
            for (String command : List.of("deploy", "global", "build")) {
                if (random.nextInt(3) == 0) {
                    continue;
                }
                noise(text, random);
                switch (random.nextInt(4)) {
                    case 0 -> {
                        text.append('[')
                                .append(environment)
                                .append('.')
                                .append(command)
                                .append("]\nparameters = { ");
                        text.append("k1 = ").append(value(random, false)).append(", ");
                        text.append("k2 = ").append(value(random, false)).append(" } # end\n");
                    }
                    case 1 -> {
                        text.append("[ ")
                                .append(environment)
                                .append(" . \"")
                                .append(command)
                                .append("\" ]\n");
                        text.append("parameters.k3 = ")
                                .append(value(random, true))
                                .append('\n');
                        noise(text, random);
                        text.append("parameters.k4=")
                                .append(value(random, true))
                                .append('\n');
                    }
                    default -> {
                        text.append('[')
                                .append(environment)
                                .append('.')
                                .append(command)
                                .append(".parameters] # t\n");
                        for (int key = 0; key < 5; key++) {
                            if (random.nextBoolean()) {
                                noise(text, random);
                                text.append("  k").append(key).append(" = ").append(value(random, true));
                                text.append(random.nextBoolean() ? " # why\n" : "\n");
                            }
                        }
                    }
                }
            }
        }
        return random.nextBoolean() ? text.toString() : text.toString().stripTrailing();
    }

    private static void noise(StringBuilder text, Random random) {
        text.append(pick(random, "", "\n", "# a [comment] with = and \"\n", "\n\n# two\n\n"));
    }

    private static String value(Random random, boolean lines) {
        return lines && random.nextInt(3) == 0
                ? pick(random, "\"\"\"\na = [1]\n\"\"\"", "'''x'''", "[\n  \"#\", # ]\n  2, ]")
                : pick(random, "1", "0.5", "true", "\"a # b\"", "'[\\'", "[1, [2]]", "{ x = 1 }", "1979-05-27");
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static int commonPrefix(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static int commonSuffix(String one, String other, int from) {
        int length = 0;
        int most = Math.min(one.length(), other.length()) - from;
        while (length < most && one.charAt(one.length() - 1 - length) == other.charAt(other.length() - 1 - length)) {
            length++;
        }
        return length;
    }
}
