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
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Publishes the .NET project in the code folder, from a copy. */
public final class DotnetWorkflow implements BuildWorkflow {

    private static final Tool DOTNET = new Tool(
            "the .NET SDK",
            "dotnet",
            "apt install dotnet-sdk-8.0, brew install dotnet, winget install Microsoft.DotNet.SDK.8, or"
                    + " https://dot.net");
    private static final Map<String, String> QUIET = Map.of("DOTNET_CLI_TELEMETRY_OPTOUT", "1", "DOTNET_NOLOGO", "1");

    private final Toolbox tools;
    private final FolderContent content;

    public DotnetWorkflow(Toolbox tools, FolderContent content) {
        this.tools = tools;
        this.content = content;
    }

    @Override
    public BuildInputs inputs(BuildTarget target) throws IOException {
        TreeMap<String, String> settings =
                new TreeMap<>(tools.fingerprints(name -> name.startsWith("NUGET_") || name.equals("SAM_BUILD_MODE")));
        settings.put("architecture", target.architecture().lambdaName());
        Path dotnet = tools.require(DOTNET, use(target));
        settings.put("dotnet", tools.answer(dotnet, "--version").orElse(""));
        return new BuildInputs(
                List.copyOf(content.of(target.code().path(), DotnetWorkflow::isSource)
                        .values()),
                settings);
    }

    @Override
    public void build(BuildTarget target, Path folder) throws IOException {
        Path dotnet = tools.require(DOTNET, use(target));
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Path copy = scratch.copy(target.code().path(), content, DotnetWorkflow::isSource);
            Path output = scratch.newFolder("published");
            String machine = target.architecture() == Architecture.ARM64 ? "linux-arm64" : "linux-x64";
            boolean debug = "debug".equals(tools.environment().get("SAM_BUILD_MODE"));
            List<String> arguments = List.of(
                    "publish",
                    "--configuration",
                    debug ? "Debug" : "Release",
                    "--runtime",
                    machine,
                    "--no-self-contained",
                    "--output",
                    output.toString(),
                    "-p:GenerateRuntimeConfigurationFiles=true",
                    "-p:Deterministic=true",
                    "-p:PathMap=" + copy + "=/code");
            tools.run(new ToolCommand(dotnet, arguments, copy, tools.environmentWith(QUIET)), use(target));
            new ContentMirror().write(ArtifactLayout.of(content.of(output)), folder);
        }
    }

    private static boolean isSource(String name) {
        return !name.matches("(.*/)?(bin|obj)/.*");
    }

    private static ToolUse use(BuildTarget target) {
        return new ToolUse(
                target.id(), "Runtime " + target.runtime(), target.code().mark());
    }
}
