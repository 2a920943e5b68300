package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.build.ArtifactBuilder;
import io.github.sammaven.core.build.ArtifactIndex;
import io.github.sammaven.core.build.BuiltArtifact;
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

    /** Lays out artifacts; what is there already is brought up to date. */
    final ArtifactBuilder builder() {
        return new ArtifactBuilder(
                new ReactorModules(session, project, dependenciesResolver),
                buildDirectory(),
                samFolder().build());
    }

    /** For later goals, also of later runs. */
    final void remember(List<BuiltArtifact> artifacts) {
        new ArtifactIndex(samFolder().artifactIndex()).write(artifacts);
    }
}
