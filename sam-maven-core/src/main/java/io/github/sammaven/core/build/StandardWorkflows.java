package io.github.sammaven.core.build;

import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.jvm.JavaModules;
import io.github.sammaven.core.build.jvm.JavaWorkflow;
import io.github.sammaven.core.build.makefile.MakefileWorkflow;
import io.github.sammaven.core.build.nodejs.EsbuildWorkflow;
import io.github.sammaven.core.build.nodejs.NpmWorkflow;
import io.github.sammaven.core.build.provided.CargoLambdaWorkflow;
import io.github.sammaven.core.build.provided.DotnetWorkflow;
import io.github.sammaven.core.build.provided.GoWorkflow;
import io.github.sammaven.core.build.provided.NativeExecutableWorkflow;
import io.github.sammaven.core.build.python.PythonWorkflow;
import io.github.sammaven.core.build.ruby.RubyWorkflow;
import io.github.sammaven.core.build.tool.Toolbox;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.Sharing;
import io.github.sammaven.core.build.workflow.WorkflowChoice;
import io.github.sammaven.core.ignore.SecretFiles;
import io.github.sammaven.core.report.EventSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The workflows there are. */
public final class StandardWorkflows {

    private StandardWorkflows() {}

    /**
     * @param modules the Java modules of the running build
     * @param buildFolder the project's build folder, which is never part of an artifact taken from above it
     * @param jarFolder where jars made here are kept from run to run
     * @param options where there is a choice
     * @param events receives warnings
     */
    public static Workflows of(
            JavaModules modules, Path buildFolder, Path jarFolder, WorkflowOptions options, EventSink events) {
        FolderContent made = new FolderContent(buildFolder);
        FolderContent sources = new FolderContent(buildFolder, new SecretFiles(options.allowedSecrets()));
        Toolbox tools = new Toolbox(options.environment(), Toolbox.DEFAULT_TIMEOUT, options.log());
        JavaWorkflow java = new JavaWorkflow(modules, made, jarFolder, options.java(), events);
        NativeExecutableWorkflow executable = new NativeExecutableWorkflow(modules, sources);
        MakefileWorkflow makefile = new MakefileWorkflow(tools, sources, options.inSource());
        PythonWorkflow python = new PythonWorkflow(tools, sources, options.manifest(), events);
        Sharing any = Sharing.ANY_HANDLER;
        return new Workflows(
                List.of(
                        WorkflowChoice.forMethod("makefile", Sharing.NEVER, makefile),
                        WorkflowChoice.forMethod("esbuild", Sharing.SAME_HANDLER, new EsbuildWorkflow(tools, sources)),
                        WorkflowChoice.forMethod(
                                "rust-cargolambda", Sharing.NEVER, new CargoLambdaWorkflow(tools, sources)),
                        new WorkflowChoice("java", java::takes, Sharing.SAME_HANDLER, java),
                        WorkflowChoice.forRuntime("python", any, python),
                        WorkflowChoice.forRuntime("nodejs", any, new NpmWorkflow(tools, sources, events)),
                        WorkflowChoice.forRuntime("ruby", any, new RubyWorkflow(tools, sources)),
                        WorkflowChoice.forRuntime("go1", any, new GoWorkflow(tools, sources)),
                        WorkflowChoice.forRuntime("dotnet", any, new DotnetWorkflow(tools, sources)),
                        new WorkflowChoice(
                                "native", target -> isProvided(target) && executable.isFor(target), any, executable),
                        new WorkflowChoice(
                                "provided", StandardWorkflows::isProvidedWithMakefile, Sharing.NEVER, makefile)),
                new PlainCopyWorkflow(sources));
    }

    private static boolean isProvided(BuildTarget target) {
        return target.method().isEmpty() && target.runtime().startsWith("provided");
    }

    /** As SAM CLI builds a custom runtime that does not say how. */
    private static boolean isProvidedWithMakefile(BuildTarget target) {
        return isProvided(target) && Files.isRegularFile(target.code().path().resolve("Makefile"));
    }
}
