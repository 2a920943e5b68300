package io.github.sammaven.core.aws;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change set to be made.
 *
 * @param name its name
 * @param stackName the stack, which need not exist for {@link Type#CREATE}
 * @param type whether the stack is made or changed
 * @param description one line for people who look at the stack
 * @param template the wanted state
 * @param parameters values of the template's parameters
 * @param tags all tags of the stack; those it has now and are not here are removed
 * @param capabilities what the template may do, such as {@code CAPABILITY_IAM}
 * @param roleArn role the service works with; if empty, the one it used before, or the caller's own rights
 * @param notificationArns topics that get the stack's events; if empty, those it has now
 */
public record ChangeSetRequest(
        String name,
        String stackName,
        Type type,
        String description,
        TemplateSource template,
        List<StackParameter> parameters,
        Map<String, String> tags,
        List<String> capabilities,
        Optional<String> roleArn,
        List<String> notificationArns) {

    public ChangeSetRequest {
        parameters = List.copyOf(parameters);
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        capabilities = List.copyOf(capabilities);
        notificationArns = List.copyOf(notificationArns);
    }

    /** What becomes of the stack. */
    public enum Type {
        CREATE,
        UPDATE
    }
}
