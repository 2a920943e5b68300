package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.aws.ShiftStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known to make hooks fail. */
final class HookHints {

    /** How long CodeDeploy waits for a hook's word. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final String ANSWER = "PutLifecycleEventHookExecutionStatus";

    /** What names of functions begin with that the policy {@code AWSCodeDeployRoleForLambda} lets CodeDeploy call. */
    static final String PREFIX = "CodeDeployHook_";

    static final String NAME_HINT =
            "The policy AWSCodeDeployRoleForLambda lets CodeDeploy call only functions whose name"
                    + " begins with " + PREFIX
                    + ": set FunctionName so, or give DeploymentPreference a Role that may call it.";

    private HookHints() {}

    /** @param log the last lines of the hook's log */
    static List<String> of(ShiftStage stage, Optional<String> function, List<String> log) {
        List<String> hints = new ArrayList<>();
        if (log.stream().anyMatch(HookHints::lacksPermission)) {
            hints.add("Its role lacks the permission codedeploy:" + ANSWER + ": allow it in the function's Policies.");
        } else if (log.stream().anyMatch(line -> line.contains("Task timed out after"))) {
            hints.add("It ran into its own Timeout: give it more time, or let it do less.");
        } else if (isSilent(stage)) {
            hints.add("It never called " + ANSWER + ", and CodeDeploy waits an hour for that:"
                    + " let it report Succeeded or Failed on every path, also when it throws.");
        }
        boolean mayNotBeCalled = log.isEmpty()
                && function.filter(name -> !name.startsWith(PREFIX)).isPresent();
        if (mayNotBeCalled) {
            hints.add(NAME_HINT);
        }
        return hints;
    }

    private static boolean lacksPermission(String line) {
        return line.contains(ANSWER) && (line.contains("not authorized") || line.contains("AccessDenied"));
    }

    private static boolean isSilent(ShiftStage stage) {
        boolean waited = stage.started()
                .flatMap(start -> stage.ended().map(end -> Duration.between(start, end)))
                .filter(took -> took.compareTo(PATIENCE) >= 0)
                .isPresent();
        return waited || stage.errorCode().equals("ScriptTimedOut");
    }
}
