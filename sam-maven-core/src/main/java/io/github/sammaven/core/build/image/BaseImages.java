package io.github.sammaven.core.build.image;

import io.github.sammaven.core.build.image.Dockerfile.Instruction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an image is made from besides its context.
 *
 * @param names of images it begins with or copies from
 * @param complete whether that is all: no name depends on something unknown, and nothing is fetched from elsewhere
 */
record BaseImages(SortedSet<String> names, boolean complete) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)}?");
    private static final Pattern FROM_OPTION = Pattern.compile("--from=(\\S+)");
    private static final Pattern ELSEWHERE = Pattern.compile("(^|\\s)(https?://|git@)");

    /** @param arguments of the build */
    static BaseImages of(Dockerfile dockerfile, SortedMap<String, String> arguments) {
        Map<String, String> known = new HashMap<>();
        Set<String> stages = new HashSet<>();
        SortedSet<String> names = new TreeSet<>();
        boolean complete = true;
        int stage = 0;
        for (Instruction instruction : dockerfile.instructions()) {
            String text = instruction.text();
            if (instruction.keyword().equals("ARG") && stage == 0) {
                String[] pair = text.split("=", 2);
                String value = arguments.getOrDefault(pair[0], pair.length > 1 ? unquoted(pair[1]) : "");
                known.put(pair[0], value);
            } else if (instruction.keyword().equals("FROM")) {
                String[] words = withoutOptions(text);
                add(names, stages, resolved(words[0], known));
                stages.add(String.valueOf(stage++));
                if (words.length == 3 && words[1].equalsIgnoreCase("AS")) {
                    stages.add(words[2].toLowerCase(Locale.ROOT));
                }
            } else if (instruction.keyword().equals("ADD")) {
                complete &= !ELSEWHERE.matcher(text).find();
            } else if (instruction.keyword().equals("COPY")) {
                Matcher option = FROM_OPTION.matcher(text);
                if (option.find()) {
                    add(names, stages, option.group(1));
                }
            }
        }
        return new BaseImages(names, complete && names.stream().noneMatch(name -> name.contains("$")));
    }

    private static void add(Set<String> names, Set<String> stages, String name) {
        if (!name.equals("scratch") && !stages.contains(name.toLowerCase(Locale.ROOT))) {
            names.add(name);
        }
    }

    private static String[] withoutOptions(String text) {
        String[] words = Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.startsWith("--"))
                .toArray(String[]::new);
        return words.length == 0 ? new String[] {"scratch"} : words;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && (text.startsWith("\"") || text.startsWith("'"));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** A variable that is not known stays as it is written. */
    private static String resolved(String name, Map<String, String> known) {
        return VARIABLE.matcher(name)
                .replaceAll(found -> Matcher.quoteReplacement(known.getOrDefault(found.group(1), found.group())));
    }
}
