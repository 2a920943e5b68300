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
import io.github.sammaven.core.template.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compiles Rust with {@code cargo lambda build} in a copy of the sources; {@code BuildProperties} may name a binary. */
public final class CargoLambdaWorkflow implements BuildWorkflow {

    private static final Tool CARGO_LAMBDA = new Tool(
            "cargo-lambda",
            "cargo-lambda",
            "pipx install cargo-lambda, brew install cargo-lambda/tap/cargo-lambda, winget install"
                    + " CargoLambda.CargoLambda, or https://www.cargo-lambda.info");

    private final Toolbox tools;
    private final FolderContent content;

    public CargoLambdaWorkflow(Toolbox tools, FolderContent content) {
        this.tools = tools;
        this.content = content;
    }

    @Override
    public BuildInputs inputs(BuildTarget target) throws IOException {
        TreeMap<String, String> settings = new TreeMap<>(tools.fingerprints(
                name -> name.startsWith("CARGO_") || name.startsWith("RUST") || name.equals("SAM_BUILD_MODE")));
        settings.put("architecture", target.architecture().lambdaName());
        settings.put("binary", binary(target).orElse(""));
        Path tool = tools.require(CARGO_LAMBDA, use(target));
        settings.put("cargo-lambda", tools.answer(tool, "lambda", "--version").orElse(""));
        return new BuildInputs(
                List.copyOf(content.of(target.code().path(), CargoLambdaWorkflow::isSource)
                        .values()),
                settings);
    }

    @Override
    public void build(BuildTarget target, Path folder) throws IOException {
        Path tool = tools.require(CARGO_LAMBDA, use(target));
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Path copy = scratch.copy(target.code().path(), content, CargoLambdaWorkflow::isSource);
            Path output = scratch.newFolder("lambda");
            List<String> arguments = new ArrayList<>(List.of("lambda", "build", "--release"));
            arguments.add(target.architecture() == Architecture.ARM64 ? "--arm64" : "--x86-64");
            arguments.addAll(List.of("--lambda-dir", output.toString()));
            binary(target).ifPresent(name -> arguments.addAll(List.of("--bin", name)));
            tools.run(new ToolCommand(tool, arguments, copy, tools.environment()), use(target));
            Path program = program(output, target);
            ProgramCheck.check(program, target, "");
            new ContentMirror().write(ArtifactLayout.of(Map.of("bootstrap", program)), folder);
        }
    }

    private Path program(Path output, BuildTarget target) throws IOException {
        Map<String, Path> programs = content.of(output, name -> name.endsWith("/bootstrap"));
        if (programs.size() == 1) {
            return programs.values().iterator().next();
        }
        List<String> names = programs.keySet().stream()
                .map(name -> name.substring(0, name.lastIndexOf('/')))
                .toList();
        throw new InvalidTemplateException(Problem.error(
                target.code().mark(),
                target.id() + ": cargo makes " + (names.isEmpty() ? "no binary" : String.join(", ", names)),
                "name the one to take in Metadata: BuildProperties: {Binary: ...}"));
    }

    private static boolean isSource(String name) {
        return !name.startsWith("target/");
    }

    private static Optional<String> binary(BuildTarget target) {
        return target.metadata()
                .mapping("BuildProperties")
                .flatMap((MappingNode properties) -> properties.text("Binary"));
    }

    private static ToolUse use(BuildTarget target) {
        return new ToolUse(
                target.id(), "BuildMethod rust-cargolambda", target.code().mark());
    }
}
