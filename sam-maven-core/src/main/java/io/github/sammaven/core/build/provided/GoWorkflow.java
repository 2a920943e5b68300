package io.github.sammaven.core.build.provided;

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
import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Compiles the Go package in the code folder to {@code bootstrap}, without cgo and without paths of this machine. go
 * writes nothing to the module, so it is not copied.
 */
public final class GoWorkflow implements BuildWorkflow {

    private static final Tool GO = new Tool(
            "Go", "go", "apt install golang-go, brew install go, winget install GoLang.Go, or https://go.dev/dl");
    private static final Pattern MATTERS = Pattern.compile("GO[A-Z0-9]*|CGO_.*");
    private static final String MODULE = "go.mod";

    private final Toolbox tools;
    private final FolderContent content;

    public GoWorkflow(Toolbox tools, FolderContent content) {
        this.tools = tools;
        this.content = content;
    }

    @Override
    public BuildInputs inputs(BuildTarget target) throws IOException {
        TreeMap<String, String> settings =
                new TreeMap<>(tools.fingerprints(name -> MATTERS.matcher(name).matches()));
        settings.put("architecture", target.architecture().lambdaName());
        settings.put("name", programName(target));
        settings.put(
                "go", tools.answer(tools.require(GO, use(target)), "version").orElse(""));
        return new BuildInputs(List.copyOf(content.of(module(target)).values()), settings);
    }

    @Override
    public void build(BuildTarget target, Path folder) throws IOException {
        module(target);
        Path go = tools.require(GO, use(target));
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Path program = scratch.newFolder("program").resolve(programName(target));
            List<String> arguments = new ArrayList<>(List.of("build", "-trimpath", "-buildvcs=false"));
            if (target.runtime().startsWith("provided")) {
                arguments.addAll(List.of("-tags", "lambda.norpc"));
            }
            arguments.addAll(List.of("-ldflags=-s -w -buildid=", "-o", program.toString(), "."));
            Map<String, String> environment = tools.environmentWith(Map.of(
                    "GOOS",
                    "linux",
                    "GOARCH",
                    target.architecture() == Architecture.ARM64 ? "arm64" : "amd64",
                    "CGO_ENABLED",
                    "0"));
            tools.run(new ToolCommand(go, arguments, target.code().path(), environment), use(target));
            new ContentMirror()
                    .write(ArtifactLayout.of(Map.of(program.getFileName().toString(), program)), folder);
        }
    }

    private static String programName(BuildTarget target) {
        return target.runtime().equals("go1.x") && !target.handler().isEmpty() ? target.handler() : "bootstrap";
    }

    /** The folder of {@code go.mod}: the code folder or one above it. */
    private static Path module(BuildTarget target) {
        Optional<Path> module = Optional.empty();
        for (Path folder = target.code().path(); folder != null && module.isEmpty(); folder = folder.getParent()) {
            module = Optional.of(folder).filter(candidate -> Files.isRegularFile(candidate.resolve(MODULE)));
        }
        return module.orElseThrow(() -> new InvalidTemplateException(Problem.error(
                target.code().mark(),
                target.id() + ": there is no " + MODULE + " in " + target.code().written() + " or above it",
                "go mod init makes one")));
    }

    private static ToolUse use(BuildTarget target) {
        return new ToolUse(
                target.id(),
                "BuildMethod " + target.method().orElse("go1.x"),
                target.code().mark());
    }
}
