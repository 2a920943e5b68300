package io.github.sammaven.core.aws.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scripted deployment of a Lambda function. Each step is what one look at it sees; the last one stays. Steps are added
 * in their order, time in between with {@link #after}.
 */
public final class FakeShift {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    final String id;
    final Instant created;
    private final List<Seen> steps = new ArrayList<>();
    private int looks;
    private Instant now;
    private Seen last;
    private String config = "CodeDeployDefault.LambdaCanary10Percent5Minutes";
    private String creator = "CloudFormation";
    private String function = "orders";
    private String alias = "live";
    private @Nullable String undoes;

    private record Stage(
            String status,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable ObjectNode why) {

        private static final Stage PENDING = new Stage("Pending", null, null, null);
    }

    private record Seen(
            String status,
            @Nullable Double weight,
            Stage before,
            Stage traffic,
            Stage after,
            @Nullable ObjectNode error,
            @Nullable String rollbackId) {}

    /** @param id {@code d-ABCDEF123} */
    public FakeShift(String id, Instant created) {
        this.id = id;
        this.created = created;
        this.now = created;
        this.last = new Seen("Created", null, Stage.PENDING, Stage.PENDING, Stage.PENDING, null, null);
    }

    /** Full name of its configuration. */
    public FakeShift config(String name) {
        config = name;
        return this;
    }

    public FakeShift moves(String functionName, String aliasName) {
        function = functionName;
        alias = aliasName;
        return this;
    }

    /** Another deployment goes back with this one. */
    public FakeShift undoing(String other) {
        undoes = other;
        creator = "codeDeployRollback";
        return this;
    }

    public FakeShift after(Duration time) {
        now = now.plus(time);
        return this;
    }

    public FakeShift waits() {
        return step(new Seen("Created", null, last.before, last.traffic, last.after, null, null));
    }

    public FakeShift beforeRuns() {
        Stage running = new Stage("InProgress", now, null, null);
        return step(new Seen("InProgress", 0.0, running, last.traffic, last.after, null, null));
    }

    public FakeShift beforeOk() {
        Stage ok = new Stage("Succeeded", last.before.start, now, null);
        return step(new Seen("InProgress", 0.0, ok, last.traffic, last.after, null, null));
    }

    /** The hook fails, and with it the deployment. */
    public FakeShift beforeFails(String errorCode, String message, @Nullable String rollbackId) {
        Stage failed = new Stage("Failed", last.before.start, now, diagnostics(errorCode, message));
        return step(new Seen(
                "Failed",
                0.0,
                failed,
                last.traffic,
                last.after,
                error("HOOK_EXECUTION_FAILURE", "The overall deployment failed because a lifecycle hook failed."),
                rollbackId));
    }

    /** @param weight as the service writes it; null if it leaves it out */
    public FakeShift traffic(@Nullable Double weight) {
        Stage running = last.traffic.start == null ? new Stage("InProgress", now, null, null) : last.traffic;
        return step(new Seen("InProgress", weight, last.before, running, last.after, null, null));
    }

    public FakeShift afterRuns() {
        Stage done = new Stage("Succeeded", last.traffic.start, now, null);
        Stage running = new Stage("InProgress", now, null, null);
        return step(new Seen("InProgress", 1.0, last.before, done, running, null, null));
    }

    public FakeShift succeeds() {
        Stage done = new Stage("Succeeded", last.traffic.start, now, null);
        Stage after = last.after.start == null ? last.after : new Stage("Succeeded", last.after.start, now, null);
        return step(new Seen("Succeeded", 1.0, last.before, done, after, null, null));
    }

    /** It is stopped, as by an alarm ({@code ALARM_ACTIVE}) or a person ({@code MANUAL_STOP}). */
    public FakeShift stops(String code, String message, @Nullable String rollbackId) {
        Stage stopped = new Stage("Failed", last.traffic.start, now, null);
        return step(
                new Seen("Stopped", last.weight, last.before, stopped, last.after, error(code, message), rollbackId));
    }

    /** Any other bad end. */
    public FakeShift fails(String code, String message) {
        return step(new Seen("Failed", last.weight, last.before, last.traffic, last.after, error(code, message), null));
    }

    private FakeShift step(Seen seen) {
        steps.add(seen);
        last = seen;
        return this;
    }

    /** From here on somebody has stopped it. */
    void stopNow(@Nullable String rollbackId) {
        while (steps.size() > Math.max(looks, 1)) {
            steps.remove(steps.size() - 1);
        }
        last = seen();
        stops("MANUAL_STOP", "The deployment was stopped by a user.", rollbackId);
        looks = steps.size();
    }

    private Seen seen() {
        return steps.isEmpty() ? last : steps.get(Math.max(0, Math.min(looks, steps.size()) - 1));
    }

    void look() {
        looks = Math.min(looks + 1, steps.size());
    }

    String status() {
        return seen().status;
    }

    boolean isOver() {
        return status().equals("Succeeded") || status().equals("Failed") || status().equals("Stopped");
    }

    String targetId() {
        return function + ":" + alias;
    }

    ObjectNode info(String application, String group) {
        Seen seen = seen();
        ObjectNode info = JSON.objectNode()
                .put("applicationName", application)
                .put("deploymentGroupName", group)
                .put("deploymentConfigName", config)
                .put("deploymentId", id)
                .put("status", seen.status)
                .put("createTime", seconds(created))
                .put("creator", creator)
                .put("computePlatform", "Lambda");
        if (seen.error != null) {
            info.set("errorInformation", seen.error);
        }
        if (seen.rollbackId != null || undoes != null) {
            ObjectNode rollback = info.putObject("rollbackInfo");
            if (seen.rollbackId != null) {
                rollback.put("rollbackDeploymentId", seen.rollbackId);
            }
            if (undoes != null) {
                rollback.put("rollbackTriggeringDeploymentId", undoes);
            }
        }
        return info;
    }

    ObjectNode target() {
        Seen seen = seen();
        ObjectNode lambda = JSON.objectNode()
                .put("deploymentId", id)
                .put("targetId", targetId())
                .put(
                        "targetArn",
                        "arn:aws:lambda:" + FakeAws.REGION + ":" + FakeAws.ACCOUNT + ":function:" + targetId())
                .put("status", isOver() ? seen.status.replace("Stopped", "Failed") : "InProgress");
        ArrayNode events = lambda.putArray("lifecycleEvents");
        events.add(stage("BeforeAllowTraffic", seen.before));
        events.add(stage("AllowTraffic", seen.traffic));
        events.add(stage("AfterAllowTraffic", seen.after));
        ObjectNode info = lambda.putObject("lambdaFunctionInfo")
                .put("functionName", function)
                .put("functionAlias", alias)
                .put("currentVersion", "3")
                .put("targetVersion", "4");
        if (seen.weight != null) {
            info.put("targetVersionWeight", seen.weight);
        }
        ObjectNode target = JSON.objectNode().put("deploymentTargetType", "LambdaTarget");
        target.set("lambdaTarget", lambda);
        return target;
    }

    private static ObjectNode stage(String name, Stage stage) {
        ObjectNode event = JSON.objectNode().put("lifecycleEventName", name).put("status", stage.status);
        if (stage.start != null) {
            event.put("startTime", seconds(stage.start));
        }
        if (stage.end != null) {
            event.put("endTime", seconds(stage.end));
        }
        if (stage.why != null) {
            event.set("diagnostics", stage.why);
        }
        return event;
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }

    private static ObjectNode diagnostics(String code, String message) {
        return JSON.objectNode().put("errorCode", code).put("message", message).put("logTail", "");
    }

    private static ObjectNode error(String code, String message) {
        return JSON.objectNode().put("code", code).put("message", message);
    }
}
