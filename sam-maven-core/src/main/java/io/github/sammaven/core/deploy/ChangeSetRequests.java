package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.ChangeSetRequest;
import io.github.sammaven.core.aws.ChangeSetRequest.Type;
import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackParameter;
import io.github.sammaven.core.aws.TemplateSource;
import io.github.sammaven.core.deploy.follow.StackState;
import io.github.sammaven.core.parameter.ParameterCheck;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.ParameterDeclaration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is asked of the service for a deployment, given the stack as it is. */
final class ChangeSetRequests {

    private static final List<String> NESTED = List.of("AWS::CloudFormation::Stack", "AWS::Serverless::Application");

    private final DeployRequest request;
    private final Fingerprint content;

    ChangeSetRequests(DeployRequest request, Fingerprint content) {
        this.request = request;
        this.content = content;
    }

    /**
     * Uploads the template if it does not go with the call.
     *
     * @param name of the change set
     * @param stack empty if there is none
     * @throws InvalidOptionException if parameters have no value
     */
    ChangeSetRequest make(String name, Optional<StackDescription> stack, Instant now) {
        Type deployed = StackState.operation(stack);
        Set<String> inStack = deployed == Type.UPDATE
                ? stack.map(StackDescription::parameters).orElse(Set.of())
                : Set.of();
        checkParameters(inStack);
        DeployMode mode = request.mode();
        Type type = mode.imports().isEmpty() ? deployed : Type.IMPORT;
        boolean creates = deployed == Type.CREATE;
        return new ChangeSetRequest(
                name,
                request.stackName(),
                type,
                "Created by sam-maven at " + now.truncatedTo(ChronoUnit.SECONDS) + " (sha256 " + content.sha256() + ")",
                source(),
                parameters(inStack),
                tags(stack),
                request.options().capabilities(),
                request.options().roleArn(),
                request.options().notificationArns(),
                mode.nestedStacks() && type != Type.IMPORT && mayHaveNestedStacks(),
                type == Type.CREATE && creates && mode.onFailure() == OnFailure.DELETE,
                mode.express() ? Optional.of(mode.onFailure() == OnFailure.DO_NOTHING) : Optional.empty(),
                mode.imports());
    }

    private void checkParameters(Set<String> inStack) {
        List<Problem> missing = ParameterCheck.ofValues(
                        request.template().tree(), request.options().parameters())
                .missing(inStack);
        if (!missing.isEmpty()) {
            throw new InvalidOptionException(missing);
        }
    }

    private TemplateSource source() {
        StackTemplate template = request.template();
        return template.upload()
                .<TemplateSource>map(upload -> new TemplateSource.Uploaded(upload.upload(template.body())))
                .orElseGet(() -> new TemplateSource.Inline(template.body()));
    }

    private List<StackParameter> parameters(Set<String> inStack) {
        Map<String, String> given = request.options().parameters();
        return ParameterDeclaration.of(request.template().tree()).keySet().stream()
                .filter(name -> given.containsKey(name) || inStack.contains(name))
                .map(name -> new StackParameter(name, Optional.ofNullable(given.get(name))))
                .toList();
    }

    /** Tags that the service gave itself cannot be given. */
    private Map<String, String> tags(Optional<StackDescription> stack) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (request.mode().mergeTags()) {
            stack.ifPresent(existing -> tags.putAll(existing.tags()));
            tags.keySet().removeIf(key -> key.startsWith("aws:"));
        }
        tags.putAll(request.options().tags());
        return tags;
    }

    /** Also types that a loop makes resources of. */
    private boolean mayHaveNestedStacks() {
        return NESTED.stream().anyMatch(request.template().body()::contains);
    }
}
