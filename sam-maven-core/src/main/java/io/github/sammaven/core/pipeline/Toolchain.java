package io.github.sammaven.core.pipeline;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A language the build of a function needs tools for, besides Java.
 *
 * @param language as CodeBuild calls it: {@code python}, {@code nodejs}, {@code ruby}, {@code dotnet}
 * @param version {@code 3.12}
 */
record Toolchain(String language, String version) implements Comparable<Toolchain> {

    private static final Pattern RUNTIME = Pattern.compile("(python|nodejs|ruby|dotnet)(\\d+(?:\\.\\d+)?)(?:\\.x)?");

    /** Those of these Lambda runtimes, the newest version of each language; Java and custom runtimes need none. */
    static List<Toolchain> of(Collection<String> runtimes) {
        Set<Toolchain> all = new TreeSet<>();
        runtimes.forEach(runtime -> of(runtime).ifPresent(all::add));
        Set<String> languages = new LinkedHashSet<>();
        all.forEach(found -> languages.add(found.language()));
        return languages.stream()
                .map(language -> all.stream()
                        .filter(found -> found.language().equals(language))
                        .reduce((older, newer) -> newer)
                        .orElseThrow())
                .toList();
    }

    private static Optional<Toolchain> of(String runtime) {
        Matcher parts = RUNTIME.matcher(runtime);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String version = parts.group(2);
        boolean needsMinor = parts.group(1).equals("dotnet") && !version.contains(".");
        return Optional.of(new Toolchain(parts.group(1), needsMinor ? version + ".0" : version));
    }

    @Override
    public int compareTo(Toolchain other) {
        int byLanguage = language.compareTo(other.language);
        return byLanguage == 0 ? Integer.compare(weight(), other.weight()) : byLanguage;
    }

    private int weight() {
        String[] numbers = version.split("\\.");
        return Integer.parseInt(numbers[0]) * 1000 + (numbers.length > 1 ? Integer.parseInt(numbers[1]) : 0);
    }
}
