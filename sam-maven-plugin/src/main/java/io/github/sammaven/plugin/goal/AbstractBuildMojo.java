package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.build.ArtifactBuilder;
import io.github.sammaven.core.build.ArtifactIndex;
import io.github.sammaven.core.build.BuildMemory;
import io.github.sammaven.core.build.BuildResult;
import io.github.sammaven.core.build.BuildSelection;
import io.github.sammaven.core.build.BuildSetup;
import io.github.sammaven.core.build.BuiltArtifact;
import io.github.sammaven.core.build.WorkflowOptions;
import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.jvm.DependencyLayers;
import io.github.sammaven.core.build.jvm.JavaArtifactCheck;
import io.github.sammaven.core.build.jvm.JavaLayout;
import io.github.sammaven.core.build.jvm.JavaOptions;
import io.github.sammaven.core.build.jvm.SplitTemplate;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateFile;
import io.github.sammaven.plugin.reactor.ReactorModules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * How the classes and jars of Java functions lie in their artifact: {@code lib} (classes at the root, jars in
     * {@code lib/}), {@code exploded} (all merged at the root) or {@code jar} (all in one jar file). Default: {@code lib}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.javaLayout")
    private @Nullable String javaLayout;

    /**
     * Whether a module's shaded jar, or its jar with dependencies, is taken if its pom makes one. Default: {@code true}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.shadedJar")
    private @Nullable Boolean shadedJar;

    /**
     * Whether third-party jars of Java functions go into generated layers, shared by functions with the same jars, so that
     * a change of code uploads little. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.dependencyLayer")
    private @Nullable Boolean dependencyLayer;

    /**
     * Requirements file of Python functions, relative to the module. Default: {@code requirements.txt} in the folder of the
     * code.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.manifest")
    private @Nullable File manifest;

    /**
     * Whether {@code make} runs in the sources themselves, which it may then change, and not in a copy. Default:
     * {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.buildInSource")
    private @Nullable Boolean buildInSource;

    /**
     * Files that look like secrets, such as {@code .env} or a private key, and may become part of an artifact all the same:
     * names or patterns in the syntax of {@code .gitignore}. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.allowSecrets")
    private @Nullable List<String> allowSecrets;

    private final ProjectDependenciesResolver dependenciesResolver;
    private @Nullable ReactorModules modules;

    AbstractBuildMojo(
            String command, SettingsDecrypter settingsDecrypter, ProjectDependenciesResolver dependenciesResolver) {
        super(command, settingsDecrypter);
        this.dependenciesResolver = dependenciesResolver;
    }

    /** The stacks as they are deployed: with generated layers if those are asked for. */
    final StackTree stacksToBuild(EventSink events) {
        Template template = template();
        if (!options().flag("dependencyLayer", dependencyLayer, false)) {
            forgetLayers();
            return stacks(template);
        }
        SplitTemplate split = new DependencyLayers(
                        modules(), javaOptions(), samFolder().layers())
                .split(template, FunctionCatalog.ofAll(stacks(template)));
        split.warnings().forEach(warning -> events.accept(new Warning(warning)));
        new TemplateFile().write(split.template().root(), samFolder().layeredTemplate());
        return stacks(split.template());
    }

    private void forgetLayers() {
        try {
            Files.deleteIfExists(samFolder().layeredTemplate());
        } catch (IOException failure) {
            throw new SamException(
                    samFolder().layeredTemplate() + " cannot be removed: " + failure.getMessage(), "", failure);
        }
    }

    /**
     * Lays out artifacts, and holds Java against what Lambda takes; what is there already is brought up to date.
     *
     * @param events receives warnings
     */
    final BuildResult build(FunctionCatalog catalog, BuildSelection selection, BuildSetup setup, EventSink events) {
        BuildResult result = new ArtifactBuilder(setup).build(catalog, selection);
        check(catalog, result, events);
        return result;
    }

    /** @param events receives one for each artifact, and warnings */
    final BuildSetup setup(EventSink events) {
        return BuildSetup.of(modules(), buildDirectory(), samFolder().build(), workflowOptions(), events)
                .withMemory(memory())
                .withThreads(threads());
    }

    private void check(FunctionCatalog catalog, BuildResult result, EventSink events) {
        Map<String, Path> artifacts = new HashMap<>();
        result.artifacts().forEach(artifact -> artifacts.put(artifact.id(), artifact.path()));
        List<Problem> problems = new JavaArtifactCheck(samFolder().cache().resolve("jars")).check(catalog, artifacts);
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new InvalidTemplateException(problems);
        }
        problems.forEach(warning -> events.accept(new Warning(warning)));
    }

    private BuildMemory memory() {
        BuildMemory memory = new BuildMemory(
                samFolder().cache().resolve("build"), artifactIndex(), new FolderContent(buildDirectory()));
        if (!options().flag("cached", cached, true)) {
            memory.clear();
        }
        return memory;
    }

    private WorkflowOptions workflowOptions() {
        return new WorkflowOptions(
                javaOptions(),
                options().path("manifest", manifest == null ? null : manifest.toPath()),
                options().flag("buildInSource", buildInSource, false),
                allowedSecrets(),
                System.getenv(),
                (target, line) -> getLog().debug(target + "  " + line));
    }

    final List<String> allowedSecrets() {
        return options().list("allowSecrets", allowSecrets);
    }

    private JavaOptions javaOptions() {
        return new JavaOptions(
                options().choice("javaLayout", javaLayout, JavaLayout.LIB),
                options().flag("shadedJar", shadedJar, true));
    }

    private ReactorModules modules() {
        if (modules == null) {
            modules = new ReactorModules(session, project, dependenciesResolver);
        }
        return modules;
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
