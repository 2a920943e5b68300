package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.QueryRequest;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationStacks;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.VirtualTime;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A deployer over the real SDK client, a scripted CloudFormation and virtual time. */
final class DeployScene implements AutoCloseable {

    static final String STACK = "orders-prod";

    /** Far from the time of the server, which must not matter. */
    static final Instant START = Instant.parse("2031-05-06T07:08:09.012Z");

    static final String QUEUE_AND_TOPIC = """
            Resources:
              Orders:
                Type: AWS::SQS::Queue
              News:
                Type: AWS::SNS::Topic
            Outputs:
              QueueName:
                Value: orders
              TopicArn:
                Value: !Ref News
            """;

    static final String WITH_PARAMETERS = """
            Parameters:
              BucketName:
                Type: String
              ObjectKey:
                Type: String
              Stage:
                Type: String
                Default: dev
                AllowedValues: [dev, prod]
              Password:
                Type: String
                NoEcho: true
                MinLength: 8
                Default: do-not-show-default
            Resources:
              Orders:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: !Ref BucketName
            """;

    final FakeAws aws = new FakeAws();
    final RecordedEvents events = new RecordedEvents();
    final VirtualTime time = new VirtualTime(START);
    private final AwsClients clients = new AwsClients(aws.settings());

    Deployer deployer() {
        return deployer(time);
    }

    Deployer deployer(Pauser pauser) {
        return new Deployer(new CloudFormationStacks(clients), events, pauser, time);
    }

    ChangeSetExecutor executor() {
        return executor(time);
    }

    ChangeSetExecutor executor(Pauser pauser) {
        return new ChangeSetExecutor(new CloudFormationStacks(clients), events, pauser, time);
    }

    DeployResult deploy(DeployRequest request) {
        return deployer().deploy(request);
    }

    static StackTemplate template(String text) {
        return StackTemplate.inline(new TemplateReader().parse(text, Path.of("template.yaml"), "template.yaml"), text);
    }

    static DeployRequest request(String text) {
        return DeployRequest.of(STACK, template(text), StackOptions.none());
    }

    static DeployRequest request(String text, Map<String, String> parameters) {
        return DeployRequest.of(STACK, template(text), StackOptions.none().withParameters(parameters));
    }

    /** Names of all calls so far. */
    List<String> calls() {
        return aws.requests().stream().map(QueryRequest::action).toList();
    }

    @Override
    public void close() {
        clients.close();
        aws.close();
    }
}
