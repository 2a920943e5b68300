package io.github.sammaven.core.operate.drift;

import io.github.sammaven.core.aws.DriftDetection;
import io.github.sammaven.core.aws.DriftOutcome;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.operate.stack.DeployedResource;
import io.github.sammaven.core.operate.stack.StackCatalogue;
import io.github.sammaven.core.problem.SamException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares a stack and those nested in it with their templates, all at a time. */
public final class DriftComparison {

    private static final String STACK = "AWS::CloudFormation::Stack";

    private final DriftDetection detection;
    private final Poller poller;

    public DriftComparison(DriftDetection detection, Poller poller) {
        this.detection = detection;
        this.poller = poller;
    }

    /** @throws SamException if a stack cannot be compared, or time is up */
    public DriftReport of(StackCatalogue stack, Instant deadline) {
        Map<String, String> stacks = new LinkedHashMap<>();
        stacks.put("", stack.stackName());
        for (DeployedResource nested : stack.ofType(STACK)) {
            stacks.put(nested.path() + "/", nested.physicalId());
        }
        Map<String, String> running = new LinkedHashMap<>();
        stacks.forEach((parent, name) -> running.put(parent, detection.start(name)));
        List<DriftedResource> drifted = new ArrayList<>();
        List<String> incomplete = new ArrayList<>();
        stacks.forEach((parent, name) -> {
            DriftOutcome outcome = await(running.get(parent), stack.stackName(), deadline);
            if (!outcome.complete()) {
                incomplete.add((parent.isEmpty() ? stack.stackName() : parent.substring(0, parent.length() - 1)) + ": "
                        + outcome.reason());
            }
            detection
                    .drifts(name)
                    .forEach(drift -> drifted.add(new DriftedResource(parent + drift.logicalId(), drift)));
        });
        return new DriftReport(stacks.size(), drifted, incomplete);
    }

    private DriftOutcome await(String id, String stackName, Instant deadline) {
        try {
            return poller.until(deadline, () -> detection.outcome(id));
        } catch (Poller.DeadlineException late) {
            throw new SamException(
                    stackName + ": the comparison is not ready and the time to wait is over",
                    "give it more time: -Dsam.maxWaitDuration=MINUTES",
                    late);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new SamException(
                    stackName + ": the comparison was not waited for: interrupted", "it changes nothing", interrupt);
        }
    }
}
