package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.deploy.ChangeSetExecution;
import io.github.sammaven.core.deploy.ChangeSetFile;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.plugin.wiring.Services;
import java.nio.file.Files;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * The second half of {@code deploy}: executes a change set that was made before and follows the stack to its end. Needs
 * neither the template nor a project; with the template, places in it are shown. It may be run again: an execution that runs
 * is followed, one that has ended well is a success.
 *
 * @since 1.0
 */
@Mojo(name = "execute-change-set", requiresProject = false, threadSafe = true)
public final class ExecuteChangeSetMojo extends AbstractChangeSetMojo {

    /**
     * ARN of the change set, or its name together with {@code stackName}. Default: what {@code create-change-set} wrote to
     * {@code target/sam/changeset.arn}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.changeSet")
    private @Nullable String changeSet;

    /** Made by Maven. */
    @Inject
    public ExecuteChangeSetMojo(SettingsDecrypter settingsDecrypter) {
        super(settingsDecrypter);
    }

    @Override
    void run() {
        Optional<String> wanted = options().text("changeSet", changeSet).or(this::written);
        if (wanted.isEmpty()) {
            getLog().info("Nothing to change: no change set was made");
            return;
        }
        try (Services services = services()) {
            Optional<Template> template = Files.exists(templateFile()) ? Optional.of(template()) : Optional.empty();
            ChangeSetExecution execution = new ChangeSetExecution(
                    wanted.get(), givenStackName(), template, onFailure(), terminationProtection(), maxWait());
            tell(whileTheStackChanges(givenStackName().orElse(wanted.get()), () -> services.changeSetExecutor()
                    .watchedBy(watch(services, template))
                    .execute(execution)));
        }
    }

    /** Empty if it is written that there is nothing to do. */
    private Optional<String> written() {
        return new ChangeSetFile(samFolder().changeSet())
                .read()
                .orElseThrow(() -> new InvalidOptionException(
                        "no change set is named, and " + samFolder().changeSet() + " does not exist",
                        "set -Dsam.changeSet=ARN, or run sam:create-change-set first"))
                .arn();
    }
}
