package io.github.sammaven.core.build.makefile;

import io.github.sammaven.core.build.folder.ArtifactLayout;
import io.github.sammaven.core.build.folder.ContentMirror;
import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.folder.ScratchFolder;
import io.github.sammaven.core.build.tool.Tool;
import io.github.sammaven.core.build.tool.ToolCommand;
import io.github.sammaven.core.build.tool.ToolResult;
import io.github.sammaven.core.build.tool.ToolUse;
import io.github.sammaven.core.build.tool.Toolbox;
import io.github.sammaven.core.build.workflow.BuildInputs;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.BuildWorkflow;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Runs {@code make build-<LogicalId>} in a copy of the sources, with {@code ARTIFACTS_DIR} as the absolute path of the
 * folder it is to write to; everything else of the environment is handed on, {@code SAM_BUILD_MODE} too.
 */
public final class MakefileWorkflow implements BuildWorkflow {

    private static final Tool MAKE = new Tool(
            "GNU make",
            "make",
            "apt install make, brew install make, winget install GnuWin32.Make, or https://www.gnu.org/software/make");

    /** Of a make that runs Maven; they would make ours a part of it. */
    private static final Set<String> OUTER_MAKE = Set.of("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES");

    private static final Pattern MATTERS = Pattern.compile(
            "SAM_BUILD_MODE|CC|CXX|(C|CPP|CXX|LD|GO|RUST)FLAGS|GO[A-Z]+|CGO_.*|CARGO_.*|RUSTUP_TOOLCHAIN");

    private static final String NO_RULE = "No rule to make target";

    private final Toolbox tools;
    private final FolderContent content;
    private final boolean inSource;

    /** @param inSource whether make is run in the sources themselves, which it may change */
    public MakefileWorkflow(Toolbox tools, FolderContent content, boolean inSource) {
        this.tools = tools;
        this.content = content;
        this.inSource = inSource;
    }

    @Override
    public BuildInputs inputs(BuildTarget target) throws IOException {
        TreeMap<String, String> settings =
                new TreeMap<>(tools.fingerprints(name -> MATTERS.matcher(name).matches()));
        settings.put("target", makeTarget(target));
        settings.put("architecture", target.architecture().lambdaName());
        settings.put(
                "make",
                tools.answer(tools.require(MAKE, use(target)), "--version")
                        .flatMap(output -> output.lines().findFirst())
                        .orElse(""));
        Set<Path> files = new LinkedHashSet<>();
        for (Path folder : MakeFolders.of(target).all()) {
            files.addAll(content.of(folder).values());
        }
        return new BuildInputs(List.copyOf(files), settings);
    }

    @Override
    public void build(BuildTarget target, Path folder) throws IOException {
        MakeFolders folders = MakeFolders.of(target);
        Path make = tools.require(MAKE, use(target));
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Path artifacts = scratch.newFolder("artifacts");
            List<Path> places = inSource ? folders.all() : scratch.mirror(folders.all(), content, name -> true);
            String makefile = places.get(1).resolve(MakeFolders.MAKEFILE).toString();
            run(
                    new ToolCommand(
                            make,
                            List.of("--makefile", makefile, makeTarget(target)),
                            places.get(2),
                            environment(artifacts)),
                    target);
            Map<String, Path> made = content.of(artifacts);
            if (made.isEmpty()) {
                throw new InvalidTemplateException(Problem.error(
                        target.code().mark(),
                        target.id() + ": make " + makeTarget(target) + " wrote nothing to ARTIFACTS_DIR",
                        "copy or build what Lambda needs to $(ARTIFACTS_DIR)"));
            }
            new ContentMirror().write(ArtifactLayout.of(made), folder);
        }
    }

    private void run(ToolCommand command, BuildTarget target) {
        ToolResult result = tools.attempt(command, use(target));
        if (result.isSuccess()) {
            return;
        }
        String name = makeTarget(target);
        if (result.lastWords().stream().anyMatch(line -> line.contains(NO_RULE) && line.contains(name + "'"))) {
            throw new InvalidTemplateException(Problem.error(
                    target.code().mark(),
                    target.id() + ": the Makefile has no target " + name,
                    String.join("\n", result.lastWords())));
        }
        throw tools.failure(command, use(target), result);
    }

    private Map<String, String> environment(Path artifacts) {
        Map<String, String> environment =
                new HashMap<>(tools.environmentWith(Map.of("ARTIFACTS_DIR", artifacts.toString(), "LC_MESSAGES", "C")));
        environment.keySet().removeAll(OUTER_MAKE);
        return environment;
    }

    private static String makeTarget(BuildTarget target) {
        return "build-" + target.logicalId();
    }

    private static ToolUse use(BuildTarget target) {
        return new ToolUse(target.id(), "BuildMethod makefile", target.code().mark());
    }
}
