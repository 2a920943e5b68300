package io.github.sammaven.core.build.nodejs;

import io.github.sammaven.core.build.folder.ArtifactLayout;
import io.github.sammaven.core.build.folder.ContentMirror;
import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.folder.ScratchFolder;
import io.github.sammaven.core.build.tool.ToolUse;
import io.github.sammaven.core.build.tool.Toolbox;
import io.github.sammaven.core.build.workflow.BuildInputs;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.BuildWorkflow;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds Node.js code with npm: the files it would publish, and the production packages; a layer has both in
 * {@code nodejs/}. Code without a {@code package.json} is taken as it is.
 */
public final class NpmWorkflow implements BuildWorkflow {

    private static final List<String> OTHER_LOCK_FILES = List.of("yarn.lock", "pnpm-lock.yaml", "bun.lock");

    private final Toolbox tools;
    private final FolderContent content;
    private final EventSink events;

    /** @param events hears of lock files that npm does not read */
    public NpmWorkflow(Toolbox tools, FolderContent content, EventSink events) {
        this.tools = tools;
        this.content = content;
        this.events = events;
    }

    @Override
    public boolean takesAsIs(BuildTarget target) {
        return !target.layer() && !NodePackage.isIn(target.code().path());
    }

    @Override
    public BuildInputs inputs(BuildTarget target) throws IOException {
        NodeProject project = new NodeProject(target.code().path(), content);
        TreeMap<String, String> settings = new TreeMap<>(tools.fingerprints(NpmWorkflow::matters));
        settings.put("architecture", target.architecture().lambdaName());
        settings.put("layer", Boolean.toString(target.layer()));
        if (NodePackage.isIn(target.code().path())) {
            settings.put("npm", new Npm(tools, use(target)).version());
        }
        return new BuildInputs(project.inputs(), settings);
    }

    @Override
    public void build(BuildTarget target, Path folder) throws IOException {
        NodeProject project = new NodeProject(target.code().path(), content);
        Map<String, Path> files = new TreeMap<>();
        String top = target.layer() ? "nodejs/" : "";
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Map<String, Path> built = NodePackage.isIn(target.code().path())
                    ? install(target, project, scratch)
                    : withoutLeftovers(project.files());
            built.forEach((name, file) -> files.put(top + name, file));
            new ContentMirror().write(ArtifactLayout.of(files), folder);
        }
    }

    private Map<String, Path> install(BuildTarget target, NodeProject project, ScratchFolder scratch)
            throws IOException {
        warnOfOtherLock(target);
        ToolUse use = use(target);
        Npm npm = new Npm(tools, use);
        Path copy = project.copyTo(scratch);
        NodePackage.read(target.code().path()).writeNamed(copy.resolve(NodePackage.FILE));
        Map<String, Path> files = NodeFiles.sources(project.files(), npm.packedFiles(copy));
        npm.installFor(target.architecture(), copy);
        Map<String, Path> modules = NodeFiles.modules(content.of(copy));
        NativeAddons.check(modules, target.architecture(), use);
        files.putAll(modules);
        return files;
    }

    private static Map<String, Path> withoutLeftovers(Map<String, Path> files) {
        Map<String, Path> wanted = new TreeMap<>(files);
        wanted.keySet().removeIf(name -> !NodeFiles.isWanted(name));
        return wanted;
    }

    private void warnOfOtherLock(BuildTarget target) {
        Path code = target.code().path();
        if (Npm.hasLock(code)) {
            return;
        }
        OTHER_LOCK_FILES.stream()
                .filter(name -> Files.isRegularFile(code.resolve(name)))
                .findFirst()
                .ifPresent(name -> events.accept(new Warning(Problem.warning(
                        target.code().mark(),
                        target.id() + ": npm does not read " + name + ", so it chooses versions itself",
                        "add a package-lock.json (npm install --package-lock-only)"))));
    }

    static boolean matters(String variable) {
        return variable.toLowerCase(Locale.ROOT).startsWith("npm_config_") || variable.equals("NODE_OPTIONS");
    }

    private static ToolUse use(BuildTarget target) {
        String reason = target.method().map(method -> "BuildMethod " + method).orElse("Runtime " + target.runtime());
        return new ToolUse(target.id(), reason, target.code().mark());
    }
}
