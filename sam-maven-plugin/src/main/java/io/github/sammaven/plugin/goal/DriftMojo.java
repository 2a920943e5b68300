package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.deploy.origin.ResourceOrigins;
import io.github.sammaven.core.operate.drift.DriftReport;
import io.github.sammaven.core.operate.stack.StackCatalogue;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.plugin.console.DriftLines;
import io.github.sammaven.plugin.console.FunctionConsole;
import io.github.sammaven.plugin.console.Units;
import io.github.sammaven.plugin.wiring.Services;
import io.github.sammaven.plugin.wiring.StackViews;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was changed in the resources of a stack, and of those nested in it, behind the back of CloudFormation: each
 * property with what the template says and what it is, and the line of the template if it is at hand. Changes nothing.
 *
 * @since 1.0
 */
@Mojo(name = "drift", requiresProject = false, threadSafe = true)
public final class DriftMojo extends AbstractSamMojo {

    private static final int DEFAULT_MINUTES = 60;

    /**
     * The stack.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.stackName")
    private @Nullable String stackName;

    /**
     * Whether differences fail the build. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.failOnDrift")
    private @Nullable Boolean failOnDrift;

    /**
     * How long to wait for the comparison, in minutes. Default: 60.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.maxWaitDuration")
    private @Nullable Integer maxWaitDuration;

    /** Made by Maven. */
    @Inject
    public DriftMojo(SettingsDecrypter settingsDecrypter) {
        super("deploy", settingsDecrypter);
    }

    @Override
    void run() throws MojoFailureException {
        String stack = options()
                .text("stackName", stackName)
                .orElseThrow(() -> new InvalidOptionException(
                        "no stack is named", "set -Dsam.stackName=NAME, or stack_name in samconfig.toml"));
        Duration wait = Duration.ofMinutes(options().number("maxWaitDuration", maxWaitDuration, DEFAULT_MINUTES));
        DriftReport report = compare(stack, wait);
        FunctionConsole out = FunctionConsole.ofProcess();
        new DriftLines(origins()).of(report).forEach(out::result);
        report.incomplete().forEach(reason -> getLog().warn("not everything could be compared: " + reason));
        String found = report.drifted().isEmpty()
                ? stack + ": as its template says"
                : stack + ": " + Units.count(report.drifted().size(), "resource") + " changed outside of the stack";
        if (!report.drifted().isEmpty() && options().flag("failOnDrift", failOnDrift, false)) {
            throw new MojoFailureException(found);
        }
        out.result(found);
    }

    private DriftReport compare(String stack, Duration wait) {
        try (Services services = services()) {
            StackViews views = new StackViews(services);
            StackCatalogue catalogue = views.stacks().catalogue(stack);
            return views.drift().of(catalogue, Instant.now().plus(wait));
        }
    }

    private ResourceOrigins origins() {
        return Files.exists(templateFile())
                ? ResourceOrigins.of(template(), offlineRegion(), parameters())
                : ResourceOrigins.unknown();
    }
}
