package io.github.sammaven.core.build.nodejs;

import io.github.sammaven.core.build.folder.ArtifactLayout;
import io.github.sammaven.core.build.folder.ContentMirror;
import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.folder.ScratchFolder;
import io.github.sammaven.core.build.tool.Tool;
import io.github.sammaven.core.build.tool.ToolCommand;
import io.github.sammaven.core.build.tool.ToolUse;
import io.github.sammaven.core.build.tool.Toolbox;
import io.github.sammaven.core.build.workflow.BuildInputs;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.BuildWorkflow;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Bundles JavaScript or TypeScript with the project's esbuild, or the one on the search path. */
public final class EsbuildWorkflow implements BuildWorkflow {

    private static final String REASON = "BuildMethod esbuild";
    private static final Tool ESBUILD = new Tool(
            "esbuild",
            "esbuild in node_modules/.bin or",
            "npm install --save-dev esbuild, npm install -g esbuild, or https://esbuild.github.io");

    private final Toolbox tools;
    private final FolderContent content;

    public EsbuildWorkflow(Toolbox tools, FolderContent content) {
        this.tools = tools;
        this.content = content;
    }

    @Override
    public BuildInputs inputs(BuildTarget target) throws IOException {
        EsbuildOptions options = EsbuildOptions.of(target);
        TreeMap<String, String> settings = new TreeMap<>(tools.fingerprints(NpmWorkflow::matters));
        settings.put("options", String.join(" ", options.entryPoints()) + " " + String.join(" ", options.arguments()));
        settings.put("handler", target.handler());
        settings.put("layer", Boolean.toString(target.layer()));
        tools.find("esbuild")
                .flatMap(esbuild -> tools.answer(esbuild, "--version"))
                .ifPresent(version -> settings.put("esbuild", version));
        return new BuildInputs(new NodeProject(target.code().path(), content).inputs(), settings);
    }

    @Override
    public void build(BuildTarget target, Path folder) throws IOException {
        EsbuildOptions options = EsbuildOptions.of(target);
        ToolUse use = new ToolUse(target.id(), REASON, target.code().mark());
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Path copy = new NodeProject(target.code().path(), content).copyTo(scratch);
            if (NodePackage.isIn(copy)) {
                new Npm(tools, use).installAll(copy);
            }
            Path output = scratch.newFolder("bundle");
            List<String> arguments = new ArrayList<>(options.entryPoints());
            arguments.addAll(List.of("--bundle", "--platform=node", "--log-level=warning", "--outdir=" + output));
            arguments.addAll(options.arguments());
            if (options.entryPoints().stream().anyMatch(entry -> isHandlerInAFolder(entry, target))) {
                arguments.add("--outbase=.");
            }
            tools.run(new ToolCommand(esbuild(copy, use), arguments, copy, tools.environment()), use);
            Map<String, Path> bundle = content.of(output);
            if (!target.layer()) {
                requireHandler(bundle, target);
            }
            Map<String, Path> files = new TreeMap<>();
            bundle.forEach((name, file) -> files.put(target.layer() ? "nodejs/" + name : name, file));
            new ContentMirror().write(ArtifactLayout.of(files), folder);
        }
    }

    private Path esbuild(Path project, ToolUse use) {
        Path bin = project.resolve("node_modules/.bin");
        return Stream.of("esbuild", "esbuild.cmd")
                .map(bin::resolve)
                .filter(Files::isExecutable)
                .findFirst()
                .or(() -> tools.find("esbuild"))
                .orElseThrow(() -> tools.missing(ESBUILD, use));
    }

    /** Otherwise esbuild leaves out the folder all entry points are in. */
    private static boolean isHandlerInAFolder(String entry, BuildTarget target) {
        String module = module(target.handler());
        String plain = entry.startsWith("./") ? entry.substring(2) : entry;
        return module.contains("/") && plain.replaceFirst("\\.[^./]+$", "").equals(module);
    }

    private static void requireHandler(Map<String, Path> bundle, BuildTarget target) {
        String module = module(target.handler());
        if (Stream.of(".js", ".mjs", ".cjs").noneMatch(extension -> bundle.containsKey(module + extension))) {
            throw new InvalidTemplateException(Problem.error(
                    target.code().mark(),
                    target.id() + ": Handler " + target.handler() + " is in none of the bundles "
                            + String.join(", ", bundle.keySet()),
                    "Handler is the path of a bundle without its extension, a dot, and the name of the function"));
        }
    }

    private static String module(String handler) {
        int dot = handler.indexOf('.', handler.lastIndexOf('/') + 1);
        String module = dot < 0 ? handler : handler.substring(0, dot);
        return module.startsWith("./") ? module.substring(2) : module;
    }
}
