package io.github.sammaven.core.aws.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the operations on one stack go. Numbers count calls that look at it. */
public final class StackScript {

    final List<Xml> validations = new ArrayList<>();

    private final FakeChanges changes = new FakeChanges();
    int changeSetPolls = 2;
    int pollsPerStep = 1;
    int stalePolls;
    int latePolls;

    @Nullable
    String changeSetFailure;

    @Nullable
    Failing failing;

    @Nullable
    Failing rollbackFailing;

    boolean refusesNestedStacks;
    boolean knowsOnStackFailure = true;

    boolean atOnce;

    /** Operations have ended when the call that begins them is answered. */
    public StackScript endsAtOnce() {
        atOnce = true;
        return this;
    }

    /** Like services that have no change sets of nested stacks. */
    public StackScript refusesNestedStacks() {
        refusesNestedStacks = true;
        return this;
    }

    /** Like services that take no notice of {@code OnStackFailure}. */
    public StackScript ignoresOnStackFailure() {
        knowsOnStackFailure = false;
        return this;
    }

    final Map<String, String> undeletable = new LinkedHashMap<>();

    /** A resource that fails and the reason. */
    record Failing(String logicalId, String reason) {}

    /** What its change sets say in detail. */
    public FakeChanges changes() {
        return changes;
    }

    /** How often a change set is looked at before it is ready. */
    public StackScript changeSetReadyAfter(int polls) {
        changeSetPolls = polls;
        return this;
    }

    /** How often a stack is looked at for each step of an operation. */
    public StackScript pollsPerStep(int polls) {
        pollsPerStep = polls;
        return this;
    }

    /** How often the stack still shows its status of before after an execution began. */
    public StackScript showsOldStatusFor(int polls) {
        stalePolls = polls;
        return this;
    }

    /** How often the events are looked at before the last one shows. */
    public StackScript lastEventLateBy(int polls) {
        latePolls = polls;
        return this;
    }

    /** The next change set fails. */
    public StackScript changeSetFails(String reason) {
        changeSetFailure = reason;
        return this;
    }

    /** What {@code DescribeEvents} tells of the change sets of the stack: a validation that stops them. */
    public StackScript validationFails(String logicalId, String name, String path, String reason) {
        validations.add(new Xml()
                .element("EventId", "validation-" + validations.size())
                .element("EventType", "VALIDATION_ERROR")
                .element("LogicalResourceId", logicalId)
                .element("ValidationName", name)
                .element("ValidationFailureMode", "FAIL")
                .element("ValidationStatus", "FAILED")
                .element("ValidationStatusReason", reason)
                .element("ValidationPath", path));
        return this;
    }

    /** The next execution fails at {@code logicalId}. */
    public StackScript fails(String logicalId, String reason) {
        failing = new Failing(logicalId, reason);
        return this;
    }

    /** When the next execution fails, it cannot be undone because of {@code logicalId}. */
    public StackScript rollbackFails(String logicalId, String reason) {
        rollbackFailing = new Failing(logicalId, reason);
        return this;
    }

    /** A resource that cannot be deleted, until {@code reason} is empty. */
    public StackScript deletionFails(String logicalId, String reason) {
        if (reason.isEmpty()) {
            undeletable.remove(logicalId);
        } else {
            undeletable.put(logicalId, reason);
        }
        return this;
    }
}
