package io.github.sammaven.core.config;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code ${name}} in values. A name nobody knows stays as it is written, and {@code $${name}} is the text
 * {@code ${name}}.
 */
final class Interpolation {

    private static final Pattern REFERENCE = Pattern.compile("\\$?\\$\\{([^{}]+)}");

    private final Function<String, Optional<String>> variables;

    Interpolation(Function<String, Optional<String>> variables) {
        this.variables = variables;
    }

    static Interpolation none() {
        return new Interpolation(name -> Optional.empty());
    }

    String expand(String text) {
        return text.contains("${")
                ? REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(valueOf(match)))
                : text;
    }

    /** Whether the text is one reference and nothing else. */
    boolean isReference(String text) {
        return !text.startsWith("$$") && REFERENCE.matcher(text).matches();
    }

    private String valueOf(MatchResult match) {
        String written = match.group();
        return written.startsWith("$$")
                ? written.substring(1)
                : variables.apply(match.group(1)).orElse(written);
    }
}
