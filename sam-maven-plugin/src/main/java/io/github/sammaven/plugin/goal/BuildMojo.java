package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.build.BuiltArtifact;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.stack.StackTree;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Lays out one folder per function and layer under {@code target/sam/build}. A Java module of the running build gives its
 * classes and its runtime class path under {@code lib/}; no second Maven is started. A jar or zip is taken as it is, and
 * so is any other folder. Those of nested stacks whose templates are on this machine lie in a folder of their stack,
 * {@code target/sam/build/Child/Function}.
 *
 * @since 1.0
 */
@Mojo(name = "build", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class BuildMojo extends AbstractBuildMojo {

    /** Made by Maven. */
    @Inject
    public BuildMojo(SettingsDecrypter settingsDecrypter, ProjectDependenciesResolver dependenciesResolver) {
        super("build", settingsDecrypter, dependenciesResolver);
    }

    @Override
    void run() {
        StackTree stacks = stacks(template()).complete();
        stacks.remote().forEach(remote -> getLog().info(
                        remote.path() + "  is not built, its template is at " + remote.location()));
        List<BuiltArtifact> artifacts = builder().build(FunctionCatalog.ofAll(stacks));
        remember(artifacts);
        for (BuiltArtifact artifact : artifacts) {
            getLog().info(artifact.id() + "  " + artifact.source() + "  ->  "
                    + basedir().relativize(artifact.path()));
        }
        if (artifacts.isEmpty()) {
            getLog().info("The template points at no local code");
        }
    }
}
