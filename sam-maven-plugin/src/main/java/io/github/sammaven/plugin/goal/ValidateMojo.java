package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.validate.TemplateValidator;
import io.github.sammaven.core.validate.ValidationReport;
import io.github.sammaven.core.validate.ValidationRequest;
import io.github.sammaven.plugin.console.ProblemLines;
import io.github.sammaven.plugin.console.Units;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Reports every problem of the template that can be known offline, each with its place and a way out: structure, unknown
 * and missing properties, references to nothing, parameter values, service limits. Needs no network and no credentials.
 *
 * @since 1.0
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends AbstractSamMojo {

    /** Made by Maven. */
    @Inject
    public ValidateMojo(SettingsDecrypter settingsDecrypter) {
        super("validate", settingsDecrypter);
    }

    @Override
    void run() throws MojoFailureException {
        Template template = template();
        ValidationReport report = new TemplateValidator().validate(template, new ValidationRequest(localValues()));
        new ProblemLines(getLog()).all(report.problems());
        String file = template.root().mark().file();
        if (report.hasErrors()) {
            throw new MojoFailureException(report.summary() + " in " + file);
        }
        getLog().info(file + " is valid: "
                + Units.count(template.section("Resources").size(), "resource"));
    }
}
