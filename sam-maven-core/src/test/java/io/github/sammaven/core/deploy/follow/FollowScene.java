package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.FakeEventFeed;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationStacks;
import io.github.sammaven.core.deploy.origin.ResourceMarks;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.deploy.poll.Polling;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.VirtualTime;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A follower over the real SDK client, events at given times, and virtual time. */
final class FollowScene implements AutoCloseable {

    static final String NAME = "orders-prod";
    static final String ROOT = FakeEventFeed.arn(NAME);
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final VirtualTime time = new VirtualTime(START);
    final FakeEventFeed feed = new FakeEventFeed(time);
    final FakeAws aws = new FakeAws().with("cloudformation", feed);
    final ResourceMarks marks;
    StackEvents events;
    private final AwsClients clients = new AwsClients(aws.settings());
    private final CloudFormationStacks gateway = new CloudFormationStacks(clients);
    private final EventSink sink;
    private StackDescription ended =
            new StackDescription(ROOT, NAME, "", "", Set.of(), List.of(), Map.of(), Optional.empty());

    FollowScene(EventSink sink, String template) {
        this.sink = sink;
        marks = new ResourceMarks(new TemplateReader().parse(template, Path.of("template.yaml"), "template.yaml"));
        events = new StackEvents(gateway, ROOT, marks, sink);
    }

    /** An event that shows a number of seconds after the start. */
    FollowScene at(
            int second, String stack, String logicalId, String physicalId, String type, String status, String reason) {
        Instant moment = START.plusSeconds(second);
        feed.add(stack, moment, moment, logicalId, physicalId, type, status, reason);
        return this;
    }

    FollowScene own(int second, String stack, String status, String reason) {
        String name = stack.split("/")[1];
        return at(second, stack, name, stack, "AWS::CloudFormation::Stack", status, reason);
    }

    FollowScene child(int second, String parent, String resource, String child, String status, String reason) {
        return at(second, parent, resource, child, "AWS::CloudFormation::Stack", status, reason);
    }

    FollowScene queue(int second, String stack, String logicalId, String status, String reason) {
        return at(second, stack, logicalId, logicalId + "-1", "AWS::SQS::Queue", status, reason);
    }

    StackDescription follow(StackWatch watch) {
        Poller poller = new Poller(Polling.standard(), time, time, sink);
        ended = new StackFollower(gateway, poller, NAME, ROOT, Optional.empty(), events, watch)
                .untilEnd(START.plus(Duration.ofHours(2)));
        return ended;
    }

    Problem failure() {
        return new FailedDeployment(ended, events, marks, Duration.between(START, time.instant())).problem();
    }

    @Override
    public void close() {
        clients.close();
        aws.close();
    }
}
