package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.deploy.DeployRequest;
import io.github.sammaven.core.deploy.DeployResult;
import io.github.sammaven.core.deploy.OutputsFile;
import io.github.sammaven.plugin.console.InterruptNotice;
import io.github.sammaven.plugin.console.Units;
import io.github.sammaven.plugin.wiring.Services;
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
     * Whether resources stay as they are when one of them fails. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.disableRollback")
    private @Nullable Boolean disableRollback;

    /** Made by Maven. */
    @Inject
    public DeployMojo(SettingsDecrypter settingsDecrypter) {
        super(settingsDecrypter);
    }

    @Override
    void run() {
        try (Services services = services()) {
            DeployResult result = deploy(services);
            print(result);
            new OutputsFile(samFolder().outputs()).write(result.outputs());
            result.outputs().forEach((name, value) -> project.getProperties().setProperty("sam.output." + name, value));
        }
    }

    private DeployResult deploy(Services services) {
        DeployRequest request = ownRequest(services);
        String stack = request.stackName();
        String notice = "Interrupted. What CloudFormation has begun on the stack " + stack + " goes on by itself;"
                + " run the same command again to follow it to its end.";
        return new InterruptNotice(notice, System.err)
                .during(() -> deployer(services, request).deploy(request));
    }

    private DeployRequest ownRequest(Services services) {
        DeployRequest request = request(services);
        if (options().flag("failOnEmptyChangeset", failOnEmptyChangeset, false)) {
            request = request.failingOnEmptyChangeset();
        }
        return options().flag("disableRollback", disableRollback, false) ? request.withoutRollback() : request;
    }

    private void print(DeployResult result) {
        String what =
                switch (result.outcome()) {
                    case CHANGED -> result.status();
                    case UNCHANGED -> "up to date, nothing to change";
                    case DECLINED -> "declined, nothing was changed";
                };
        getLog().info(result.stackName() + " (" + result.region() + "): " + what + " after "
                + Units.time(result.duration()));
        result.outputs().forEach((name, value) -> getLog().info("  " + name + " = " + value));
    }
}
