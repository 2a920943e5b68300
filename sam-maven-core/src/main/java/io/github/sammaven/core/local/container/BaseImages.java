package io.github.sammaven.core.local.container;

import io.github.sammaven.core.function.Architecture;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The images AWS publishes for its runtimes. */
final class BaseImages {

    private static final String REGISTRY = "public.ecr.aws/lambda/";
    private static final Pattern VERSIONED = Pattern.compile("(java|nodejs|python|dotnet|ruby)(\\d.*?)(\\.x)?");
    private static final Set<String> NEVER_PUBLISHED = Set.of(
            "nodejs4.3",
            "nodejs6.10",
            "nodejs8.10",
            "nodejs10.x",
            "nodejs12.x",
            "nodejs14.x",
            "java8",
            "python2.7",
            "python3.6",
            "python3.7",
            "ruby2.5",
            "ruby2.7");

    private BaseImages() {}

    /** The image of a runtime; also of one that is newer than this list of rules. Empty if there is none. */
    static Optional<String> of(String runtime, Architecture architecture) {
        String suffix = "-" + architecture.lambdaName();
        if (runtime.equals("go1.x")) {
            return Optional.of(REGISTRY + "go:1");
        }
        if (runtime.equals("provided")) {
            return Optional.of(REGISTRY + "provided:alami");
        }
        if (runtime.startsWith("provided.")) {
            return Optional.of(REGISTRY + "provided:" + runtime.substring("provided.".length()) + suffix);
        }
        Matcher parts = VERSIONED.matcher(runtime);
        if (NEVER_PUBLISHED.contains(runtime) || !parts.matches()) {
            return Optional.empty();
        }
        String version = parts.group(2);
        // Written java8.al2, but tagged java:8.al2: only the name of the language is taken off.
        return Optional.of(REGISTRY + parts.group(1) + ":" + version + suffix);
    }
}
