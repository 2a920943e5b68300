package io.github.sammaven.core.build.jvm;

import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.folder.FolderMirror;
import io.github.sammaven.core.build.folder.FolderPruning;
import io.github.sammaven.core.build.jvm.bytecode.Duplicates;
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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Java and Kotlin modules of the running build: what Maven has compiled and resolved is laid out, nothing is built. */
public final class JavaWorkflow implements BuildWorkflow {

    private static final String OWN_CLASSES = "the code of the function";

    private final JavaModules modules;
    private final FolderContent content;
    private final JavaLayouts layouts;
    private final JavaOptions options;
    private final EventSink events;
    private final FolderMirror mirror = new FolderMirror();

    /**
     * @param modules the modules of the running build
     * @param content tells what is in a folder of classes
     * @param jarFolder where jars of modules are kept from run to run
     * @param options how functions are laid out
     * @param events receives warnings
     */
    public JavaWorkflow(
            JavaModules modules, FolderContent content, Path jarFolder, JavaOptions options, EventSink events) {
        this.modules = modules;
        this.content = content;
        this.layouts = new JavaLayouts(content, jarFolder);
        this.options = options;
        this.events = events;
    }

    /**
     * Whether the code is Java that Maven builds: the runtime is a Java one, or nothing is said of a layer's runtime, no
     * other way to build it is asked for, and a module or at least a pom is there.
     */
    public boolean takes(BuildTarget target) {
        boolean java = target.runtime().startsWith("java")
                || target.layer() && target.runtime().isEmpty();
        boolean asked = target.method()
                .map(method -> method.equals("maven") || method.startsWith("java"))
                .orElse(true);
        return java
                && asked
                && (hasPom(target) || modules.moduleAt(target.code().path()).isPresent());
    }

    private static boolean hasPom(BuildTarget target) {
        return Files.isRegularFile(target.code().path().resolve("pom.xml"));
    }

    /** Where the code comes from, as messages show it: the module's name. */
    public String source(BuildTarget target) {
        return module(target).module();
    }

    @Override
    public BuildInputs inputs(BuildTarget target) {
        BuildOutput module = module(target);
        List<Path> files = new ArrayList<>();
        files.add(module.classes());
        module.runtimeJars().forEach(jar -> files.add(jar.file()));
        SortedMap<String, String> settings = new TreeMap<>();
        if (!target.layer()) {
            settings.put("javaLayout", options.layout().name());
            shadedJar(module).ifPresent(jar -> {
                files.add(jar);
                settings.put("shadedJar", jar.getFileName().toString());
            });
        }
        for (RuntimeJar jar : module.runtimeJars()) {
            settings.put("jar " + jar.groupId() + " " + jar.fileName(), Boolean.toString(jar.fromReactor()));
        }
        return new BuildInputs(files, settings);
    }

    @Override
    public void build(BuildTarget target, Path folder) throws IOException {
        BuildOutput module = module(target);
        if (target.layer()) {
            mirror.write(layouts.layer(module), folder);
            return;
        }
        Optional<Path> shaded = shadedJar(module);
        if (shaded.isPresent()) {
            writeShaded(shaded.get(), artifact(target, folder));
        } else if (options.layout() == JavaLayout.LIB) {
            mirror.write(layouts.function(module), folder);
        } else {
            writeMerged(target, module, folder);
        }
    }

    /** What in the folder is the artifact: the folder itself, or with {@link JavaLayout#JAR} the jar in it. */
    @Override
    public Path artifact(BuildTarget target, Path folder) {
        boolean jar = !target.layer() && options.layout() == JavaLayout.JAR;
        return jar ? folder.resolve(module(target).module() + ".jar") : folder;
    }

    private BuildOutput module(BuildTarget target) {
        BuildOutput module = modules.moduleAt(target.code().path())
                .orElseThrow(() -> new InvalidTemplateException(Problem.error(
                        target.code().mark(),
                        target.id() + ": " + target.code().written()
                                + " is a Maven module that is not part of this build",
                        "run Maven on the parent project (with -pl also -am), or add the module to its <modules>")));
        return DependencyLayers.hasLayer(target.metadata()) ? module.withoutThirdParty() : module;
    }

    private Optional<Path> shadedJar(BuildOutput module) {
        return options.shadedJar() ? module.shadedJar() : Optional.empty();
    }

    private void writeShaded(Path jar, Path artifact) throws IOException {
        try (MergedClasses classes = new MergedClasses(content)) {
            classes.addJar(jar.getFileName().toString(), jar);
            write(classes, artifact);
        }
    }

    private void writeMerged(BuildTarget target, BuildOutput module, Path folder) throws IOException {
        try (MergedClasses classes = new MergedClasses(content)) {
            classes.addFolder(OWN_CLASSES, module.classes());
            for (Map.Entry<String, RuntimeJar> jar :
                    JarNames.unique(module.runtimeJars()).entrySet()) {
                classes.addJar(jar.getKey(), jar.getValue().file());
            }
            write(classes, artifact(target, folder));
            warn(target, classes.duplicates());
        }
    }

    private void write(MergedClasses classes, Path artifact) throws IOException {
        if (options.layout() == JavaLayout.JAR) {
            new FolderPruning().keep(Set.of(artifact), artifact.getParent());
            new MergedJar().write(classes, artifact);
        } else {
            new MergedFolder().write(classes.entries(), artifact);
        }
    }

    private void warn(BuildTarget target, Duplicates duplicates) {
        for (String sentence : duplicates.sentences()) {
            events.accept(new Warning(Problem.warning(
                    target.code().mark(),
                    target.id() + ": " + sentence,
                    "exclude one of the two in the pom, or keep the jars apart with sam.javaLayout=lib")));
        }
    }
}
