package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.DeployedStacks;
import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackResource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;

/** What CloudFormation tells of stacks. The client is made when it is first needed. */
public final class CloudFormationDeployedStacks implements DeployedStacks {

    private final AwsClients clients;
    private final CloudFormationFailures failures;

    public CloudFormationDeployedStacks(AwsClients clients) {
        this.clients = clients;
        this.failures = new CloudFormationFailures(clients.errors());
    }

    @Override
    public Optional<StackDescription> describe(String stack) {
        return failures.unlessAbsent(
                "the stack " + stack + " cannot be read",
                () -> clients.cloudFormation().describeStacks(request -> request.stackName(stack)).stacks().stream()
                        .findFirst()
                        .map(StackRecords::stack)
                        .orElse(null));
    }

    @Override
    public Optional<List<StackResource>> resources(String stack) {
        return failures.unlessAbsent(
                "the resources of the stack " + stack + " cannot be read",
                () -> resources(clients.cloudFormation(), stack));
    }

    static List<StackResource> resources(CloudFormationClient client, String stack) {
        return client.listStackResourcesPaginator(request -> request.stackName(stack)).stackResourceSummaries().stream()
                .filter(found -> found.resourceStatus() != ResourceStatus.DELETE_COMPLETE)
                .map(found -> new StackResource(
                        found.logicalResourceId(),
                        StackRecords.orEmpty(found.physicalResourceId()),
                        StackRecords.orEmpty(found.resourceType())))
                .toList();
    }

    @Override
    public Optional<String> template(String stack) {
        return failures.unlessAbsent(
                "the template of the stack " + stack + " cannot be read", () -> clients.cloudFormation()
                        .getTemplate(request -> request.stackName(stack).templateStage(TemplateStage.PROCESSED))
                        .templateBody());
    }
}
