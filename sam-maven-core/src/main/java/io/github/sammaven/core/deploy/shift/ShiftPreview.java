package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a deployment will do with the traffic of aliases, before it begins. */
public final class ShiftPreview {

    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, String> details = new LinkedHashMap<>();
    private final Map<String, List<Problem>> warnings = new LinkedHashMap<>();

    public ShiftPreview(ShiftPlan plan) {
        for (PlannedShift shift : plan.shifts()) {
            words.put(shift.alias(), words(shift));
            details.put(shift.alias(), details(shift));
            warnings.put(shift.alias(), warnings(shift, plan));
        }
        plan.atOnce().forEach(alias -> {
            words.put(alias.alias(), "traffic moves at once (its DeploymentPreference is not enabled)");
            details.put(alias.alias(), "");
        });
    }

    /** With the defaults of the template's parameters. */
    public static ShiftPreview of(Template template) {
        return new ShiftPreview(ShiftPlan.of(template, Map.of(), LocalValues.DEFAULT_REGION));
    }

    /** {@code traffic shifts Canary10Percent5Minutes (about 5 min)}; empty if the alias has no deployment preference. */
    public Optional<String> words(String aliasId) {
        return Optional.ofNullable(words.get(aliasId));
    }

    /**
     * Tells one line for each alias, with hooks and alarms, and warns of hooks that CodeDeploy may not call.
     *
     * @param changed logical ids of the aliases that are updated; a new one has no traffic yet
     */
    public void tell(Collection<String> changed, EventSink sink) {
        lines(changed).forEach(line -> sink.accept(new Note(line)));
        warnings(changed).forEach(problem -> sink.accept(new Warning(problem)));
    }

    List<Problem> warnings(Collection<String> changed) {
        return changed.stream()
                .flatMap(alias -> warnings.getOrDefault(alias, List.of()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Problem> warnings(PlannedShift shift, ShiftPlan plan) {
        return shift.uncallable().stream()
                .map(hook -> Problem.warning(
                        hook.logicalId() ? plan.template().resourceMark(hook.text()) : shift.mark(),
                        "CodeDeploy may not be allowed to call the hook " + hook.text(),
                        HookHints.NAME_HINT))
                .toList();
    }

    List<String> lines(Collection<String> changed) {
        return words.keySet().stream()
                .filter(changed::contains)
                .map(alias -> alias + "   " + words.get(alias) + details.get(alias))
                .toList();
    }

    private static String words(PlannedShift shift) {
        String name = shift.config().isEmpty() ? "" : " " + shift.config();
        if (shift.pace().isPresent()) {
            String pace = shift.pace().get().words();
            return "traffic shifts"
                    + (pace.equals("at once") ? " at once" + bracketed(name) : name + " (" + pace + ")");
        }
        return "traffic shifts"
                + (name.isEmpty() ? " (how is known only to AWS)" : name + " (own configuration, duration unknown)");
    }

    private static String bracketed(String name) {
        return name.isEmpty() ? "" : " (" + name.trim() + ")";
    }

    private static String details(PlannedShift shift) {
        List<String> parts = new ArrayList<>();
        shift.before().ifPresent(hook -> parts.add("pre-traffic hook " + hook.text()));
        shift.after().ifPresent(hook -> parts.add("post-traffic hook " + hook.text()));
        if (!shift.alarms().isEmpty()) {
            parts.add((shift.alarms().size() == 1 ? "alarm " : "alarms ") + String.join(", ", shift.alarms()));
        }
        if (shift.triggers() > 0) {
            parts.add(shift.triggers() == 1 ? "1 trigger" : shift.triggers() + " triggers");
        }
        return parts.isEmpty() ? "" : "   " + String.join("   ", parts);
    }
}
