package io.github.sammaven.core.function;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.Globals;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions and layers of a template, SAM and plain ones alike, in template order. */
public final class FunctionCatalog {

    private static final Set<String> FUNCTIONS = Set.of("AWS::Serverless::Function", "AWS::Lambda::Function");
    private static final Set<String> LAYERS = Set.of("AWS::Serverless::LayerVersion", "AWS::Lambda::LayerVersion");

    private final List<LambdaFunction> functions;
    private final List<LambdaLayer> layers;
    private final List<String> excluded;
    private final List<Problem> problems;
    private final Map<String, String> samIds;

    private FunctionCatalog(
            List<LambdaFunction> functions,
            List<LambdaLayer> layers,
            List<String> excluded,
            List<Problem> problems,
            Map<String, String> samIds) {
        this.functions = List.copyOf(functions);
        this.layers = List.copyOf(layers);
        this.excluded = List.copyOf(excluded);
        this.problems = problems.stream().distinct().sorted().toList();
        this.samIds = samIds;
    }

    /**
     * Those that exist with the given values. Never fails: what is wrong is in {@link #problems()}, and a default stands
     * in its place.
     */
    public static FunctionCatalog of(Template template, TemplateResolver resolver) {
        return read(template, resolver, true);
    }

    /** Also those whose condition is false: other values may be given when the template is deployed. */
    public static FunctionCatalog ofAll(Template template, TemplateResolver resolver) {
        return read(template, resolver, false);
    }

    private static FunctionCatalog read(Template template, TemplateResolver resolver, boolean applyConditions) {
        List<LambdaFunction> functions = new ArrayList<>();
        List<LambdaLayer> layers = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> layerIds = template.section("Resources").entrySet().stream()
                .filter(resource -> LAYERS.contains(typeOf(resource.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        Globals globals = new Globals(template);
        FunctionReader functionReader = new FunctionReader(template, globals, resolver, layerIds, problems);
        LayerReader layerReader = new LayerReader(template, globals, resolver, problems);
        template.section("Resources").forEach((id, node) -> {
            String type = typeOf(node);
            boolean layer = LAYERS.contains(type);
            if (!layer && !FUNCTIONS.contains(type)) {
                return;
            }
            MappingNode resource = node.asMapping().orElseThrow();
            if (applyConditions
                    && resource.text("Condition")
                            .flatMap(resolver::condition)
                            .filter(truth -> !truth)
                            .isPresent()) {
                excluded.add(id);
            } else if (layer) {
                layers.add(layerReader.read(id, resource));
            } else {
                functions.add(functionReader.read(id, resource));
            }
        });
        functions.forEach(function -> reportExcludedLayers(function, excluded, problems));
        return new FunctionCatalog(functions, layers, excluded, problems, samIds(template));
    }

    private static void reportExcludedLayers(LambdaFunction function, List<String> excluded, List<Problem> problems) {
        for (LayerReference layer : function.layers()) {
            if (layer instanceof LayerReference.InTemplate own && excluded.contains(own.logicalId())) {
                problems.add(Problem.error(
                        function.mark(),
                        function.logicalId() + ": the layer " + own.logicalId()
                                + " is not there, its condition is false",
                        "name it in an Fn::If with the same condition"));
            }
        }
    }

    private static String typeOf(Node resource) {
        return resource.asMapping().flatMap(mapping -> mapping.text("Type")).orElse("");
    }

    private static Map<String, String> samIds(Template template) {
        return template.section("Resources").keySet().stream()
                .flatMap(id -> template
                        .resource(id)
                        .flatMap(resource -> resource.mapping("Metadata"))
                        .flatMap(metadata -> metadata.text("SamResourceId"))
                        .map(samId -> Map.entry(samId, id))
                        .stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (first, next) -> first));
    }

    /** Those whose condition is not false. */
    public List<LambdaFunction> functions() {
        return functions;
    }

    /** Those whose condition is not false. */
    public List<LambdaLayer> layers() {
        return layers;
    }

    /** Logical ids of the functions and layers that are left out because their condition is false. */
    public List<String> excluded() {
        return excluded;
    }

    /** What is wrong with the properties that were read, and what could not be known, sorted by place. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * The function with this logical id, {@code SamResourceId} or {@code FunctionName}, tried in that order; also by ARN,
     * {@code account:function:name} and {@code name:alias}.
     */
    public Optional<LambdaFunction> function(String idOrName) {
        return find(idOrName)
                .or(() -> FunctionIdentifier.parse(idOrName).flatMap(identifier -> find(identifier.name())));
    }

    private Optional<LambdaFunction> find(String name) {
        return Stream.of(name, samIds.getOrDefault(name, name))
                .flatMap(id -> functions.stream()
                        .filter(function -> function.logicalId().equals(id)))
                .findFirst()
                .or(() -> functions.stream()
                        .filter(function -> function.functionName().equals(name))
                        .findFirst());
    }
}
