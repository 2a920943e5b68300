package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.StackEvent;
import io.github.sammaven.core.aws.StackHistory;
import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.deploy.cause.ServiceReason;
import io.github.sammaven.core.deploy.origin.ResourceMarks;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.StackEnded;
import io.github.sammaven.core.report.StackProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The events of a stack and of all stacks nested in it, each told once: by time across stacks, in the service's order
 * within one. Nested stacks are known from the events of their parents, and are read as long as those show them running.
 */
public final class StackEvents {

    private static final String STACK_TYPE = "AWS::CloudFormation::Stack";

    /** CloudFormation publishes no rate for its read calls; this leaves room for other deployments of the account. */
    private static final int CALLS_PER_SECOND = 3;

    /** The status and the events of the stack itself; these calls are spread by the poller. */
    private static final int CALLS_OF_ROOT = 2;

    private final StackHistory history;
    private final String stackId;
    private final ResourceMarks marks;
    private final EventSink sink;
    private final Map<String, FollowedStack> nested = new HashMap<>();
    private final List<FollowedStack> inOrder = new ArrayList<>();
    private final EventJournal journal = new EventJournal();
    private final ResourceTally tally = new ResourceTally();
    private FollowedStack root;
    private List<Problem> causes = List.of();
    private int callsOfLastLook;

    public StackEvents(StackHistory history, String stackId, ResourceMarks marks, EventSink sink) {
        this.history = history;
        this.stackId = stackId;
        this.marks = marks;
        this.sink = sink;
        this.root = root(() -> event -> false);
    }

    private FollowedStack root(Supplier<Predicate<StackEvent>> boundary) {
        return FollowedStack.root(history, stackId, boundary);
    }

    /** Leaves out what has happened until now. */
    public void startHere() {
        root = root(() -> event -> true);
        root.read();
    }

    /**
     * Leaves out what happened before the newest operation, so that all of it is told. Call it when an operation was
     * seen to run, even if it may have ended since.
     */
    public void startAtRunningOperation() {
        root = root(() -> new OperationStart(stackId));
    }

    /**
     * Tells what is new.
     *
     * @throws TransientServiceException if the events of the stack itself cannot be had now; nothing is lost
     */
    public void follow() {
        int callsBefore = calls();
        List<EventMerge.Batch> batches = new ArrayList<>();
        List<StackEvent> ofRoot = root.read();
        batches.add(new EventMerge.Batch(root, ofRoot));
        find(root, ofRoot);
        boolean rootEnded = StackState.isFinal(root.status());
        // Stacks are found while this goes on.
        for (int i = 0; i < inOrder.size(); i++) {
            FollowedStack stack = inOrder.get(i);
            if (stack.isRunning() || rootEnded && stack.isUnfinished()) {
                List<StackEvent> fresh = stack.readIfPossible();
                batches.add(new EventMerge.Batch(stack, fresh));
                find(stack, fresh);
            }
        }
        EventMerge.byTime(batches).forEach(this::tell);
        callsOfLastLook = calls() - callsBefore;
    }

    /** Finds stacks nested in {@code stack}, and how it stands with them. */
    private void find(FollowedStack stack, List<StackEvent> events) {
        for (StackEvent event : events) {
            if (event.resourceType().equals(STACK_TYPE)
                    && !event.isOfStack()
                    && event.physicalId().contains(":stack/")) {
                nested.computeIfAbsent(event.physicalId(), id -> found(stack, event))
                        .shownByParent(event.status());
            }
        }
    }

    private FollowedStack found(FollowedStack parent, StackEvent event) {
        FollowedStack stack = parent.nested(history, event.physicalId(), event.logicalId(), event.time());
        inOrder.add(stack);
        return stack;
    }

    private void tell(EventMerge.Placed placed) {
        StackEvent event = placed.event();
        FollowedStack stack = placed.stack();
        journal.add(event);
        tally.add(event);
        sink.accept(new StackProgress(
                event.time(),
                event.logicalId(),
                event.resourceType(),
                event.status(),
                ServiceReason.parse(event.reason()).text(),
                mark(event),
                stack.depth() == 0 ? "" : stack.name(),
                stack.depth()));
    }

    private int calls() {
        return root.calls()
                + nested.values().stream().mapToInt(FollowedStack::calls).sum();
    }

    /** How long to pause at least, so that many nested stacks do not mean many calls in a short time. */
    public Duration pause() {
        int more = Math.max(0, callsOfLastLook + 1 - CALLS_OF_ROOT);
        Duration pause = Duration.ofSeconds(more).dividedBy(CALLS_PER_SECOND);
        return isBehind() ? pause.multipliedBy(2) : pause;
    }

    /** Whether events of a nested stack could not be had just now. */
    boolean isBehind() {
        return nested.values().stream().anyMatch(FollowedStack::isBehind);
    }

    /** Whether all stacks have come to rest, as far as their events show. */
    boolean hasLastOf(String status) {
        return root.status().equals(status)
                && nested.values().stream().noneMatch(stack -> stack.isBehind() || stack.isUnfinished());
    }

    /** The last event of each resource, every failure and the events of the stacks themselves, oldest first. */
    public List<StackEvent> told() {
        return journal.events();
    }

    /** Whether anything was told. */
    boolean hasBegun() {
        return !root.status().isEmpty();
    }

    /** @param known what was seen to cause a failure beside the events, worst first */
    void causedBy(List<Problem> known) {
        causes = List.copyOf(known);
    }

    List<Problem> causes() {
        return causes;
    }

    /** Tells that following is over. */
    void end(String stackName, String status, Duration took) {
        sink.accept(new StackEnded(stackName, status, took, tally.counts(), tally.slowest()));
    }

    StackHistory history() {
        return history;
    }

    /** Where the resource is in the template; for one of a nested stack, where that stack is. */
    SourceMark mark(StackEvent event) {
        FollowedStack stack = nested.get(event.stackId());
        return marks.of(stack == null ? event.logicalId() : stack.rootResource());
    }

    /** The nested stack of an event, and the resource it is in the stack above. */
    String pathTo(StackEvent event) {
        FollowedStack stack = nested.get(event.stackId());
        return stack == null ? "" : stack.name() + " (" + stack.path() + ")";
    }

    /** Whether it is of a stack that is nested in this one. */
    boolean isNested(StackEvent event) {
        return nested.containsKey(event.stackId());
    }

    public boolean isOfStack(StackEvent event) {
        return event.physicalId().equals(stackId);
    }
}
