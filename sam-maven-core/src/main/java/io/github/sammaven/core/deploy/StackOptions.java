package io.github.sammaven.core.deploy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the stack is made with besides its template.
 *
 * @param parameters values by parameter name, possibly secrets; a parameter that is not here keeps the value the stack
 *     has, or gets the template's default
 * @param tags all tags of the stack, at most 50; those it has now and are not here are removed
 * @param capabilities what the template may do, such as {@code CAPABILITY_IAM}
 * @param roleArn role CloudFormation works with
 * @param notificationArns SNS topics that get the stack's events, at most 5
 */
public record StackOptions(
        Map<String, String> parameters,
        Map<String, String> tags,
        List<String> capabilities,
        Optional<String> roleArn,
        List<String> notificationArns) {

    public StackOptions {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        capabilities = List.copyOf(capabilities);
        notificationArns = List.copyOf(notificationArns);
    }

    /** Nothing but the template. */
    public static StackOptions none() {
        return new StackOptions(Map.of(), Map.of(), List.of(), Optional.empty(), List.of());
    }

    public StackOptions withParameters(Map<String, String> values) {
        return new StackOptions(values, tags, capabilities, roleArn, notificationArns);
    }

    public StackOptions withCapabilities(String... names) {
        return new StackOptions(parameters, tags, List.of(names), roleArn, notificationArns);
    }

    /** Without the values of the parameters. */
    @Override
    public String toString() {
        return "StackOptions[parameters=" + parameters.keySet() + ", tags=" + tags.keySet() + ", capabilities="
                + capabilities + ", roleArn=" + roleArn.orElse("") + ", notificationArns=" + notificationArns + "]";
    }
}
