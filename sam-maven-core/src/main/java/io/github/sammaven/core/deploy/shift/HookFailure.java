package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.aws.ActionDeniedException;
import io.github.sammaven.core.aws.HookLogs;
import io.github.sammaven.core.aws.ShiftStage;
import io.github.sammaven.core.deploy.follow.Reason;
import io.github.sammaven.core.deploy.origin.ResourceMarks;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains why a hook failed: what it said, its last log lines, and what is known to lead there. */
final class HookFailure {

    private static final int LOG_LINES = 20;

    private final ShiftPlan plan;
    private final HookLogs logs;
    private final PhysicalNames names;

    /**
     * What could be read of a log.
     *
     * @param obstacle why there is nothing; empty if there is
     */
    private record Log(List<String> lines, String obstacle) {}

    HookFailure(ShiftPlan plan, HookLogs logs, PhysicalNames names) {
        this.plan = plan;
        this.logs = logs;
        this.names = names;
    }

    /** @param outcome what became of the deployment, a sentence */
    Problem problem(PlannedShift shift, ShiftStage stage, String outcome) {
        boolean before = stage.name().equals(ShiftStage.BEFORE);
        Optional<ResourceName> hook = before ? shift.before() : shift.after();
        Optional<String> function = hook.flatMap(this::physical).map(ResourceName::functionName);
        Log log = log(stage, hook, function);
        List<String> lines = new ArrayList<>();
        lines.add(outcome);
        lines.addAll(HookHints.of(stage, function, log.lines()));
        if (log.lines().isEmpty()) {
            lines.add(log.obstacle());
        } else {
            lines.add("The last lines of its log:");
            log.lines().forEach(line -> lines.add("  " + line));
        }
        return Problem.error(
                mark(shift, hook),
                "the " + (before ? "pre-traffic" : "post-traffic") + " hook "
                        + hook.map(ResourceName::text).orElse("of " + shift.alias()) + " failed: "
                        + new Reason(stage.message()).words(),
                String.join("\n", lines));
    }

    private SourceMark mark(PlannedShift shift, Optional<ResourceName> hook) {
        return hook.filter(ResourceName::logicalId)
                .map(name -> new ResourceMarks(plan.template()).of(name.text()))
                .filter(SourceMark::isKnown)
                .orElse(shift.mark());
    }

    private Log log(ShiftStage stage, Optional<ResourceName> hook, Optional<String> function) {
        if (stage.started().isEmpty() || function.isEmpty()) {
            return new Log(stage.logTail().lines().toList(), "Its log is not known.");
        }
        String group = logGroup(hook).orElse("/aws/lambda/" + function.get());
        try {
            List<String> lines = logs.last(group, stage.started().get(), LOG_LINES);
            return new Log(lines, "Its log group " + group + " has nothing since it was called.");
        } catch (ActionDeniedException denied) {
            return new Log(
                    stage.logTail().lines().toList(),
                    "Its log " + group + " could not be read: the permission " + denied.action() + " is missing.");
        } catch (SamException failure) {
            return new Log(
                    stage.logTail().lines().toList(),
                    "Its log could not be read: " + failure.problems().get(0).message() + ".");
        }
    }

    private Optional<String> logGroup(Optional<ResourceName> hook) {
        return hook.filter(ResourceName::logicalId)
                .flatMap(name -> plan.template().resource(name.text()))
                .flatMap(resource -> resource.mapping("Properties"))
                .flatMap(properties -> properties.mapping("LoggingConfig"))
                .flatMap(HookFailure::group)
                .flatMap(this::physical);
    }

    private static Optional<ResourceName> group(MappingNode logging) {
        return logging.get("LogGroup").flatMap(ResourceName::of);
    }

    private Optional<String> physical(ResourceName name) {
        try {
            return names.of(name);
        } catch (SamException unknown) {
            return Optional.empty();
        }
    }
}
