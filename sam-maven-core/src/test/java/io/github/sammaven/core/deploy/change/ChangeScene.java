package io.github.sammaven.core.deploy.change;

import io.github.sammaven.core.aws.ChangeSetDescription;
import io.github.sammaven.core.aws.ChangeSetId;
import io.github.sammaven.core.aws.ChangeSetRequest;
import io.github.sammaven.core.aws.TemplateSource;
import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.FakeChanges;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationStacks;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.ResourceChange;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A change set of a stack that exists, over the real SDK client. */
final class ChangeScene implements AutoCloseable {

    static final String STACK = "orders-prod";

    private static final String OLD = "Resources:\n  Old:\n    Type: AWS::SNS::Topic\n";

    final FakeAws aws = new FakeAws();
    final RecordedEvents events = new RecordedEvents();
    private final AwsClients clients = new AwsClients(aws.settings());
    private final CloudFormationStacks stacks = new CloudFormationStacks(clients);

    /** What the service says in detail. */
    FakeChanges changes() {
        return aws.cloudFormation().script(STACK).changes();
    }

    ChangeSetReady explain(String text, Map<String, String> parameters) {
        aws.cloudFormation().existing(STACK, "CREATE_COMPLETE", OLD, Map.of());
        aws.cloudFormation().script(STACK).changeSetReadyAfter(0);
        ChangeSetId id = stacks.createChangeSet(new ChangeSetRequest(
                "changes",
                STACK,
                ChangeSetRequest.Type.UPDATE,
                "",
                new TemplateSource.Inline(OLD.replace("Old", "New")),
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                List.of()));
        ChangeSetDescription description = stacks.describeChangeSet(id);
        return new ChangeExplainer(stacks, events).explain(STACK, id, description, template(text), parameters);
    }

    /** The change to one resource; what the templates themselves differ in is not looked at. */
    ResourceChange explained(String logicalId, String text, Map<String, String> parameters) {
        return explain(text, parameters)
                .all()
                .filter(change -> change.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }

    static Template template(String text) {
        return new TemplateReader().parse(text, Path.of("template.yaml"), "template.yaml");
    }

    @Override
    public void close() {
        clients.close();
        aws.close();
    }
}
