package io.github.sammaven.core.build.python;

import io.github.sammaven.core.build.folder.ArtifactLayout;
import io.github.sammaven.core.build.folder.ContentMirror;
import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.folder.ScratchFolder;
import io.github.sammaven.core.build.tool.ToolUse;
import io.github.sammaven.core.build.tool.Toolbox;
import io.github.sammaven.core.build.workflow.BuildInputs;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.BuildWorkflow;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Builds Python code: the packages of {@code requirements.txt} and the sources over them; a layer has both in
 * {@code python/}. {@code BuildMethod: python-uv} takes uv and its lock file.
 */
public final class PythonWorkflow implements BuildWorkflow {

    private static final String REQUIREMENTS = "requirements.txt";
    private static final String UV = "python-uv";

    private final Toolbox tools;
    private final FolderContent content;
    private final PythonSources sources;
    private final Interpreters interpreters;
    private final Optional<Path> manifest;
    private final EventSink events;

    /**
     * @param manifest requirements file to take instead of that in the code folder
     * @param events hears of projects that name packages in a file that is not read
     */
    public PythonWorkflow(Toolbox tools, FolderContent content, Optional<Path> manifest, EventSink events) {
        this.tools = tools;
        this.content = content;
        this.sources = new PythonSources(content);
        this.interpreters = new Interpreters(tools);
        this.manifest = manifest;
        this.events = events;
    }

    /** Caches and byte code stay out of every artifact; other virtual environments are found by looking. */
    @Override
    public boolean takesAsIs(BuildTarget target) {
        return !target.layer()
                && !usesUv(target)
                && !Files.isRegularFile(manifest(target))
                && PythonSources.otherManifests(target.code().path()).isEmpty()
                && !PythonSources.holdsEnvironment(target.code().path());
    }

    @Override
    public BuildInputs inputs(BuildTarget target) throws IOException {
        PythonVersion version = version(target);
        Path code = target.code().path();
        Map<String, String> settings = new TreeMap<>(tools.fingerprints(name ->
                name.startsWith("PIP_") || name.startsWith("UV_") || name.equals("SETUPTOOLS_SCM_PRETEND_VERSION")));
        settings.put("python", version.text());
        settings.put("architecture", target.architecture().lambdaName());
        settings.put("layer", Boolean.toString(target.layer()));
        List<Path> files = new ArrayList<>(sources.of(code).values());
        if (usesUv(target)) {
            Path uv = tools.require(UvInstall.UV, use(target, version));
            settings.put("tool", tools.answer(uv, "--version").orElse("uv"));
            files.addAll(requirements(target).outside(code));
        } else if (Files.isRegularFile(manifest(target))) {
            Interpreter interpreter = interpreters.find(version, use(target, version));
            settings.put("tool", "Python " + interpreter.version() + " pip " + interpreter.pip());
            files.addAll(requirements(target).outside(code));
        }
        return new BuildInputs(files, new TreeMap<>(settings));
    }

    @Override
    public void build(BuildTarget target, Path folder) throws IOException {
        PythonVersion version = version(target);
        Path code = target.code().path();
        Map<String, Path> files = new TreeMap<>();
        String top = target.layer() ? "python/" : "";
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Path site = scratch.newFolder("site");
            if (usesUv(target)) {
                installWithUv(target, version, site, scratch);
            } else if (Files.isRegularFile(manifest(target))) {
                installWithPip(target, version, site, scratch);
            } else {
                warnOfOtherManifests(target);
            }
            Map<String, Path> packages = StableSite.of(content.of(site));
            NativeModules.check(packages, version, target.architecture(), use(target, version));
            packages.forEach((name, file) -> files.put(top + name, file));
            sources.of(code).forEach((name, file) -> files.put(top + name, file));
            new ContentMirror().write(ArtifactLayout.of(files), folder);
        }
    }

    private void installWithPip(BuildTarget target, PythonVersion version, Path site, ScratchFolder scratch)
            throws IOException {
        Requirements requirements = requirements(target);
        if (requirements.areEmpty()) {
            return;
        }
        ToolUse use = use(target, version);
        Interpreter interpreter = interpreters.find(version, use);
        Path manifest = manifest(target);
        Path directory = scratch.newFolder("work");
        if (!requirements.folders().isEmpty() || !requirements.archives().isEmpty()) {
            directory = mirror(target, requirements, scratch);
            manifest = moved(manifest, target.code().path(), directory);
        }
        new PipInstall(tools, interpreter, version, target.architecture(), use)
                .install(manifest, requirements, directory, site, scratch.newFolder("pip"));
    }

    private void installWithUv(BuildTarget target, PythonVersion version, Path site, ScratchFolder scratch)
            throws IOException {
        ToolUse use = use(target, version);
        Path uv = tools.require(UvInstall.UV, use);
        Path project = mirror(target, requirements(target), scratch);
        Path from = moved(manifest(target), target.code().path(), project);
        new UvInstall(tools, uv, use).install(version, target.architecture(), project, from, site);
    }

    /** Packages in folders are made in copies, as making them leaves files there. */
    private Path mirror(BuildTarget target, Requirements requirements, ScratchFolder scratch) throws IOException {
        List<Path> originals = new ArrayList<>(List.of(target.code().path()));
        originals.addAll(requirements.folders());
        originals.addAll(requirements.archives());
        return scratch.mirror(originals, content, PythonSources::isWanted).get(0);
    }

    private static Path moved(Path file, Path from, Path to) {
        return file.startsWith(from) ? to.resolve(from.relativize(file).toString()) : file;
    }

    private void warnOfOtherManifests(BuildTarget target) {
        List<String> others = PythonSources.otherManifests(target.code().path());
        if (!others.isEmpty()) {
            events.accept(new Warning(Problem.warning(
                    target.code().mark(),
                    target.id() + ": " + target.code().written() + " has " + others.get(0) + " but no " + REQUIREMENTS
                            + ", so no packages are installed",
                    "write one (uv export --format requirements-txt, poetry export, pipenv requirements), or set"
                            + " BuildMethod: " + UV + " if uv is installed")));
        }
    }

    private Requirements requirements(BuildTarget target) throws IOException {
        Path file = manifest(target);
        boolean plain = file.toString().endsWith(".txt") || file.toString().endsWith(".in");
        return plain
                ? Requirements.read(file, target.code().path())
                : new Requirements(List.of(file), List.of(), List.of(), List.of());
    }

    private Path manifest(BuildTarget target) {
        Path code = target.code().path();
        return manifest.orElseGet(() -> usesUv(target) ? UvInstall.manifestIn(code) : code.resolve(REQUIREMENTS));
    }

    private static boolean usesUv(BuildTarget target) {
        return target.method().filter(UV::equals).isPresent();
    }

    private static ToolUse use(BuildTarget target, PythonVersion version) {
        String reason = usesUv(target) ? "BuildMethod " + UV : "Runtime python" + version.text();
        return new ToolUse(target.id(), reason, target.code().mark());
    }

    private static PythonVersion version(BuildTarget target) {
        return PythonVersion.of(target)
                .orElseThrow(() -> new InvalidTemplateException(Problem.error(
                        target.code().mark(),
                        target.id() + ": there is no telling which Python it is built for",
                        target.layer()
                                ? "set BuildMethod, or CompatibleRuntimes, to a runtime such as python3.13"
                                : "set Runtime to one such as python3.13")));
    }
}
