package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.DirectStacks;
import io.github.sammaven.core.aws.StackRefusedException;
import io.github.sammaven.core.aws.StackResource;
import io.github.sammaven.core.aws.TemplateSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CloudFormation without change sets. The client is made when it is first needed. */
public final class CloudFormationDirectStacks implements DirectStacks {

    private final AwsClients clients;
    private final CloudFormationFailures failures;

    public CloudFormationDirectStacks(AwsClients clients) {
        this.clients = clients;
        this.failures = new CloudFormationFailures(clients.errors());
    }

    @Override
    public void create(String stackName, TemplateSource template, Set<String> capabilities) {
        failures.calling("the stack " + stackName + " cannot be created", () -> clients.cloudFormation()
                .createStack(request -> request.stackName(stackName)
                        .templateBody(body(template))
                        .templateURL(url(template))
                        .capabilitiesWithStrings(capabilities)));
    }

    @Override
    public boolean update(String stackName, TemplateSource template, Set<String> capabilities) {
        try {
            failures.calling("the stack " + stackName + " cannot be updated", () -> clients.cloudFormation()
                    .updateStack(request -> request.stackName(stackName)
                            .templateBody(body(template))
                            .templateURL(url(template))
                            .capabilitiesWithStrings(capabilities)));
            return true;
        } catch (StackRefusedException refused) {
            // The service has no code of its own for this, only the sentence.
            if (refused.reason().contains("No updates are to be performed")) {
                return false;
            }
            throw refused;
        }
    }

    @Override
    public List<StackResource> resources(String stackName) {
        return failures.calling(
                "the resources of the stack " + stackName + " cannot be read",
                () -> CloudFormationDeployedStacks.resources(clients.cloudFormation(), stackName));
    }

    private static @Nullable String body(TemplateSource template) {
        return template instanceof TemplateSource.Inline inline ? inline.body() : null;
    }

    private static @Nullable String url(TemplateSource template) {
        return template instanceof TemplateSource.Uploaded uploaded
                ? uploaded.url().toString()
                : null;
    }
}
