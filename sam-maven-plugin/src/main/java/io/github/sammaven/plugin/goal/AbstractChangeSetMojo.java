package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.deploy.DeployResult;
import io.github.sammaven.core.deploy.OnFailure;
import io.github.sammaven.core.deploy.OutputsFile;
import io.github.sammaven.core.deploy.follow.StackWatch;
import io.github.sammaven.core.deploy.shift.ShiftPlan;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.plugin.console.Units;
import io.github.sammaven.plugin.wiring.Services;
import io.github.sammaven.plugin.wiring.TrafficShifting;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** A goal around a change set: what its making and its execution have in common. */
abstract class AbstractChangeSetMojo extends AbstractSamMojo {

    /**
     * Name of the stack: letters, digits and hyphens, at most 128 characters, a letter first.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.stackName")
    private @Nullable String stackName;

    /**
     * Whether resources stay as they are when one of them fails. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.disableRollback")
    private @Nullable Boolean disableRollback;

    /**
     * What becomes of the stack when one of its resources fails: {@code ROLLBACK} undoes everything, {@code DELETE} also
     * deletes a stack that never lived, {@code DO_NOTHING} leaves the resources as they are. Default: {@code ROLLBACK}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.onFailure")
    private @Nullable String onFailure;

    /**
     * Whether the stack is protected from being deleted, set once it stands. Default: it stays as it is.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.terminationProtection")
    private @Nullable Boolean terminationProtection;

    /**
     * How long to wait for change set and stack together, in minutes. Default: 60.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.maxWaitDuration")
    private @Nullable Integer maxWaitDuration;

    private ShiftPlan shifts = ShiftPlan.none();

    AbstractChangeSetMojo(SettingsDecrypter settingsDecrypter) {
        super("deploy", settingsDecrypter);
    }

    final Optional<String> givenStackName() {
        return options().text("stackName", stackName);
    }

    final String stackName() {
        return givenStackName()
                .orElseThrow(() -> new InvalidOptionException(
                        "no stack is named", "set -Dsam.stackName=NAME, or stack_name in samconfig.toml"));
    }

    final OnFailure onFailure() {
        return OnFailure.of(
                options().text("onFailure", onFailure), options().flag("disableRollback", disableRollback, false));
    }

    final Optional<Boolean> terminationProtection() {
        return options().flag("terminationProtection", terminationProtection);
    }

    final Duration maxWait() {
        return Duration.ofMinutes(options().number("maxWaitDuration", maxWaitDuration, 60));
    }

    /** Who looks on while the stack changes. */
    final StackWatch watch(Services services, Optional<Template> template) {
        template.ifPresent(tree -> shifts = ShiftPlan.of(tree, parameters(), offlineRegion()));
        return new TrafficShifting(services).watch(shifts);
    }

    /** The traffic that will be shifted, once somebody looks on. */
    final ShiftPlan shifts() {
        return shifts;
    }

    /** What goes on by itself when Maven is stopped is said then, with the way back. */
    final <T> T whileTheStackChanges(String stack, Supplier<T> work) {
        String notice = "Interrupted. What CloudFormation has begun on the stack " + stack + " goes on by itself;"
                + " run the same command again to follow it to its end.";
        String all = notice
                + shifts.interruptHint(stack)
                        .map(hint -> System.lineSeparator() + hint)
                        .orElse("");
        return onInterrupt(all).during(work);
    }

    final void tell(DeployResult result) {
        String what =
                switch (result.outcome()) {
                    case CHANGED -> result.status();
                    case UNCHANGED -> "up to date, nothing to change";
                    case DECLINED -> "declined, nothing was changed";
                };
        getLog().info(result.stackName() + " (" + result.region() + "): " + what + " after "
                + Units.time(result.duration()));
        result.outputs().forEach((name, value) -> getLog().info("  " + name + " = " + value));
        new OutputsFile(samFolder().outputs()).write(result.outputs());
        result.outputs().forEach((name, value) -> project.getProperties().setProperty("sam.output." + name, value));
    }
}
