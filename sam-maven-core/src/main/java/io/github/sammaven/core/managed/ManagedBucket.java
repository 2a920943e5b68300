package io.github.sammaven.core.managed;

import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackGateway;
import io.github.sammaven.core.aws.StackOutput;
import io.github.sammaven.core.aws.StackRefusedException;
import io.github.sammaven.core.deploy.DeployRequest;
import io.github.sammaven.core.deploy.Deployer;
import io.github.sammaven.core.deploy.StackOptions;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.deploy.poll.Polling;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Pauser;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The bucket that SAM CLI and sam-maven share, one for each account and region. It is made when it is first needed and
 * never changed afterwards. Only an answer that says so means that it is not there: a call that fails is a failure.
 */
public final class ManagedBucket {

    /** Name of its stack. */
    public static final String STACK = "aws-sam-cli-managed-default";

    private static final String TAG = "ManagedStackSource";
    private static final String TAG_VALUE = "AwsSamCli";
    private static final String CHANGE_SET = "InitialCreation";

    /** As long as SAM CLI waits: 60 times 15 seconds. */
    private static final Duration MAX_WAIT = Duration.ofMinutes(15);

    /** A change set that nobody has executed by then was left by a process that was stopped. */
    private static final Duration MAX_REVIEW = Duration.ofMinutes(1);

    private static final String REVIEW = "REVIEW_IN_PROGRESS";
    private static final Set<String> BROKEN =
            Set.of("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED");

    private final StackGateway gateway;
    private final Deployer deployer;
    private final Poller poller;
    private final InstantSource clock;

    public ManagedBucket(StackGateway gateway, EventSink sink, Pauser pauser, InstantSource clock) {
        this.gateway = gateway;
        this.deployer = new Deployer(gateway, sink, pauser, clock);
        this.poller = new Poller(Polling.standard(), pauser, clock, sink);
        this.clock = clock;
    }

    /**
     * Its name; the bucket is made if there is none.
     *
     * @throws SamException if the stack is somebody else's, is broken, cannot be read or cannot be made
     */
    public String name() {
        Optional<StackDescription> stack = gateway.describe(STACK);
        if (stack.filter(ManagedBucket::isUnderReview).isPresent()) {
            stack = settled(MAX_REVIEW);
        }
        if (stack.isPresent() && !isUnderReview(stack.get())) {
            Optional<String> name = nameIn(stack.get());
            if (name.isPresent()) {
                return name.get();
            }
        }
        return create(stack.isPresent());
    }

    /** The name, once nothing goes on; empty if the stack is then gone. */
    private Optional<String> nameIn(StackDescription first) {
        if (!isUnderReview(first)) {
            checkOwner(first);
        }
        Optional<StackDescription> stack = isMoving(first) ? settled(MAX_WAIT) : Optional.of(first);
        return stack.map(ManagedBucket::bucketOf);
    }

    /** Whoever comes second in making it finds the change set of the first, and waits for what comes of it. */
    private String create(boolean leftUnderReview) {
        DeployRequest request = DeployRequest.of(
                        STACK,
                        SourceBucketTemplate.template(),
                        new StackOptions(
                                Map.of(),
                                Map.of(TAG, TAG_VALUE),
                                List.of("CAPABILITY_IAM"),
                                Optional.empty(),
                                List.of()))
                .waitingAtMost(MAX_WAIT);
        try {
            Deployer maker = leftUnderReview ? deployer : deployer.withChangeSetName(CHANGE_SET);
            return Optional.ofNullable(maker.deploy(request).outputs().get(SourceBucketTemplate.OUTPUT))
                    .orElseThrow(ManagedBucket::withoutOutput);
        } catch (SamException failure) {
            if (!(failure.getCause() instanceof StackRefusedException)) {
                throw failure;
            }
            return gateway.describe(STACK)
                    .filter(ManagedBucket::isMadeByAnother)
                    .flatMap(this::nameIn)
                    .orElseThrow(() -> failure);
        }
    }

    private static boolean isMadeByAnother(StackDescription stack) {
        return stack.status().startsWith("CREATE_") || isUnderReview(stack);
    }

    private Optional<StackDescription> settled(Duration limit) {
        try {
            return poller.until(clock.instant().plus(limit), () -> {
                Optional<StackDescription> now = gateway.describe(STACK);
                return now.filter(ManagedBucket::isMoving).isPresent() ? Optional.empty() : Optional.of(now);
            });
        } catch (Poller.DeadlineException late) {
            Optional<StackDescription> now = gateway.describe(STACK);
            if (now.filter(stack -> isMoving(stack) && !isUnderReview(stack)).isPresent()) {
                throw new SamException(
                        "the stack " + STACK + " is still in " + now.get().status() + " after " + limit.toMinutes()
                                + " minutes",
                        "see what keeps it: aws cloudformation describe-stack-events --stack-name " + STACK,
                        late);
            }
            return now;
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new SamException("waiting for the stack " + STACK + " was interrupted", "", interrupt);
        }
    }

    private static boolean isMoving(StackDescription stack) {
        return stack.status().endsWith("_IN_PROGRESS");
    }

    private static boolean isUnderReview(StackDescription stack) {
        return stack.status().equals(REVIEW);
    }

    private static void checkOwner(StackDescription stack) {
        if (!TAG_VALUE.equals(stack.tags().get(TAG))) {
            throw new SamException(
                    "the stack " + STACK + " was not made by SAM CLI or sam-maven: it has no tag " + TAG + "="
                            + TAG_VALUE,
                    "rename or delete that stack, or name a bucket of your own with -Dsam.s3Bucket=BUCKET",
                    null);
        }
    }

    private static String bucketOf(StackDescription stack) {
        checkOwner(stack);
        if (BROKEN.contains(stack.status())) {
            throw new SamException(
                    "the stack " + STACK + " is in " + stack.status() + ": the managed bucket could not be made"
                            + (stack.statusReason().isEmpty() ? "" : ". AWS says: " + stack.statusReason()),
                    "delete it, then try again: aws cloudformation delete-stack --stack-name " + STACK,
                    null);
        }
        return stack.outputs().stream()
                .filter(output -> output.key().equals(SourceBucketTemplate.OUTPUT))
                .map(StackOutput::value)
                .findFirst()
                .orElseThrow(ManagedBucket::withoutOutput);
    }

    private static SamException withoutOutput() {
        return new SamException(
                "the stack " + STACK + " has no output " + SourceBucketTemplate.OUTPUT
                        + ": it was not made by SAM CLI or sam-maven, or was changed",
                "delete that stack, or name a bucket of your own with -Dsam.s3Bucket=BUCKET",
                null);
    }
}
