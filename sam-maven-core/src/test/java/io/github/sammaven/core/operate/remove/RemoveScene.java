package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.aws.AwsSettings;
import io.github.sammaven.core.aws.StackDeletionMode;
import io.github.sammaven.core.aws.TemplateSource;
import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.FakeEcr;
import io.github.sammaven.core.aws.fake.FakeVersionedBuckets;
import io.github.sammaven.core.aws.fake.QueryRequest;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationDirectStacks;
import io.github.sammaven.core.aws.sdk.CloudFormationRemovals;
import io.github.sammaven.core.aws.sdk.CloudFormationStacks;
import io.github.sammaven.core.aws.sdk.EcrImageRemoval;
import io.github.sammaven.core.aws.sdk.EcrRegistry;
import io.github.sammaven.core.aws.sdk.S3ObjectRemoval;
import io.github.sammaven.core.aws.sdk.StsCaller;
import io.github.sammaven.core.managed.CompanionNames;
import io.github.sammaven.core.managed.CompanionServices;
import io.github.sammaven.core.managed.CompanionStack;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Prompt;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stack that was packaged to a bucket with versions, and all that may be asked about it. */
final class RemoveScene implements AutoCloseable {

    static final String STACK = "orders";
    static final String BUCKET = "artifacts";
    static final String CODE = "0123456789abcdef0123456789abcdef";
    static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Api:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: s3://artifacts/orders/%s
              Orders:
                Type: AWS::DynamoDB::Table
            """.formatted(CODE);

    final FakeAws aws = new FakeAws();
    final FakeEcr ecr = new FakeEcr();
    final FakeVersionedBuckets s3 = new FakeVersionedBuckets().bucket(BUCKET);
    final RecordedEvents events = new RecordedEvents();
    final VirtualTime time = new VirtualTime(Instant.EPOCH);
    private final AwsClients clients = new AwsClients(new AwsSettings(
            Optional.of(FakeAws.REGION),
            Optional.empty(),
            Optional.of(aws.endpoint()),
            Map.of("ecr", ecr.endpoint()),
            Optional.empty()));
    private final Path list;

    /** @param folder for the list of what is still to be deleted */
    RemoveScene(Path folder) {
        list = folder.resolve("sam").resolve("delete-orders.json");
        aws.with("s3", s3);
    }

    /** The stack, its code in two versions with a marker between them, and its template. */
    RemoveScene deployed() {
        return deployed(TEMPLATE);
    }

    RemoveScene deployed(String template) {
        aws.cloudFormation().existing(STACK, "CREATE_COMPLETE", template, Map.of());
        s3.put(BUCKET, "orders/" + CODE, "old").mark(BUCKET, "orders/" + CODE).put(BUCKET, "orders/" + CODE, "new");
        s3.put(BUCKET, "orders/" + TemplateKey.of(template), template);
        s3.put(BUCKET, "orders/" + CODE + "0", "of somebody else");
        return this;
    }

    Path list() {
        return list;
    }

    RemoveRequest request() {
        return request(options(false, false, false, false));
    }

    RemoveRequest request(RemoveRequest.Options options) {
        return request(options, Retention.NONE);
    }

    RemoveRequest request(RemoveRequest.Options options, Retention retention) {
        return request(options, retention, StackDeletionMode.STANDARD);
    }

    RemoveRequest request(RemoveRequest.Options options, Retention retention, StackDeletionMode mode) {
        return new RemoveRequest(
                STACK, list, Optional.empty(), Optional.empty(), retention, mode, options, Duration.ofHours(1));
    }

    static RemoveRequest.Options options(
            boolean endProtection, boolean failIfAbsent, boolean emptyBuckets, boolean wholePrefix) {
        return new RemoveRequest.Options(true, endProtection, failIfAbsent, emptyBuckets, wholePrefix);
    }

    RemoveResult remove() {
        return remove(request());
    }

    RemoveResult remove(RemoveRequest request) {
        return remover(events, Prompt.NOBODY).remove(request);
    }

    StackRemover remover(EventSink sink, Prompt prompt) {
        CloudFormationStacks stacks = new CloudFormationStacks(clients);
        return new StackRemover(new RemoveServices(
                new CloudFormationRemovals(clients),
                stacks,
                new S3ObjectRemoval(clients),
                new EcrImageRemoval(clients),
                new EcrRegistry(clients),
                name -> new CompanionStack(
                        new CompanionNames(name),
                        new CompanionServices(
                                stacks,
                                new CloudFormationDirectStacks(clients),
                                new EcrRegistry(clients),
                                new StsCaller(clients),
                                TemplateSource.Inline::new,
                                time,
                                events)),
                prompt,
                sink,
                time,
                time));
    }

    List<String> calls() {
        return aws.requests().stream().map(QueryRequest::action).toList();
    }

    List<String> notes() {
        return events.of(Note.class).stream().map(Note::text).toList();
    }

    @Override
    public void close() {
        clients.close();
        aws.close();
        ecr.close();
    }
}
