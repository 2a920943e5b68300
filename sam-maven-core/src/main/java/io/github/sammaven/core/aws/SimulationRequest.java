package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Map;

/**
 * Actions that are asked about.
 *
 * @param actions {@code sqs:CreateQueue}
 * @param resources ARNs without wildcards, or {@code *} alone for actions without resource level
 * @param context values of condition keys, {@code iam:PassedToService}
 */
public record SimulationRequest(List<String> actions, List<String> resources, Map<String, List<String>> context) {

    public SimulationRequest {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        context = Map.copyOf(context);
    }
}
