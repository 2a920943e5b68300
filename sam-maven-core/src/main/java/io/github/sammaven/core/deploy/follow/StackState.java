package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.ChangeSetRequest.Type;
import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.problem.SamException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the status of a stack means for a deployment. */
public final class StackState {

    /** Said beside the way out of a stuck stack. */
    public static final String RECOVERY_HINT = "or let the deployment do it: -Dsam.recover=true";

    private static final String REVIEW = "REVIEW_IN_PROGRESS";
    private static final String DELETED = "DELETE_COMPLETE";
    private static final Set<String> SUCCESS = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE");

    /** Statuses a deployment cannot start from: why, and the way out; {@code %s} is the stack's name. */
    private static final Map<String, Obstacle> OBSTACLES = Map.of(
            "ROLLBACK_COMPLETE",
            new Obstacle(
                    "its first creation failed and was undone; such a stack cannot be updated",
                    "delete it, then deploy again: aws cloudformation delete-stack --stack-name %s"),
            "ROLLBACK_FAILED",
            new Obstacle(
                    "its first creation failed and could not be undone completely",
                    "remove what is in the way and delete it, then deploy again: aws cloudformation delete-stack --stack-name %s"),
            "DELETE_FAILED",
            new Obstacle(
                    "its deletion failed half-way",
                    "remove what is in the way, or keep it with --retain-resources, and delete the stack again:"
                            + " aws cloudformation delete-stack --stack-name %s"),
            "UPDATE_ROLLBACK_FAILED",
            new Obstacle(
                    "an update failed and could not be undone",
                    "correct what is in the way, then run: aws cloudformation continue-update-rollback --stack-name %s"),
            "IMPORT_ROLLBACK_FAILED",
            new Obstacle(
                    "an import failed and could not be undone",
                    "correct what is in the way, then run: aws cloudformation continue-update-rollback --stack-name"
                            + " %s"));

    private record Obstacle(String why, String wayOut) {}

    private StackState() {}

    /**
     * Whether a deployment makes or changes the stack.
     *
     * @throws SamException if it can do neither now
     */
    public static Type operation(Optional<StackDescription> stack) {
        if (stack.isEmpty()
                || stack.get().status().equals(REVIEW)
                || stack.get().status().equals(DELETED)) {
            return Type.CREATE;
        }
        String name = stack.get().name();
        String status = stack.get().status();
        Obstacle obstacle = OBSTACLES.get(status);
        if (obstacle != null) {
            String reason = stack.get().statusReason();
            throw new SamException(
                    "the stack " + name + " is in " + status + ": " + obstacle.why(),
                    wayOut(status, name) + (reason.isEmpty() ? "" : "\nAWS says: " + reason),
                    null);
        }
        if (!isFinal(status)) {
            throw new SamException(
                    "the stack " + name + " is in " + status + ": another operation is running on it",
                    "wait until it has ended, then deploy again",
                    null);
        }
        return Type.UPDATE;
    }

    /** What a person does about a stack that is stuck; empty if it is not. */
    public static String wayOut(String status, String stackName) {
        Obstacle obstacle = OBSTACLES.get(status);
        return obstacle == null ? "" : obstacle.wayOut().formatted(stackName);
    }

    public static boolean isFinal(String status) {
        return !status.endsWith("_IN_PROGRESS");
    }

    public static boolean isSuccess(String status) {
        return SUCCESS.contains(status);
    }

    /** Made by a change set that was not executed: there is nothing in it. */
    public static boolean isShell(StackDescription stack) {
        return stack.status().equals(REVIEW);
    }
}
