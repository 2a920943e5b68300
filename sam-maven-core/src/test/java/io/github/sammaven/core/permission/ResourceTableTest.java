package io.github.sammaven.core.permission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ResourceTableTest {

    /** The table's own lists are wider or narrower than the reference in these cases, on purpose. */
    private static final Set<String> OTHERWISE =
            Set.of("AWS::ApiGateway::DomainNameAccessAssociation apigateway:DELETE");

    private final ResourceKinds kinds = ResourceKinds.load();

    @Test
    void everyTypeTheTransformGeneratesIsKnown() throws IOException {
        Pattern type = Pattern.compile("\"(AWS::(?!Serverless)[A-Za-z0-9]+::[A-Za-z0-9]+)\"");
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/github/sammaven/core/transform"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var found = type.matcher(Files.readString(file));
                while (found.find()) {
                    named.add(found.group(1));
                }
            }
        }

        assertThat(named).hasSizeGreaterThan(30).allMatch(name -> kinds.of(name).isPresent());
    }

    @Test
    void theTableHasManyTypesAndNoTwiceNamedOnes() {
        assertThat(kinds.all()).hasSizeGreaterThan(150);
        assertThat(kinds.of("Custom::Anything")).isPresent();
        assertThat(kinds.of("AWS::Nothing::AtAll")).isEmpty();
    }

    @Test
    void actionsOnTheResourceNeedAnArn() {
        assertThat(kinds.all().values()).allSatisfy(kind -> assertThat(kind.rules())
                .allSatisfy(rule -> assertThat(rule.target().isPresent()
                                || rule.kind() == ActionRule.Kind.PASS
                                || !kind.arns().isEmpty())
                        .as(kind.type())
                        .isTrue()));
    }

    /** A second opinion: the list of all actions with their resources that comes with cfn-lint. */
    @Test
    void cfnLintKnowsEveryActionOnThatKindOfResource() throws IOException, InterruptedException {
        JsonNode services = cfnLint();
        List<String> unknown = new ArrayList<>();
        for (ResourceKind kind : kinds.all().values()) {
            for (ActionRule rule : kind.rules()) {
                if (rule.kind() != ActionRule.Kind.PASS) {
                    List<String> targets = rule.target().map(List::of).orElse(kind.arns());
                    rule.words().stream()
                            .filter(action -> !OTHERWISE.contains(kind.type() + " " + action))
                            .filter(action -> !fits(services, action, targets))
                            .forEach(action -> unknown.add(kind.type() + " " + action + " " + targets));
                }
            }
        }

        assertThat(unknown).isEmpty();
    }

    private static boolean fits(JsonNode services, String action, List<String> targets) {
        String[] name = action.split(":");
        JsonNode service = services.path(name[0]);
        JsonNode known = service.path("Actions").path(name[1].toLowerCase(Locale.ROOT));
        if (known.isMissingNode()) {
            return false;
        }
        if (!known.has("Resources")) {
            return targets.equals(List.of("*"));
        }
        List<String> formats = new ArrayList<>();
        known.get("Resources").forEach(resource -> service.path("Resources")
                .path(resource.asText().toLowerCase(Locale.ROOT))
                .path("ARNFormats")
                .forEach(format -> formats.add(format.asText().replaceAll("\\$\\{[^}]*}", "[^:]*"))));
        return targets.stream()
                .map(target -> target.replace("{Path|/}", "/").replaceAll("\\{[^}]*}", "X"))
                .anyMatch(target -> formats.stream().anyMatch(target::matches));
    }

    private static JsonNode cfnLint() throws IOException, InterruptedException {
        Process python;
        try {
            python = new ProcessBuilder("python3", "-c", "import cfnlint, os; print(os.path.dirname(cfnlint.__file__))")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException absent) {
            Assumptions.abort("there is no python3");
            throw absent;
        }
        String folder = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        Assumptions.assumeTrue(python.waitFor() == 0, "cfn-lint is not installed");
        Path list = Path.of(folder, "data", "AdditionalSpecs", "Policies.json");
        Assumptions.assumeTrue(Files.exists(list), "this cfn-lint has no list of actions");
        return new ObjectMapper().readTree(list.toFile());
    }
}
