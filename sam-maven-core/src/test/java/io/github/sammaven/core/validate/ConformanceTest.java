package io.github.sammaven.core.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs the validator over templates whose transform is known. {@code -Dconformance.templates=DIR} names a folder, one of
 * such folders, or the {@code input} folder of one, with {@code cases.tsv} (name, kind success or error, ...) and {@code input/<name>.yaml}.
 */
class ConformanceTest {

    /** What the transform lets pass and a deployment refuses, or takes half of: the validator is right to say so. */
    private static final Pattern REFUSED_LATER = Pattern.compile(
            "is given twice|needs the SAM transform|unknown intrinsic function 'Fn::Ref'|unknown runtime 'provided.al2023023'"
                    + "|(Handler|Runtime) is required|Type is missing");

    /** Small cases refer to resources they leave out; complete templates do not. */
    private static final Pattern DANGLING = Pattern.compile("names no |is not defined");

    private final TemplateValidator validator = new TemplateValidator();

    @Test
    void reportsNoErrorWhenTheTransformAcceptsTheTemplate() throws IOException {
        List<String> wrong = new ArrayList<>();
        int accepted = 0;
        for (Path directory : directories()) {
            for (String name : names(directory, "success")) {
                accepted++;
                errors(directory, name).stream()
                        .filter(problem -> !isRefusedLater(directory, problem))
                        .forEach(problem -> wrong.add(problem.toString()));
            }
        }
        assertThat(accepted).as("templates").isPositive();
        assertThat(wrong).isEmpty();
    }

    private static boolean isRefusedLater(Path directory, Problem problem) {
        boolean complete = Files.exists(directory.resolve("sources.tsv"));
        return REFUSED_LATER.matcher(problem.message()).find()
                || !complete && DANGLING.matcher(problem.message()).find();
    }

    @Test
    void findsAnErrorInManyTemplatesTheTransformRefuses() throws IOException {
        int all = 0;
        List<String> missed = new ArrayList<>();
        for (Path directory : directories()) {
            for (String name : names(directory, "error")) {
                all++;
                if (errors(directory, name).stream().allMatch(problem -> isRefusedLater(directory, problem))) {
                    missed.add(name);
                }
            }
        }
        System.out.printf("%d of %d refused templates have an error%n", all - missed.size(), all);
        assertThat(missed.size()).as("missed %s", missed).isLessThan(all);
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
        assumeTrue(!property.isEmpty(), "-Dconformance.templates=DIR is not given");
        try (Stream<Path> folders = Files.walk(Path.of(property), 1)) {
            return Stream.concat(
                            folders,
                            Stream.of(Path.of(property).toAbsolutePath().getParent()))
                    .filter(folder -> Files.exists(folder.resolve("cases.tsv")))
                    .sorted()
                    .toList();
        }
    }
}
