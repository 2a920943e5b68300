package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.deploy.ChangeGate;
import io.github.sammaven.core.deploy.DeployRequest;
import io.github.sammaven.core.deploy.gate.ConfirmGate;
import io.github.sammaven.plugin.wiring.Services;
import io.github.sammaven.plugin.wiring.TrafficShifting;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Deploys what {@code package} wrote: creates a change set, shows it, executes it and follows the stack to its end. That
 * there is nothing to change is a success. The stack's outputs are printed, written to {@code target/sam/outputs.json} and
 * set as project properties {@code sam.output.NAME}.
 *
 * <p>A run takes up what an earlier run of the same content has begun: a change set that was not executed, or an operation
 * that still runs.
 *
 * @since 1.0
 */
@Mojo(name = "deploy", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
public final class DeployMojo extends AbstractDeployMojo {

    /**
     * Whether it is a failure that there is nothing to change. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.failOnEmptyChangeset")
    private @Nullable Boolean failOnEmptyChangeset;

    /**
     * Whether a person is asked before the change set is executed. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.confirmChangeset")
    private @Nullable Boolean confirmChangeset;

    /**
     * Makes the change set and leaves its execution to {@code execute-change-set}. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.noExecuteChangeset")
    private @Nullable Boolean noExecuteChangeset;

    /**
     * Stops the traffic shifts that run for the stack, gives all traffic back to the version before, and does nothing
     * else. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.stopShift")
    private @Nullable Boolean stopShift;

    /**
     * Asks on the terminal for what a first deployment needs, saves the answers in the configuration file, and goes on
     * with them. What is deployed must be packaged: {@code mvn package sam:deploy -Dsam.guided} asks before it
     * packages, and does both. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.guided")
    private @Nullable Boolean guided;

    /** Made by Maven. */
    @Inject
    public DeployMojo(SettingsDecrypter settingsDecrypter) {
        super(settingsDecrypter);
    }

    @Override
    void run() {
        boolean asking = options().flag("guided", guided, false);
        if (asking) {
            new GuidedRun(this).applyToPackaged();
        }
        try (Services services = services()) {
            if (options().flag("stopShift", stopShift, false)) {
                stopShift(services);
                return;
            }
            DeployRequest request =
                    request(services, options().flag("failOnEmptyChangeset", failOnEmptyChangeset, false));
            summary(request, options().flag("confirmChangeset", confirmChangeset, false))
                    .lines()
                    .forEach(line -> tell(line, asking));
            if (options().flag("noExecuteChangeset", noExecuteChangeset, false)) {
                plan(services, request);
                return;
            }
            List<ChangeGate> confirming = options().flag("confirmChangeset", confirmChangeset, false)
                    ? List.of(new ConfirmGate(prompt()))
                    : List.of();
            tell(whileTheStackChanges(request.stackName(), () -> deployer(services, request, confirming)
                    .deploy(request)));
        }
    }

    private void tell(String line, boolean plainly) {
        if (plainly) {
            getLog().info(line);
        } else {
            getLog().debug(line);
        }
    }

    private void stopShift(Services services) {
        List<String> stopped = new TrafficShifting(services).stop().stop(stackName(), maxWait());
        if (stopped.isEmpty()) {
            getLog().info("No traffic shift runs for the stack " + stackName());
        }
    }
}
