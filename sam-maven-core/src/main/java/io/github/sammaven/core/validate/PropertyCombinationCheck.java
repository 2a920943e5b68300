package io.github.sammaven.core.validate;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Properties of a SAM function that need each other, or shut each other out. */
final class PropertyCombinationCheck implements TemplateCheck {

    private static final String ALIAS = "AutoPublishAlias";

    /** SAM refuses the first without the second. */
    private static final List<Pair> NEEDS = List.of(
            new Pair("ProvisionedConcurrencyConfig", ALIAS),
            new Pair("VersionDeletionPolicy", ALIAS),
            new Pair("FunctionScalingConfig", "CapacityProviderConfig"));

    /** SAM refuses the first beside the second. */
    private static final List<Pair> EXCLUDES = List.of(
            new Pair("ProvisionedConcurrencyConfig", "CapacityProviderConfig"),
            new Pair("VpcConfig", "CapacityProviderConfig"),
            new Pair("ProvisionedConcurrencyConfig", "TenancyConfig"),
            new Pair("FunctionUrlConfig", "TenancyConfig"),
            new Pair("SnapStart", "TenancyConfig"));

    private record Pair(String first, String second) {}

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        subject.forEachResource((id, resource) -> {
            if (resource.text("Type")
                    .filter("AWS::Serverless::Function"::equals)
                    .isPresent()) {
                MappingNode properties = subject.globals().properties(resource, Set.of());
                check(id, properties, subject.template().resourceMark(id), problems);
            }
        });
        return problems;
    }

    private static void check(String id, MappingNode properties, SourceMark mark, List<Problem> problems) {
        for (Pair pair : NEEDS) {
            if (has(properties, pair.first()) && !has(properties, pair.second())) {
                problems.add(needs(id, pair.first(), pair.second(), mark));
            }
        }
        boolean shifts = properties
                .mapping("DeploymentPreference")
                .filter(preference -> preference.has("Type")
                        && preference
                                .get("Enabled")
                                .map(PropertyCombinationCheck::isTrue)
                                .orElse(true))
                .isPresent();
        if (shifts && !has(properties, ALIAS)) {
            problems.add(needs(id, "DeploymentPreference", ALIAS, mark));
        }
        for (Pair pair : EXCLUDES) {
            if (has(properties, pair.first()) && has(properties, pair.second())) {
                problems.add(Problem.error(
                        mark,
                        "%s: %s cannot be used with %s".formatted(id, pair.first(), pair.second()),
                        "remove one of them"));
            }
        }
    }

    /** An expression counts as not true: what it comes to may differ from one deployment to the next. */
    private static boolean isTrue(Node enabled) {
        return enabled.asText().filter("true"::equalsIgnoreCase).isPresent();
    }

    private static boolean has(MappingNode properties, String name) {
        return properties.get(name).filter(value -> !value.isNull()).isPresent();
    }

    private static Problem needs(String id, String property, String needed, SourceMark mark) {
        return Problem.error(
                mark,
                "%s: %s needs %s".formatted(id, property, needed),
                "add " + needed + (needed.equals(ALIAS) ? ", such as " + ALIAS + ": live" : ""));
    }
}
