package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.build.ArtifactBuilder;
import io.github.sammaven.core.build.ArtifactIndex;
import io.github.sammaven.core.build.BuildMemory;
import io.github.sammaven.core.build.BuildSetup;
import io.github.sammaven.core.build.BuiltArtifact;
import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.plugin.reactor.ReactorModules;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** A goal that lays out artifacts from the running build. */
abstract class AbstractBuildMojo extends AbstractSamMojo {

    /**
     * Whether an artifact is left as it is when nothing it is made from has changed since the last run: names, modes and
     * content of its files, its settings in the template, the versions of tools. The result is the same either way; when
     * false everything is built anew. Default: {@code true}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.cached")
    private @Nullable Boolean cached;

    /**
     * Whether several artifacts are built at a time. The result is the same either way. Default: {@code true}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.parallel")
    private @Nullable Boolean parallel;

    /**
     * How many artifacts are built at a time, at most. Default: 4.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.threads")
    private @Nullable Integer threads;

    private final ProjectDependenciesResolver dependenciesResolver;

    AbstractBuildMojo(
            String command, SettingsDecrypter settingsDecrypter, ProjectDependenciesResolver dependenciesResolver) {
        super(command, settingsDecrypter);
        this.dependenciesResolver = dependenciesResolver;
    }

    /** Lays out artifacts; what is there already is brought up to date. */
    final ArtifactBuilder builder() {
        return builder(event -> {});
    }

    /** @param events receives one for each artifact */
    final ArtifactBuilder builder(EventSink events) {
        BuildMemory memory = new BuildMemory(
                samFolder().cache().resolve("build"), artifactIndex(), new FolderContent(buildDirectory()));
        if (!options().flag("cached", cached, true)) {
            memory.clear();
        }
        return new ArtifactBuilder(BuildSetup.of(
                        new ReactorModules(session, project, dependenciesResolver),
                        buildDirectory(),
                        samFolder().build())
                .withMemory(memory)
                .withThreads(threads())
                .withEvents(events));
    }

    private int threads() {
        int most = options().number("threads", threads, BuildSetup.DEFAULT_THREADS);
        if (most < 1) {
            throw new InvalidOptionException("threads must be at least 1, this is " + most, "");
        }
        return options().flag("parallel", parallel, true) ? most : 1;
    }

    /** What is laid out, for later goals, also of later runs. */
    final ArtifactIndex artifactIndex() {
        return new ArtifactIndex(samFolder().artifactIndex());
    }

    final void remember(List<BuiltArtifact> artifacts) {
        artifactIndex().write(artifacts);
    }
}
