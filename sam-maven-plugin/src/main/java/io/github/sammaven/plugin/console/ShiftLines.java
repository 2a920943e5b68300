package io.github.sammaven.plugin.console;

import io.github.sammaven.core.deploy.follow.DurationText;
import io.github.sammaven.core.report.ShiftAlarm;
import io.github.sammaven.core.report.ShiftHook;
import io.github.sammaven.core.report.ShiftProgress;
import io.github.sammaven.core.report.ShiftProgress.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** How far the traffic of an alias has moved, in one line. */
public final class ShiftLines {

    private static final int BAR_WIDTH = 20;
    private static final int ALL = 100;
    private static final String GAP = "   ";

    private final InstantSource clock;

    public ShiftLines(InstantSource clock) {
        this.clock = clock;
    }

    /** Complete in itself; the time left is that of now. */
    public String line(ShiftProgress progress) {
        List<String> parts = new ArrayList<>();
        parts.add(progress.alias());
        if (progress.rollback()) {
            parts.add("rollback");
        }
        addHook("pre-traffic hook", progress.before(), parts);
        parts.add(traffic(progress));
        addHook("post-traffic hook", progress.after(), parts);
        addAlarms(progress, parts);
        return String.join(GAP, parts);
    }

    private static void addHook(String name, ShiftHook hook, List<String> parts) {
        String took = hook.took().isZero() ? "" : " (" + DurationText.of(hook.took()) + ")";
        switch (hook.state()) {
            case RUNNING -> parts.add(name + " running");
            case OK -> parts.add(name + " ok" + took);
            case FAILED -> parts.add(name + " FAILED" + took);
            case NONE -> {
                // It is not there, or its turn has not come.
            }
        }
    }

    private String traffic(ShiftProgress progress) {
        List<String> words = new ArrayList<>();
        progress.percent().ifPresent(percent -> words.add(percent + " % " + bar(percent)));
        progress.fullAt().filter(none -> progress.state() == State.RUNNING).ifPresent(full -> words.add(left(full)));
        String verdict = verdict(progress);
        if (!verdict.isEmpty()) {
            words.add(verdict);
        }
        return String.join(" ", words);
    }

    private static String verdict(ShiftProgress progress) {
        String reason = progress.reason().isEmpty() ? "" : ": " + progress.reason();
        return switch (progress.state()) {
            case WAITING -> "waiting for CodeDeploy";
            case RUNNING -> progress.percent().isPresent() ? "" : "shifting";
            case SUCCEEDED -> progress.rollback() ? "on the version before" : "done";
            case FAILED -> "FAILED" + reason;
            case STOPPED -> "STOPPED" + reason;
        };
    }

    private String left(Instant full) {
        Duration left = Duration.between(clock.instant(), full);
        return left.isNegative() || left.isZero()
                ? "any moment now"
                : DurationText.of(Duration.ofSeconds(Math.max(1, left.toSeconds()))) + " left";
    }

    private static String bar(int percent) {
        int filled = Math.max(percent > 0 ? 1 : 0, percent * BAR_WIDTH / ALL);
        return "[" + "#".repeat(filled) + "-".repeat(BAR_WIDTH - filled) + "]";
    }

    private static void addAlarms(ShiftProgress progress, List<String> parts) {
        long ok = count(progress, ShiftAlarm.State.OK);
        long silent = count(progress, ShiftAlarm.State.NO_DATA);
        List<String> quiet = new ArrayList<>();
        if (ok > 0) {
            quiet.add(ok + " ok");
        }
        if (silent > 0) {
            quiet.add(silent + " without data");
        }
        if (!quiet.isEmpty()) {
            parts.add("alarms: " + String.join(", ", quiet));
        }
        progress.alarms().stream()
                .filter(alarm -> alarm.state() == ShiftAlarm.State.ALARM)
                .forEach(alarm -> parts.add("alarm " + alarm.name() + " in ALARM"
                        + (alarm.reason().isEmpty() ? "" : ": " + alarm.reason())));
    }

    private static long count(ShiftProgress progress, ShiftAlarm.State state) {
        return progress.alarms().stream()
                .filter(alarm -> alarm.state() == state)
                .count();
    }
}
