package io.github.sammaven.core.build;

import io.github.sammaven.core.build.folder.ArtifactLayout;
import io.github.sammaven.core.build.folder.FolderMirror;
import io.github.sammaven.core.build.jvm.BuildOutput;
import io.github.sammaven.core.build.jvm.JavaLayouts;
import io.github.sammaven.core.build.jvm.JavaModules;
import io.github.sammaven.core.build.jvm.RuntimeJar;
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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lays out modules of the running build; code for Java that is no module is copied. */
final class ModuleWorkflow implements BuildWorkflow {

    private final JavaModules modules;
    private final JavaLayouts layouts;
    private final PlainCopyWorkflow plain;
    private final FolderMirror mirror = new FolderMirror();

    ModuleWorkflow(JavaModules modules, JavaLayouts layouts, PlainCopyWorkflow plain) {
        this.modules = modules;
        this.layouts = layouts;
        this.plain = plain;
    }

    @Override
    public String source(BuildTarget target) {
        return module(target).map(BuildOutput::module).orElseGet(() -> target.code()
                .written());
    }

    @Override
    public BuildInputs inputs(BuildTarget target) {
        Optional<BuildOutput> module = module(target);
        if (module.isEmpty()) {
            return plain.inputs(target);
        }
        List<Path> files = new ArrayList<>(List.of(module.get().classes()));
        SortedMap<String, String> names = new TreeMap<>();
        names.put("own", module.get().ownJar().fileName());
        for (RuntimeJar jar : module.get().runtimeJars()) {
            files.add(jar.file());
            names.put(jar.groupId() + ":" + jar.fileName(), String.valueOf(jar.fromReactor()));
        }
        return new BuildInputs(files, names);
    }

    @Override
    public void build(BuildTarget target, Path folder) throws IOException {
        Optional<BuildOutput> module = module(target);
        if (module.isPresent()) {
            mirror.write(layout(target, module.get()), folder);
        } else if (Files.isRegularFile(target.code().path().resolve("pom.xml"))) {
            throw new InvalidTemplateException(Problem.error(
                    target.code().mark(),
                    target.id() + ": " + target.code().written() + " is a Maven module that is not part of this build",
                    "run Maven on the parent project (with -pl also -am), or add the module to its <modules>"));
        } else {
            plain.build(target, folder);
        }
    }

    /** The jars made on the way are shared by all targets. */
    private synchronized ArtifactLayout layout(BuildTarget target, BuildOutput module) throws IOException {
        return target.layer() ? layouts.layer(module) : layouts.function(module);
    }

    private synchronized Optional<BuildOutput> module(BuildTarget target) {
        return modules.moduleAt(target.code().path());
    }
}
