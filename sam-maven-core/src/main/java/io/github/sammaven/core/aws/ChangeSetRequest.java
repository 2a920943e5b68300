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
 * @param nestedStacks whether change sets are made for nested stacks too
 * @param deleteOnFailure whether a stack whose creation fails is deleted; only for {@link Type#CREATE}
 * @param express in express mode: the operation ends before the resources are settled; says whether resources stay as
 *     they are when one of them fails
 * @param imports what exists and becomes part of the stack; only for {@link Type#IMPORT}
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
        List<String> notificationArns,
        boolean nestedStacks,
        boolean deleteOnFailure,
        Optional<Boolean> express,
        List<ResourceToImport> imports) {

    public ChangeSetRequest {
        parameters = List.copyOf(parameters);
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        capabilities = List.copyOf(capabilities);
        notificationArns = List.copyOf(notificationArns);
        imports = List.copyOf(imports);
    }

    /** A plain request: without nested stacks and in the service's own mode. */
    public ChangeSetRequest(
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
        this(
                name,
                stackName,
                type,
                description,
                template,
                parameters,
                tags,
                capabilities,
                roleArn,
                notificationArns,
                false,
                false,
                Optional.empty(),
                List.of());
    }

    /** What becomes of the stack. */
    public enum Type {
        CREATE,
        UPDATE,
        /** What exists becomes part of the stack, which may be a new one. */
        IMPORT
    }

    /** The same request under another name. */
    public ChangeSetRequest named(String other) {
        return with(other, nestedStacks);
    }

    /** The same request for the stack alone. */
    public ChangeSetRequest withoutNestedStacks() {
        return with(name, false);
    }

    private ChangeSetRequest with(String newName, boolean nested) {
        return new ChangeSetRequest(
                newName,
                stackName,
                type,
                description,
                template,
                parameters,
                tags,
                capabilities,
                roleArn,
                notificationArns,
                nested,
                deleteOnFailure,
                express,
                imports);
    }
}
