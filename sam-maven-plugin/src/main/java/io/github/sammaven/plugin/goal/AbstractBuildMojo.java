package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.build.ArtifactBuilder;
import io.github.sammaven.core.build.ArtifactIndex;
import io.github.sammaven.core.build.BuiltArtifact;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.plugin.reactor.ReactorModules;
import java.util.List;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** A goal that lays out artifacts from the running build. */
abstract class AbstractBuildMojo extends AbstractSamMojo {

    private final ProjectDependenciesResolver dependenciesResolver;

    AbstractBuildMojo(
            String command, SettingsDecrypter settingsDecrypter, ProjectDependenciesResolver dependenciesResolver) {
        super(command, settingsDecrypter);
        this.dependenciesResolver = dependenciesResolver;
    }

    /** Brings the artifact folders up to date and remembers them for later goals. */
    final List<BuiltArtifact> build(FunctionCatalog catalog) {
        ReactorModules modules = new ReactorModules(session, project, dependenciesResolver);
        List<BuiltArtifact> artifacts =
                new ArtifactBuilder(modules, buildDirectory(), samFolder().build()).build(catalog);
        new ArtifactIndex(samFolder().artifactIndex()).write(artifacts);
        return artifacts;
    }
}
