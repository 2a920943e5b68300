package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateFile;
import io.github.sammaven.core.transform.SamTransformer;
import io.github.sammaven.core.transform.context.TransformOptions;
import io.github.sammaven.plugin.console.Units;
import java.io.File;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the CloudFormation template that AWS would make of the SAM template, with the same logical ids. Works without a
 * project too. Needs no network and no credentials; code that is not uploaded yet keeps its local path.
 *
 * @since 1.0
 */
@Mojo(name = "transform", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, requiresProject = false, threadSafe = true)
public final class TransformMojo extends AbstractSamMojo {

    /**
     * The file to write, relative to the module; JSON if its name ends in {@code .json}, else YAML. Default:
     * {@code target/sam/transformed.yaml}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.outputTemplateFile")
    private @Nullable File outputTemplateFile;

    /** Made by Maven. */
    @Inject
    public TransformMojo(SettingsDecrypter settingsDecrypter) {
        super("transform", settingsDecrypter);
    }

    @Override
    void run() {
        Template template = template();
        Template transformed = new SamTransformer()
                .transform(
                        template,
                        TransformOptions.offline(offlineRegion(), parameters()).withLocalFiles())
                .orThrow();
        Path file = options()
                .path("outputTemplateFile", outputTemplateFile == null ? null : outputTemplateFile.toPath())
                .orElse(samFolder().transformedTemplate());
        new TemplateFile().write(transformed.root(), file);
        getLog().info("%s of %s became %s of CloudFormation  ->  %s"
                .formatted(
                        count(template),
                        template.root().mark().file(),
                        count(transformed),
                        file.startsWith(basedir()) ? basedir().relativize(file) : file));
    }

    private static String count(Template template) {
        return Units.count(template.section("Resources").size(), "resource");
    }
}
