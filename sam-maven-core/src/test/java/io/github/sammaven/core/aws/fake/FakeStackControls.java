package io.github.sammaven.core.aws.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The calls that bring a stack back after a failure, and that protect it. */
final class FakeStackControls {

    private final Function<String, Optional<FakeStack>> stacks;

    FakeStackControls(Function<String, Optional<FakeStack>> stacks) {
        this.stacks = stacks;
    }

    String answer(QueryRequest request) {
        String name = request.required("StackName");
        FakeStack stack =
                stacks.apply(name).orElseThrow(() -> QueryError.validation("Stack [" + name + "] does not exist"));
        return switch (request.action()) {
            case "ContinueUpdateRollback" -> continueRollback(stack);
            case "RollbackStack" -> rollback(stack);
            default -> protect(request, stack);
        };
    }

    private static String continueRollback(FakeStack stack) {
        in(stack, Set.of("UPDATE_ROLLBACK_FAILED"));
        boolean failsAgain = stack.script.rollbackFailing != null;
        stack.script.rollbackFailing = null;
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> stack.stackEvent("UPDATE_ROLLBACK_IN_PROGRESS", "User Initiated"));
        if (failsAgain) {
            steps.add(() -> stack.stackEvent("UPDATE_ROLLBACK_FAILED", "It failed again"));
        } else {
            steps.add(() -> stack.stackEvent("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", ""));
            steps.add(() -> stack.stackEvent("UPDATE_ROLLBACK_COMPLETE", ""));
        }
        stack.begin(steps);
        return "";
    }

    private static String rollback(FakeStack stack) {
        in(stack, Set.of("CREATE_FAILED", "UPDATE_FAILED"));
        String prefix = stack.status.equals("UPDATE_FAILED") ? "UPDATE_" : "";
        stack.begin(List.of(
                () -> stack.stackEvent(prefix + "ROLLBACK_IN_PROGRESS", "User Initiated"),
                () -> stack.stackEvent(prefix + "ROLLBACK_COMPLETE", "")));
        return new Xml().element("StackId", stack.id).toString();
    }

    private static void in(FakeStack stack, Set<String> statuses) {
        if (!statuses.contains(stack.status)) {
            throw QueryError.validation(
                    "Stack:" + stack.id + " is in " + stack.status + " state and can not be rolled back.");
        }
    }

    private static String protect(QueryRequest request, FakeStack stack) {
        stack.isProtected = Boolean.parseBoolean(request.required("EnableTerminationProtection"));
        return new Xml().element("StackId", stack.id).toString();
    }
}
