package io.github.sammaven.core.guided;

import io.github.sammaven.core.template.ParameterDeclaration;
import io.github.sammaven.core.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a deployment is about to do with which settings.
 *
 * @param stackName name of the stack
 * @param region where it is to be; empty if the SDK decides
 * @param bucket where artifacts are; empty without one
 * @param capabilities what is granted
 * @param confirmChangeset whether somebody is asked before changes are made
 * @param disableRollback whether resources stay as they are when one fails
 * @param overrides {@code Name=value} each, secrets as {@code *****}
 */
public record DeploymentSummary(
        String stackName,
        Optional<String> region,
        Optional<String> bucket,
        List<String> capabilities,
        boolean confirmChangeset,
        boolean disableRollback,
        List<String> overrides) {

    private static final String HIDDEN = "*****";

    public DeploymentSummary {
        capabilities = List.copyOf(capabilities);
        overrides = List.copyOf(overrides);
    }

    /** The values as they may be shown; those of parameters the template does not declare are hidden too. */
    public static List<String> overrides(Template template, Map<String, String> parameters) {
        Map<String, ParameterDeclaration> declared = ParameterDeclaration.of(template);
        return parameters.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + (isShown(declared, pair.getKey()) ? pair.getValue() : HIDDEN))
                .toList();
    }

    private static boolean isShown(Map<String, ParameterDeclaration> declared, String name) {
        return declared.containsKey(name) && !declared.get(name).isSecret();
    }

    /** A line for what is set; nothing for what is not. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Stack " + stackName + region.map(name -> " (" + name + ")").orElse("")
                + bucket.map(name -> "  bucket " + name).orElse("")
                + (confirmChangeset ? "  changes are confirmed" : "")
                + (disableRollback ? "  no rollback" : ""));
        if (!capabilities.isEmpty()) {
            lines.add("  capabilities  " + String.join(", ", capabilities));
        }
        if (!overrides.isEmpty()) {
            lines.add(overrides.stream().collect(Collectors.joining("  ", "  parameters    ", "")));
        }
        return lines;
    }
}
