package io.github.sammaven.core.managed;

import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackEvent;
import io.github.sammaven.core.aws.StackGateway;
import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Pauser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits for a companion stack. It asks often at first: a repository is there in seconds. */
final class CompanionWait {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** SAM CLI's patience: 120 times 10 s. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final Set<String> BEGINS = Set.of("CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS");
    private static final String RUNNING = "_IN_PROGRESS";
    private static final Set<String> SUCCESS = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE");
    private static final Set<String> USABLE =
            Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE");

    private final String name;
    private final StackGateway stacks;
    private final Pauser pauser;

    CompanionWait(String name, StackGateway stacks, Pauser pauser) {
        this.name = name;
        this.stacks = stacks;
        this.pauser = pauser;
    }

    /**
     * The stack when nothing goes on with it; empty if there is none.
     *
     * @throws SamException if it cannot be updated
     */
    Optional<StackDescription> untilIdle() {
        Optional<StackDescription> idle =
                until(name, stack -> stack.map(found -> !isRunning(found)).orElse(true));
        idle.filter(stack -> !USABLE.contains(stack.status())).ifPresent(stuck -> {
            throw new SamException(
                    "the stack " + name + " is in " + stuck.status() + " and cannot be changed",
                    "delete it, then try again: aws cloudformation delete-stack --stack-name " + name,
                    null);
        });
        return idle;
    }

    /**
     * Until what just began has ended.
     *
     * @param before the stack before it began
     * @throws SamException with the reason if it failed
     */
    void untilChanged(Optional<StackDescription> before) {
        StackDescription after = until(name, stack -> stack.filter(found -> !isRunning(found))
                        .filter(found -> before.isEmpty() || isNewer(found, before.get()))
                        .isPresent())
                .orElseThrow();
        if (!SUCCESS.contains(after.status())) {
            throw new SamException(
                    "the stack " + name + " with the repositories for images ended in " + after.status()
                            + reason(after),
                    "",
                    null);
        }
    }

    /** For a moment the service may still tell the state from before. */
    private static boolean isNewer(StackDescription found, StackDescription before) {
        return !found.lastUpdated().equals(before.lastUpdated());
    }

    /** @param id of the stack; a name would find it no more */
    void untilDeleted(String id) {
        Optional<StackDescription> last = until(
                id, stack -> stack.isEmpty() || stack.get().status().startsWith("DELETE_") && !isRunning(stack.get()));
        last.filter(stack -> stack.status().equals("DELETE_FAILED")).ifPresent(failed -> {
            throw new SamException(
                    "the stack " + name + ", which holds no repository any more, cannot be deleted" + reason(failed),
                    "",
                    null);
        });
    }

    private String reason(StackDescription stack) {
        List<StackEvent> newestFirst =
                stacks.events(stack.id(), Optional.empty()).events();
        String first = "";
        for (StackEvent event : newestFirst) {
            if (event.physicalId().equals(stack.id()) && BEGINS.contains(event.status())) {
                break;
            }
            boolean failed = event.status().endsWith("_FAILED");
            if (failed && !event.reason().isEmpty() && !event.reason().contains("cancelled")) {
                first = ": " + event.logicalId() + ": " + event.reason();
            }
        }
        return first.isEmpty() && !stack.statusReason().isEmpty() ? ": " + stack.statusReason() : first;
    }

    private static boolean isRunning(StackDescription stack) {
        return stack.status().endsWith(RUNNING) && !stack.status().equals("REVIEW_IN_PROGRESS");
    }

    private Optional<StackDescription> until(String stack, Predicate<Optional<StackDescription>> done) {
        Duration waited = Duration.ZERO;
        Duration delay = FIRST;
        TransientServiceException failing = null;
        while (waited.compareTo(PATIENCE) < 0) {
            try {
                Optional<StackDescription> now = stacks.describe(stack);
                if (done.test(now)) {
                    return now;
                }
                failing = null;
            } catch (TransientServiceException passing) {
                failing = passing;
            }
            pause(delay);
            waited = waited.plus(delay);
            delay = shorter(delay.multipliedBy(2), LONGEST);
        }
        throw tired(failing);
    }

    private SamException tired(@Nullable TransientServiceException failing) {
        return failing != null
                ? failing
                : new SamException(
                        "the stack " + name + " has not come to an end within " + PATIENCE.toMinutes() + " minutes",
                        "look at its events: aws cloudformation describe-stack-events --stack-name " + name,
                        null);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void pause(Duration delay) {
        try {
            pauser.pause(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SamException("the wait for the stack " + name + " was interrupted", "", e);
        }
    }
}
