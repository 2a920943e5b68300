package io.github.sammaven.core.aws.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The steps of a stack's deletion, as the service would take them. */
final class FakeDeletion {

    private final FakeStack stack;
    private final List<String> retained;
    private final List<FakeStack> all;
    private final List<String> failed = new ArrayList<>();

    /** @throws QueryError if the service would not begin it */
    FakeDeletion(FakeStack stack, QueryRequest request, List<FakeStack> all) {
        this.stack = stack;
        this.retained = request.list("RetainResources");
        this.all = all;
        if (stack.isProtected) {
            throw QueryError.validation(
                    "Stack [" + stack.name + "] cannot be deleted while TerminationProtection is enabled");
        }
        if (!retained.isEmpty() && !stack.status.equals("DELETE_FAILED")) {
            throw QueryError.validation("Invalid operation on stack [" + stack.id
                    + "]. Specify resources to retain only when the stack is in the DELETE_FAILED state.");
        }
        retained.stream()
                .filter(id -> !stack.script.undeletable.containsKey(id))
                .findFirst()
                .ifPresent(id -> {
                    throw QueryError.validation(
                            "The specified resources to retain must be in a valid state. Do not specify {Resources ["
                                    + id + "]} in {State [DELETE_COMPLETE]}");
                });
    }

    List<Runnable> steps() {
        return new ArrayList<>(List.of(() -> stack.stackEvent("DELETE_IN_PROGRESS", "User Initiated"), this::end));
    }

    private void resources() {
        if (stack.template == null) {
            return;
        }
        Map<String, String> types = stack.template.resources();
        types.forEach((id, type) -> {
            if (stack.template.retains(id) || retained.contains(id)) {
                stack.resourceEvent(id, type, "DELETE_SKIPPED", "");
            } else if (stack.script.undeletable.containsKey(id)) {
                stack.resourceEvent(id, type, "DELETE_FAILED", stack.script.undeletable.get(id));
                failed.add(id);
            } else {
                stack.resourceEvent(id, type, "DELETE_COMPLETE", "");
            }
        });
    }

    private void end() {
        resources();
        if (!failed.isEmpty()) {
            stack.stackEvent("DELETE_FAILED", "The following resource(s) failed to delete: " + failed + ". ");
            return;
        }
        stack.stackEvent("DELETE_COMPLETE", "");
        all.stream()
                .filter(other -> other.rootId.equals(stack.id) && !other.isDeleted())
                .forEach(nested -> nested.stackEvent("DELETE_COMPLETE", ""));
    }
}
