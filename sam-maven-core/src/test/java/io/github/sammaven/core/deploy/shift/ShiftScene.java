package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackEvent;
import io.github.sammaven.core.aws.StackResource;
import io.github.sammaven.core.aws.fake.FakeAlarms;
import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.FakeCodeDeploy;
import io.github.sammaven.core.aws.fake.FakeHookLogs;
import io.github.sammaven.core.aws.fake.FakeShift;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudWatchAlarms;
import io.github.sammaven.core.aws.sdk.CloudWatchHookLogs;
import io.github.sammaven.core.aws.sdk.CodeDeployTrafficShifts;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.ShiftProgress;
import io.github.sammaven.core.report.VirtualTime;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A stack whose alias is being updated, over the real SDK, scripted services and virtual time. */
final class ShiftScene implements AutoCloseable {

    static final String APPLICATION = "orders-prod-ServerlessDeploymentApplication-1A2B3C";
    static final String GROUP = "orders-prod-OrdersDeploymentGroup-1A2B3C";

    /** By the services' clock; ours is years away. */
    static final Instant BEGUN = Instant.parse("2026-11-21T10:30:00Z");

    static final String TEMPLATE = """
            Resources:
              Orders:
                Type: AWS::Serverless::Function
                Properties:
                  AutoPublishAlias: live
                  DeploymentPreference:
                    Type: Canary10Percent5Minutes
                    Hooks:
                      PreTraffic: !Ref OrdersPreTraffic
                    Alarms: [!Ref OrdersErrors]
              OrdersPreTraffic:
                Type: AWS::Serverless::Function
              OrdersErrors:
                Type: AWS::CloudWatch::Alarm
            """;

    final FakeCodeDeploy codeDeploy = new FakeCodeDeploy();
    final FakeAlarms alarms = new FakeAlarms();
    final FakeHookLogs logs = new FakeHookLogs();
    final FakeAws aws = new FakeAws()
            .with("codedeploy", codeDeploy)
            .with("monitoring", alarms)
            .with("logs", logs);
    final RecordedEvents events = new RecordedEvents();
    final VirtualTime time = new VirtualTime(Instant.parse("2031-05-06T07:08:09Z"));
    final List<StackEvent> stackEvents = new ArrayList<>();
    private int eventsMade;
    final List<StackResource> resources = new ArrayList<>(List.of(
            new StackResource("ServerlessDeploymentApplication", APPLICATION, "AWS::CodeDeploy::Application"),
            new StackResource("OrdersDeploymentGroup", GROUP, "AWS::CodeDeploy::DeploymentGroup"),
            new StackResource("OrdersPreTraffic", "CodeDeployHook_orders", "AWS::Lambda::Function")));
    int listings;
    private final AwsClients clients = new AwsClients(aws.settings());

    ShiftServices services() {
        return new ShiftServices(
                new CodeDeployTrafficShifts(clients),
                new CloudWatchAlarms(clients),
                new CloudWatchHookLogs(clients),
                stack -> {
                    listings++;
                    return resources;
                });
    }

    ShiftFollower follower(String template) {
        return new ShiftFollower(
                ShiftPlan.of(
                        new TemplateReader().parse(template, Path.of("template.yaml"), "template.yaml"),
                        Map.of(),
                        FakeAws.REGION),
                services(),
                events,
                time);
    }

    /** The group with its alarm, and a deployment of it. */
    ShiftScene shifting(FakeShift shift) {
        codeDeploy.group(APPLICATION, GROUP, "OrdersErrors").shift(APPLICATION, GROUP, shift);
        return this;
    }

    ShiftScene aliasChanges(String alias) {
        return event(alias, "AWS::Lambda::Alias", "UPDATE_IN_PROGRESS");
    }

    ShiftScene event(String logicalId, String type, String status) {
        stackEvents.add(
                new StackEvent("e" + ++eventsMade, BEGUN, logicalId, "physical-" + logicalId, type, status, ""));
        return this;
    }

    static StackDescription stack(String status) {
        return new StackDescription(
                "arn:aws:cloudformation:eu-central-1:123456789012:stack/orders-prod/1",
                "orders-prod",
                status,
                "",
                Set.of(),
                List.of(),
                Map.of(),
                Optional.of(BEGUN));
    }

    /** Looks every 3 s. */
    void looks(ShiftFollower follower, int times) {
        for (int i = 0; i < times; i++) {
            follower.look(stack("UPDATE_IN_PROGRESS"), stackEvents);
            time.pause(Duration.ofSeconds(3));
        }
    }

    void ends(ShiftFollower follower, String status) {
        follower.look(stack(status), stackEvents);
    }

    List<ShiftProgress> told() {
        return events.of(ShiftProgress.class);
    }

    @Override
    public void close() {
        clients.close();
        aws.close();
    }
}
