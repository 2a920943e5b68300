package io.github.sammaven.core.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs the validator over templates whose transform is known. {@code -Dconformance.templates=DIR} names a folder, one of
 * such folders, or the {@code input} folder of one, with {@code cases.tsv} (name, kind success or error, ...) and {@code input/<name>.yaml}.
 */
class ConformanceTest {

    private static final String ANY = "*";

    /** Of the refused templates; it only rises. */
    private static final int FLOOR_PERCENT = 97;

    private final Set<Tolerated> tolerated = tolerated();
    private final TemplateValidator validator = new TemplateValidator();

    /** A finding that is right: its template, or {@link #ANY}, and a part of its message. */
    private record Tolerated(String template, String message) {

        boolean covers(String name, Problem problem) {
            return (template.equals(ANY) || template.equals(name))
                    && problem.message().contains(message);
        }
    }

    @Test
    void reportsNoErrorWhenTheTransformAcceptsTheTemplate() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<Tolerated> stale = new LinkedHashSet<>();
        int accepted = 0;
        for (Path directory : directories()) {
            for (String name : names(directory, "success")) {
                accepted++;
                tolerated.stream().filter(row -> row.template().equals(name)).forEach(stale::add);
                for (Problem problem : errors(directory, name)) {
                    List<Tolerated> rows = tolerated.stream()
                            .filter(row -> row.covers(name, problem))
                            .toList();
                    rows.forEach(stale::remove);
                    if (rows.isEmpty()) {
                        wrong.add(problem.toString());
                    }
                }
            }
        }
        assertThat(accepted).as("templates").isPositive();
        assertThat(wrong).isEmpty();
        assertThat(stale).as("rows that no finding needs").isEmpty();
    }

    @Test
    void findsAnErrorInNearlyEveryTemplateTheTransformRefuses() throws IOException {
        int all = 0;
        List<String> missed = new ArrayList<>();
        for (Path directory : directories()) {
            for (String name : names(directory, "error")) {
                all++;
                if (errors(directory, name).stream()
                        .allMatch(problem -> tolerated.stream().anyMatch(row -> row.covers(name, problem)))) {
                    missed.add(name);
                }
            }
        }
        System.out.printf("%d of %d refused templates have an error%n", all - missed.size(), all);
        assertThat(all - missed.size())
                .as("found; missed %s", missed)
                .isGreaterThanOrEqualTo(all * FLOOR_PERCENT / 100);
    }

    private static Set<Tolerated> tolerated() {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/validate-tolerated.tsv"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(fields -> new Tolerated(fields[0], fields[1]))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Problem> errors(Path directory, String name) {
        try {
            Template template =
                    new TemplateReader().read(directory.resolve("input").resolve(name + ".yaml"), name + ".yaml");
            return validator.validate(template, ValidationRequest.defaults()).errors();
        } catch (SamException unreadable) {
            return unreadable.problems();
        }
    }

    private static List<String> names(Path directory, String kind) throws IOException {
        try (Stream<String> lines = Files.lines(directory.resolve("cases.tsv"))) {
            return lines.map(line -> line.split("\t"))
                    .filter(fields -> fields[1].equals(kind))
                    .map(fields -> fields[0])
                    .toList();
        }
    }

    private static List<Path> directories() throws IOException {
        String property = System.getProperty("conformance.templates", "");
        assumeTrue(!property.isEmpty(), "-Dconformance.templates=DIR1:DIR2 is not given");
        List<Path> found = new ArrayList<>();
        for (String folder : property.split(File.pathSeparator)) {
            try (Stream<Path> folders = Files.walk(Path.of(folder), 1)) {
                Stream.concat(
                                folders,
                                Stream.of(Path.of(folder).toAbsolutePath().getParent()))
                        .filter(candidate -> Files.exists(candidate.resolve("cases.tsv")))
                        .forEach(found::add);
            }
        }
        return found.stream().sorted().toList();
    }
}
