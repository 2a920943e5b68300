package io.github.sammaven.core.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateWriter;
import io.github.sammaven.core.transform.context.TransformError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Transforms the templates of {@code -Dconformance.cases=DIR} and writes every result under {@code -Dconformance.out=DIR}:
 * {@code <partition>/<name>.json} for templates, {@code errors/<name>.json} for refusals. Whether they are right is for a
 * comparer to say; here only a crash is a failure.
 */
class TransformConformanceTest {

    private final SamTransformer transformer = new SamTransformer();
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void transformsOrRefusesEveryTemplateWithoutCrashing() throws IOException {
        String folder = System.getProperty("conformance.cases", "");
        assumeTrue(!folder.isEmpty(), "-Dconformance.cases=DIR is not given");
        String given = System.getProperty("conformance.out", "");
        Path out = Path.of(given.isEmpty() ? "target/conformance" : given);
        ConformanceCases cases = ConformanceCases.read(Path.of(folder));
        List<String> crashes = new ArrayList<>();
        int runs = 0;
        for (ConformanceCases.Case each : cases.all()) {
            for (String partition : each.partitions()) {
                runs++;
                try {
                    run(cases, each, partition, out);
                } catch (RuntimeException crash) {
                    StringWriter trace = new StringWriter();
                    crash.printStackTrace(new PrintWriter(trace));
                    crashes.add(each.name() + " in " + partition + ": "
                            + trace.toString().lines().limit(6).toList());
                }
            }
        }
        System.out.printf("%d transforms written to %s%n", runs, out);
        assertThat(runs).isPositive();
        assertThat(crashes).isEmpty();
    }

    private void run(ConformanceCases cases, ConformanceCases.Case each, String partition, Path out)
            throws IOException {
        TransformResult result;
        try {
            result = transformer.transform(
                    new TemplateReader().read(cases.input(each), each.name() + ".yaml"),
                    cases.options(each, partition));
        } catch (InvalidTemplateException unreadable) {
            result = TransformResult.refused(unreadable.problems().stream()
                    .map(problem -> new TransformError(Optional.empty(), Optional.empty(), problem))
                    .toList());
        }
        Path file = out.resolve(result.template().isPresent() ? partition : "errors")
                .resolve(each.name() + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                result.template()
                        .map(template -> new TemplateWriter().json(template.root()))
                        .orElse(refusal(result.errors())));
    }

    private String refusal(List<TransformError> errors) {
        ObjectNode root = mapper.createObjectNode();
        ArrayNode list = root.putArray("errors");
        errors.forEach(error -> {
            ObjectNode entry = list.addObject();
            error.logicalId().ifPresent(id -> entry.put("logicalId", id));
            error.eventId().ifPresent(id -> entry.put("eventId", id));
            entry.put("message", error.problem().toString());
        });
        return root.toPrettyString();
    }
}
