package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.deploy.DeployResult.Outcome;
import io.github.sammaven.core.template.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Words the ends of a deployment as results. */
final class DeployResults {

    private final DeployContext context;
    private final String stackName;
    private final Template template;
    private final Instant started;

    /** @param template gives the order of the outputs */
    DeployResults(DeployContext context, String stackName, Template template, Instant started) {
        this.context = context;
        this.stackName = stackName;
        this.template = template;
        this.started = started;
    }

    DeployResult of(StackDescription stack, Outcome outcome) {
        return new DeployResult(
                stack.name(),
                stack.id(),
                context.gateway().region(),
                stack.status(),
                outcome,
                outputs(stack),
                duration());
    }

    DeployResult declined(Optional<StackDescription> stack) {
        return stack.map(existing -> of(existing, Outcome.DECLINED))
                .orElseGet(() -> new DeployResult(
                        stackName, "", context.gateway().region(), "", Outcome.DECLINED, Map.of(), duration()));
    }

    private Map<String, String> outputs(StackDescription stack) {
        Map<String, String> values = new LinkedHashMap<>();
        stack.outputs().forEach(output -> values.put(output.key(), output.value()));
        Map<String, String> outputs = new LinkedHashMap<>();
        for (String name : template.section("Outputs").keySet()) {
            if (values.containsKey(name)) {
                outputs.put(name, values.remove(name));
            }
        }
        outputs.putAll(values);
        return outputs;
    }

    private Duration duration() {
        return Duration.between(started, context.clock().instant());
    }
}
