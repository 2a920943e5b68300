package io.github.sammaven.core.build.nodejs;

import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code BuildProperties} of a target's metadata as arguments of esbuild. Minified for es2020 without a source map if
 * nothing is said.
 *
 * @param entryPoints files to bundle, relative to the code folder; never empty
 * @param arguments the others
 */
record EsbuildOptions(List<String> entryPoints, List<String> arguments) {

    private static final Map<String, String> VALUES = Map.of(
            "Target", "--target=",
            "Format", "--format=",
            "MainFields", "--main-fields=",
            "Charset", "--charset=",
            "LegalComments", "--legal-comments=",
            "TsConfig", "--tsconfig=",
            "JSX", "--jsx=");
    private static final Map<String, String> LISTS = Map.of(
            "External", "--external:",
            "Loader", "--loader:",
            "OutExtension", "--out-extension:",
            "Banner", "--banner:",
            "Footer", "--footer:",
            "Define", "--define:",
            "Inject", "--inject:",
            "Alias", "--alias:");
    private static final Map<String, String> FLAGS = Map.of(
            "Minify", "--minify",
            "Sourcemap", "--sourcemap",
            "KeepNames", "--keep-names",
            "SourcesContent", "--sources-content=",
            "TreeShaking", "--tree-shaking=",
            "Splitting", "--splitting");
    private static final Map<String, String> DEFAULTS = Map.of("Minify", "true", "Target", "es2020");
    private static final String ENTRY_POINTS = "EntryPoints";

    /** @throws InvalidTemplateException naming every property esbuild does not have */
    static EsbuildOptions of(BuildTarget target) {
        MappingNode properties = target.metadata().mapping("BuildProperties").orElseGet(() -> MappingNode.of(Map.of()));
        List<Problem> problems = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        Map<String, List<String>> given = new TreeMap<>();
        DEFAULTS.forEach((name, value) -> given.put(name, List.of(value)));
        properties.entries().forEach((name, value) -> given.put(name, texts(value)));
        List<String> entryPoints =
                Optional.ofNullable(given.remove(ENTRY_POINTS)).orElse(List.of());
        given.forEach((name, values) -> {
            if (VALUES.containsKey(name)) {
                arguments.add(VALUES.get(name) + String.join(",", values));
            } else if (LISTS.containsKey(name)) {
                values.forEach(value -> arguments.add(LISTS.get(name) + value));
            } else if (FLAGS.containsKey(name)) {
                flag(FLAGS.get(name), values).ifPresent(arguments::add);
            } else {
                problems.add(Problem.error(
                        properties.keyMark(name),
                        target.id() + ": unknown build property '" + name + "'",
                        NearestName.suggestion(name, names())));
            }
        });
        if (entryPoints.isEmpty()) {
            problems.add(Problem.error(
                    properties.mark().isKnown()
                            ? properties.mark()
                            : target.code().mark(),
                    target.id() + ": BuildMethod esbuild needs BuildProperties with EntryPoints",
                    "EntryPoints: [app.ts]"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidTemplateException(problems);
        }
        return new EsbuildOptions(entryPoints, arguments);
    }

    /** Flags may have values too: {@code Sourcemap: inline}. */
    private static Optional<String> flag(String argument, List<String> values) {
        String value = values.isEmpty() ? "true" : values.get(0);
        if (argument.endsWith("=")) {
            return Optional.of(argument + value);
        }
        if (value.equals("false")) {
            return Optional.empty();
        }
        return Optional.of(value.equals("true") ? argument : argument + "=" + value);
    }

    private static List<String> texts(Node value) {
        if (value.asMapping().isPresent()) {
            return value.asMapping().get().entries().entrySet().stream()
                    .flatMap(entry -> entry.getValue().asText().stream().map(text -> entry.getKey() + "=" + text))
                    .toList();
        }
        return value.asSequence()
                .map(list -> list.items().stream()
                        .flatMap(item -> item.asText().stream())
                        .toList())
                .or(() -> value.asText().map(List::of))
                .orElse(List.of());
    }

    private static TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>(VALUES.keySet());
        names.addAll(LISTS.keySet());
        names.addAll(FLAGS.keySet());
        names.add(ENTRY_POINTS);
        return names;
    }
}
