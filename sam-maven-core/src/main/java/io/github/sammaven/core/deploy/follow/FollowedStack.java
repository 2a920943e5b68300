package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.StackEvent;
import io.github.sammaven.core.aws.StackHistory;
import io.github.sammaven.core.aws.StackRefusedException;
import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.problem.SamException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One stack of those that change together, and how far it is. */
final class FollowedStack {

    /** How often a stack may be unknown to the service: it may show a little later than the event that names it. */
    private static final int REFUSALS = 3;

    /** How often to look for the last event of a nested stack after its parent has shown the end of it. */
    private static final int LATE_EVENT_READS = 3;

    private final String id;
    private final int depth;
    private final String path;
    private final StackTrail trail;
    private String status = "";
    private boolean endedForParent;
    private int readsAfterEnd;
    private int refusals;
    private boolean behind;

    private FollowedStack(
            StackHistory history, String id, int depth, String path, Supplier<Predicate<StackEvent>> boundary) {
        this.id = id;
        this.depth = depth;
        this.path = path;
        this.trail = new StackTrail(history, id, boundary);
    }

    static FollowedStack root(StackHistory history, String id, Supplier<Predicate<StackEvent>> boundary) {
        return new FollowedStack(history, id, 0, "", boundary);
    }

    /**
     * @param resource the resource of this stack that the nested one is
     * @param since when this stack first named it
     */
    FollowedStack nested(StackHistory history, String nestedId, String resource, Instant since) {
        return new FollowedStack(
                history,
                nestedId,
                depth + 1,
                depth == 0 ? resource : path + " > " + resource,
                () -> new NestedStart(nestedId, since));
    }

    String id() {
        return id;
    }

    /** 0 for the root. */
    int depth() {
        return depth;
    }

    /** Name in the service: {@code arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/UUID}. */
    String name() {
        int slash = id.indexOf('/');
        int end = id.indexOf('/', slash + 1);
        return slash < 0 || end < 0 ? id : id.substring(slash + 1, end);
    }

    /** The resource of the root stack that this stack is or is nested in; empty for the root. */
    String rootResource() {
        int end = path.indexOf(' ');
        return end < 0 ? path : path.substring(0, end);
    }

    /** The resources that lead to it, from the root on: {@code Api > Authorizer}. */
    String path() {
        return path;
    }

    /** Status in its own last event; empty if there was none. */
    String status() {
        return status;
    }

    /** Whether events were left behind for a reason that may pass. */
    boolean isBehind() {
        return behind;
    }

    int calls() {
        return trail.calls();
    }

    /** Its parent shows how it stands with it. */
    void shownByParent(String parentsStatus) {
        endedForParent = StackState.isFinal(parentsStatus);
        readsAfterEnd = 0;
    }

    /** Whether events may still come. */
    boolean isRunning() {
        return refusals < REFUSALS && (!endedForParent || behind || !hasEnded() && readsAfterEnd < LATE_EVENT_READS);
    }

    /** A stack that only clears away the old does so after its parent has moved on. */
    private boolean hasEnded() {
        return StackState.isFinal(status) || status.endsWith("CLEANUP_IN_PROGRESS");
    }

    /** Whether it has begun and not come to rest. */
    boolean isUnfinished() {
        return refusals < REFUSALS && !status.isEmpty() && !StackState.isFinal(status);
    }

    /** New events, oldest first. */
    List<StackEvent> read() {
        List<StackEvent> fresh = trail.read();
        fresh.stream().filter(StackEvent::isOfStack).forEach(event -> status = event.status());
        return fresh;
    }

    /** The same for a nested stack; that its events cannot be had does not stop the others. */
    List<StackEvent> readIfPossible() {
        readsAfterEnd += endedForParent ? 1 : 0;
        behind = false;
        try {
            return read();
        } catch (TransientServiceException later) {
            behind = true;
        } catch (StackRefusedException unknown) {
            refusals++;
        } catch (SamException notAllowed) {
            refusals = REFUSALS;
        }
        return List.of();
    }
}
