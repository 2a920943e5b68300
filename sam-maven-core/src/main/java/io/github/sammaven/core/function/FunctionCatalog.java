package io.github.sammaven.core.function;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.stack.Stack;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.Globals;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The functions and layers of a template, and of the stacks nested in it if it is made of their tree; SAM and plain ones
 * alike, in template order.
 */
public final class FunctionCatalog {

    private static final Set<String> FUNCTIONS = Set.of("AWS::Serverless::Function", "AWS::Lambda::Function");

    private final String home;
    private final List<LambdaFunction> functions;
    private final List<LambdaLayer> layers;
    private final List<String> excluded;
    private final List<Problem> problems;
    private final Map<String, String> samIds;
    private final Map<String, String> samNames;

    private FunctionCatalog(
            String home,
            List<LambdaFunction> functions,
            List<LambdaLayer> layers,
            List<String> excluded,
            List<Problem> problems,
            Map<String, String> samIds) {
        this.home = home;
        this.functions = List.copyOf(functions);
        this.layers = List.copyOf(layers);
        this.excluded = List.copyOf(excluded);
        this.problems = problems.stream().distinct().sorted().toList();
        this.samIds = Map.copyOf(samIds);
        this.samNames = samIds.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getValue, entry -> lastOf(entry.getKey()), (first, next) -> first));
    }

    /**
     * Those that exist with the given values. Never fails: what is wrong is in {@link #problems()}, and a default stands
     * in its place.
     */
    public static FunctionCatalog of(Template template, TemplateResolver resolver) {
        return of(StackTree.ofRoot(template, resolver));
    }

    /** Also those whose condition is false: other values may be given when the template is deployed. */
    public static FunctionCatalog ofAll(Template template, TemplateResolver resolver) {
        return ofAll(StackTree.ofRoot(template, resolver));
    }

    /** Those of all stacks that exist with the given values; never fails, as {@link #of(Template, TemplateResolver)}. */
    public static FunctionCatalog of(StackTree tree) {
        return read(tree, true);
    }

    /** Those of all stacks, also where a condition is false. */
    public static FunctionCatalog ofAll(StackTree tree) {
        return read(tree, false);
    }

    private static FunctionCatalog read(StackTree tree, boolean applyConditions) {
        List<LambdaFunction> functions = new ArrayList<>();
        List<LambdaLayer> layers = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<String, String> samIds = new HashMap<>();
        LayerReferences layerReferences = new LayerReferences(tree);
        for (Stack stack : tree.stacks()) {
            TemplateResolver resolver = stack.resolver();
            Globals globals = new Globals(stack.template());
            FunctionReader functionReader = new FunctionReader(stack, globals, layerReferences, problems);
            LayerReader layerReader = new LayerReader(stack, globals, problems);
            stack.template().section("Resources").forEach((id, node) -> {
                String type = typeOf(node);
                boolean layer = LayerReferences.LAYERS.contains(type);
                if (!layer && !FUNCTIONS.contains(type)) {
                    return;
                }
                MappingNode resource = node.asMapping().orElseThrow();
                if (applyConditions && !(stack.wanted() && isWanted(resource, resolver))) {
                    excluded.add(stack.idOf(id));
                } else if (layer) {
                    layers.add(layerReader.read(id, resource));
                } else {
                    functions.add(functionReader.read(id, resource));
                }
            });
            addSamIds(stack, samIds);
        }
        functions.forEach(function -> reportExcludedLayers(function, excluded, problems));
        return new FunctionCatalog("", functions, layers, excluded, problems, samIds);
    }

    private static boolean isWanted(MappingNode resource, TemplateResolver resolver) {
        return resource.text("Condition").flatMap(resolver::condition).orElse(true);
    }

    private static void reportExcludedLayers(LambdaFunction function, List<String> excluded, List<Problem> problems) {
        for (LayerReference layer : function.layers()) {
            if (layer instanceof LayerReference.InTemplate own && excluded.contains(own.id())) {
                problems.add(Problem.error(
                        function.mark(),
                        function.id() + ": the layer " + own.id() + " is not there, its condition is false",
                        "name it in an Fn::If with the same condition"));
            }
        }
    }

    private static String typeOf(Node resource) {
        return resource.asMapping().flatMap(mapping -> mapping.text("Type")).orElse("");
    }

    /** By path of {@code SamResourceId}s, in every stack that has one; what is named by its logical ids needs none. */
    private static void addSamIds(Stack stack, Map<String, String> samIds) {
        for (String logicalId : stack.template().section("Resources").keySet()) {
            String samId = stack.template()
                    .resource(logicalId)
                    .flatMap(resource -> resource.mapping("Metadata"))
                    .flatMap(metadata -> metadata.text("SamResourceId"))
                    .orElse(logicalId);
            if (!samId.equals(logicalId) || !stack.samPath().equals(stack.path())) {
                samIds.putIfAbsent(stack.samIdOf(samId), stack.idOf(logicalId));
            }
        }
    }

    /** Those whose condition is not false. */
    public List<LambdaFunction> functions() {
        return functions;
    }

    /** Those whose condition is not false. */
    public List<LambdaLayer> layers() {
        return layers;
    }

    /** Ids of all functions and layers, functions first, each in template order. */
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        functions.forEach(function -> ids.add(function.id()));
        layers.forEach(layer -> ids.add(layer.id()));
        return Collections.unmodifiableSet(ids);
    }

    /** Of {@link #ids()}, those whose code is on this machine; images have none. */
    public Set<String> idsOfLocalCode() {
        return Stream.concat(
                        functions.stream()
                                .filter(function -> function.code() instanceof CodeSource.Local)
                                .map(LambdaFunction::id),
                        layers.stream()
                                .filter(layer -> layer.code() instanceof CodeSource.Local)
                                .map(LambdaLayer::id))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Ids of the functions and layers that are left out because their condition is false. */
    public List<String> excluded() {
        return excluded;
    }

    /** What is wrong with the properties that were read, and what could not be known, sorted by place. */
    public List<Problem> problems() {
        return problems;
    }

    /** Those of one stack alone, which have no need of its path. */
    public FunctionCatalog inStack(String path) {
        return new FunctionCatalog(
                path,
                functions.stream()
                        .filter(function -> function.stack().equals(path))
                        .toList(),
                layers.stream().filter(layer -> layer.stack().equals(path)).toList(),
                excluded,
                problems,
                samIds);
    }

    /**
     * The best of {@link #functions(String)}: that with this path, else one that has it as a logical id,
     * {@code SamResourceId} or {@code FunctionName}; also by ARN, {@code account:function:name} and {@code name:alias}.
     */
    public Optional<LambdaFunction> function(String idOrName) {
        return functions(idOrName).stream().findFirst();
    }

    /**
     * Every function that may be meant: the one with this path alone; else all that have it as a logical id,
     * {@code SamResourceId} or {@code FunctionName}, those of the root first, then by path.
     */
    public List<LambdaFunction> functions(String idOrName) {
        List<LambdaFunction> found = find(idOrName);
        return found.isEmpty()
                ? FunctionIdentifier.parse(idOrName)
                        .map(identifier -> find(identifier.name()))
                        .orElse(List.of())
                : found;
    }

    /** A warning if several functions have this name. */
    public Optional<Problem> ambiguity(String idOrName) {
        List<LambdaFunction> found = functions(idOrName);
        if (found.size() < 2) {
            return Optional.empty();
        }
        String all = found.stream().map(LambdaFunction::id).collect(Collectors.joining(", "));
        return Optional.of(Problem.warning(
                found.get(0).mark(),
                found.size() + " functions are called " + idOrName + ": " + all + "; the first is taken",
                "name the one that is meant by its full path"));
    }

    private List<LambdaFunction> find(String name) {
        String path = home.isEmpty() ? name : home + "/" + name;
        Optional<LambdaFunction> exact = withId(path).or(() -> withId(samIds.getOrDefault(path, path)));
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        return functions.stream()
                .filter(function -> isCalled(function, name))
                .sorted(Comparator.comparing(
                                (LambdaFunction function) -> !function.stack().isEmpty())
                        .thenComparing(LambdaFunction::id, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Optional<LambdaFunction> withId(String id) {
        return functions.stream().filter(function -> function.id().equals(id)).findFirst();
    }

    private boolean isCalled(LambdaFunction function, String name) {
        return function.logicalId().equals(name)
                || function.functionName().equals(name)
                || name.equals(samNames.get(function.id()));
    }
}
