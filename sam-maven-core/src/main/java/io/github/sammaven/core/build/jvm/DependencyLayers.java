package io.github.sammaven.core.build.jvm;

import io.github.sammaven.core.build.folder.ArtifactLayout;
import io.github.sammaven.core.build.folder.FolderMirror;
import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Puts the third-party jars of Java functions into layers, so that a change of code is a small upload. Functions with
 * the same jars share a layer. The changed template says all that the later steps need to know. Those of nested stacks keep their jars: their templates are not changed.
 */
public final class DependencyLayers {

    /** Lambda quota, layers of a function. */
    private static final int MAX_LAYERS = 5;

    private static final String LAYERS = "Layers";
    private static final String METADATA = "Metadata";

    /** Key in a function's metadata that names the layer with its third-party jars. */
    private static final String MARK = "DependencyLayer";

    private final JavaModules modules;
    private final JavaOptions options;
    private final Path folder;
    private final FolderMirror mirror = new FolderMirror();

    /**
     * @param modules the modules of the running build
     * @param options how functions are laid out; a function that takes its shaded jar is not split
     * @param folder receives the layers, and holds nothing else afterwards
     */
    public DependencyLayers(JavaModules modules, JavaOptions options, Path folder) {
        this.modules = modules;
        this.options = options;
        this.folder = folder;
    }

    /**
     * Writes the layers' content and adds them to the template.
     *
     * @param catalog the functions of {@code template}
     */
    public SplitTemplate split(Template template, FunctionCatalog catalog) {
        Map<String, DependencyLayer> layers = new LinkedHashMap<>();
        Map<String, String> layerOf = new HashMap<>();
        List<Problem> warnings = new ArrayList<>();
        for (LambdaFunction function : catalog.functions()) {
            List<RuntimeJar> jars = thirdParty(function);
            Optional<String> obstacle = jars.isEmpty() ? Optional.empty() : obstacle(function);
            if (obstacle.isPresent()) {
                warnings.add(Problem.warning(
                        function.mark(), function.id() + " keeps its third-party jars: " + obstacle.get(), ""));
            } else if (!jars.isEmpty()) {
                String id = DependencyLayer.idOf(jars);
                boolean serverless = isServerless(template, function);
                layers.merge(
                        id,
                        new DependencyLayer(jars, new TreeSet<>(List.of(function.runtime())), serverless),
                        DependencyLayer::together);
                layerOf.put(function.logicalId(), id);
            }
        }
        write(layers);
        return new SplitTemplate(changed(template, layers, layerOf), warnings);
    }

    /** Whether the third-party jars of a function with this metadata are in a layer, and not in the function itself. */
    static boolean hasLayer(MappingNode metadata) {
        return metadata.has(MARK);
    }

    private List<RuntimeJar> thirdParty(LambdaFunction function) {
        boolean ofMaven = function.metadata()
                .text("BuildMethod")
                .map(method -> method.equals("maven") || method.startsWith("java"))
                .orElse(true);
        if (!function.stack().isEmpty()
                || !ofMaven
                || !function.runtime().startsWith("java")
                || !(function.code() instanceof CodeSource.Local code)) {
            return List.of();
        }
        return modules.moduleAt(code.path())
                .filter(module -> !options.shadedJar() || module.shadedJar().isEmpty())
                .map(BuildOutput::thirdParty)
                .orElse(List.of());
    }

    private static Optional<String> obstacle(LambdaFunction function) {
        Optional<Node> written = function.properties().get(LAYERS);
        if (written.isEmpty() || written.get().isNull()) {
            return Optional.empty();
        }
        Optional<SequenceNode> list = written.get().asSequence();
        if (list.isEmpty()) {
            return Optional.of("its Layers are no list that one can be added to");
        }
        return list.get().items().size() < MAX_LAYERS
                ? Optional.empty()
                : Optional.of("it has " + list.get().items().size() + " of " + MAX_LAYERS + " layers");
    }

    private static boolean isServerless(Template template, LambdaFunction function) {
        return template.resource(function.logicalId())
                .flatMap(resource -> resource.text("Type"))
                .filter(type -> type.startsWith("AWS::Serverless::"))
                .isPresent();
    }

    private void write(Map<String, DependencyLayer> layers) {
        Map<String, Path> files = new HashMap<>();
        layers.forEach((id, layer) ->
                JarNames.unique(layer.jars()).forEach((name, jar) -> files.put(id + "/java/lib/" + name, jar.file())));
        try {
            mirror.write(ArtifactLayout.of(files), folder);
        } catch (IOException failed) {
            throw new SamException("layers cannot be written to " + folder + ": " + failed.getMessage(), "", failed);
        }
    }

    private Template changed(Template template, Map<String, DependencyLayer> layers, Map<String, String> layerOf) {
        if (layers.isEmpty()) {
            return template;
        }
        MappingNode resources = template.root().mapping("Resources").orElseThrow();
        for (Map.Entry<String, String> use : layerOf.entrySet()) {
            MappingNode function = resources.mapping(use.getKey()).orElseThrow();
            resources = resources.with(use.getKey(), withLayer(function, use.getValue()));
        }
        for (Map.Entry<String, DependencyLayer> layer : layers.entrySet()) {
            String content = template.folder()
                    .relativize(folder.resolve(layer.getKey()))
                    .toString()
                    .replace(folder.getFileSystem().getSeparator(), "/");
            resources = resources.with(layer.getKey(), layer.getValue().resource(content));
        }
        return template.withRoot(template.root().with("Resources", resources));
    }

    /** Behind the function's own layers; those of the Globals come before all in any case. */
    private static MappingNode withLayer(MappingNode function, String layerId) {
        MappingNode properties = function.mapping("Properties")
                .orElseGet(() -> MappingNode.builder(function.mark()).build());
        List<Node> layers = new ArrayList<>(
                properties.sequence(LAYERS).map(SequenceNode::items).orElse(List.of()));
        layers.add(Intrinsic.ref(layerId));
        MappingNode metadata = function.mapping(METADATA)
                .orElseGet(() -> MappingNode.builder(function.mark()).build());
        return function.with("Properties", properties.with(LAYERS, SequenceNode.of(layers)))
                .with(METADATA, metadata.with(MARK, ScalarNode.string(layerId)));
    }
}
