package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.operate.publish.ApplicationPublisher.Outcome;
import io.github.sammaven.core.operate.publish.ApplicationPublisher.Publication;
import io.github.sammaven.core.packaging.DeployableTemplate;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.plugin.config.PackagedOutput;
import io.github.sammaven.plugin.console.FunctionConsole;
import io.github.sammaven.plugin.wiring.Services;
import io.github.sammaven.plugin.wiring.StackViews;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what {@code package} wrote to the Serverless Application Repository: the application as
 * {@code Metadata}, {@code AWS::ServerlessRepo::Application} describes it, and a version of it if one is named. What the
 * service would refuse is found before the first call.
 *
 * @since 1.0
 */
@Mojo(name = "publish", threadSafe = true)
public final class PublishMojo extends AbstractSamMojo {

    /**
     * Version to publish, such as {@code 1.2.3}. Default: {@code SemanticVersion} of the template.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.semanticVersion")
    private @Nullable String semanticVersion;

    /**
     * Whether it is a failure that the version is there already. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.failOnSameVersion")
    private @Nullable Boolean failOnSameVersion;

    /** Made by Maven. */
    @Inject
    public PublishMojo(SettingsDecrypter settingsDecrypter) {
        super("publish", settingsDecrypter);
    }

    @Override
    void run() throws MojoFailureException {
        Template template = packaged();
        try (Services services = services()) {
            Publication published = new StackViews(services)
                    .publisher()
                    .publish(template, options().text("semanticVersion", semanticVersion));
            String line = line(published);
            if (published.outcome() != Outcome.VERSION_EXISTS) {
                getLog().info(line);
            } else if (options().flag("failOnSameVersion", failOnSameVersion, false)) {
                throw new MojoFailureException(line);
            } else {
                getLog().warn(line);
            }
            FunctionConsole.ofProcess().result(published.applicationId());
        }
    }

    private Template packaged() {
        Path packaged = new PackagedOutput(samFolder()).latest();
        String shown = basedir().relativize(packaged).toString();
        if (!Files.exists(packaged)) {
            throw new InvalidOptionException(
                    "there is no packaged template: " + shown + " does not exist",
                    "run sam:package before sam:publish, in the same build or an earlier one");
        }
        // For its refusal of what was not uploaded.
        DeployableTemplate.read(packaged);
        return new TemplateReader().read(packaged, shown);
    }

    private static String line(Publication published) {
        String name = published.application().name();
        String version = published.version().orElse("");
        return switch (published.outcome()) {
            case CREATED ->
                name
                        + (version.isEmpty()
                                ? " is published without a version"
                                : " " + version + " is published, for the first time");
            case UPDATED -> name + ": what is said of it is changed; no version is named";
            case VERSION_ADDED -> name + " " + version + " is published";
            case VERSION_EXISTS ->
                name + " " + version + " was published before and stays as it is; set -Dsam.semanticVersion=VERSION";
        };
    }
}
