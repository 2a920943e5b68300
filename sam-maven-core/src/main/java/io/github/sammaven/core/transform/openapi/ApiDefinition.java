package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarKind;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The definition of one API while events and passes fill it; {@link #freeze()} gives the document. A change costs as much
 * as the path it concerns, whatever the number of paths. Not safe for threads.
 */
public final class ApiDefinition {

    static final String INTEGRATION = "x-amazon-apigateway-integration";
    static final String COMPONENTS = "components";

    private static final String SWAGGER = "swagger";
    private static final String OPENAPI = "openapi";
    private static final String PATHS = "paths";
    private static final Pattern OPENAPI_3 = Pattern.compile("3(\\.\\d){1,2}");

    private final MappingNode written;
    private final SourceMark mark;
    private final Map<String, Node> sections;
    private final Map<String, Node> paths;
    private final boolean usable;
    private @Nullable PolicySection policy;

    private ApiDefinition(MappingNode body) {
        written = body;
        mark = body.mark();
        usable = isDefinition(body);
        sections = new LinkedHashMap<>(body.entries());
        paths = new LinkedHashMap<>(
                body.mapping(PATHS).map(MappingNode::entries).orElse(Map.of()));
    }

    /** @param body any mapping; one that is no definition stays as it is */
    public static ApiDefinition of(MappingNode body) {
        return new ApiDefinition(body);
    }

    /** Whether it is a Swagger or OpenAPI 3 document, which passes can work on. */
    public boolean isUsable() {
        return usable;
    }

    /** @throws InvalidResourceException on the template, if the document is not {@link #isUsable()} */
    public ApiDefinition required() {
        if (!usable) {
            throw InvalidResourceException.ofTemplate(
                    mark,
                    "the definition of an API that is to be changed is no Swagger or OpenAPI 3 document",
                    "write it in DefinitionBody, with 'paths' and 'swagger' or 'openapi'");
        }
        return this;
    }

    private static boolean isDefinition(MappingNode document) {
        return document.mapping(PATHS).isPresent()
                && (BlankValue.given(document, SWAGGER).isPresent() || isOpenApi3(document.get(OPENAPI)));
    }

    /** Whether the document says that it is OpenAPI 3. */
    public boolean isOpenApi3() {
        return isOpenApi3(section(OPENAPI));
    }

    boolean isSwagger() {
        return sections.containsKey(SWAGGER);
    }

    /** Whether {@code version} is one of OpenAPI 3: {@code 3.d} or {@code 3.d.d}. */
    public static boolean isOpenApi3(Optional<? extends Node> version) {
        return version.flatMap(Node::asText)
                .filter(text -> OPENAPI_3.matcher(text).matches())
                .isPresent();
    }

    /** Turns a skeleton into OpenAPI of this version, {@code 3.0.1}. */
    public void switchToOpenApi(String version) {
        sections.remove(SWAGGER);
        sections.put(OPENAPI, ScalarNode.string(version));
    }

    /** Makes sure that the method is there; an empty one is added. */
    public void addMethod(Route route) {
        paths.putIfAbsent(route.path(), MappingNode.of(Map.of()));
        changePath(route.path(), item -> item.has(route.methodKey()) ? item : item.with(route.methodKey(), empty()));
    }

    /** Makes a path depend on a condition. */
    public void makeConditional(String path, String condition) {
        paths.computeIfPresent(path, (name, item) -> Intrinsic.ifElse(condition, item, Intrinsic.noValue()));
    }

    /** Whether an integration is set for the method: in each branch of the path, in any branch of the method. */
    public boolean hasIntegration(Route route) {
        if (!paths.containsKey(route.path())) {
            return false;
        }
        List<MappingNode> items = itemsOf(route.path());
        return !items.isEmpty()
                && items.stream().allMatch(item -> item.get(route.methodKey())
                        .filter(method -> Branches.of(method).stream().anyMatch(ApiDefinition::hasIntegration))
                        .isPresent());
    }

    /** What the method may stand for, in all branches; nothing if it is not there. */
    List<MappingNode> methods(Route route) {
        return paths.containsKey(route.path())
                ? itemsOf(route.path()).stream()
                        .flatMap(item -> item.get(route.methodKey()).stream())
                        .flatMap(method -> Branches.of(method).stream())
                        .flatMap(method -> method.asMapping().stream())
                        .toList()
                : List.of();
    }

    static boolean hasIntegration(Node method) {
        return method.asMapping()
                .flatMap(mapping -> BlankValue.given(mapping, INTEGRATION))
                .isPresent();
    }

    /** Sets the method of {@code route}, adding the path if need be. */
    void setMethod(Route route, Node method) {
        paths.putIfAbsent(route.path(), MappingNode.of(Map.of()));
        changePath(route.path(), item -> item.with(route.methodKey(), method));
    }

    List<String> paths() {
        return List.copyOf(paths.keySet());
    }

    boolean hasPath(String path) {
        return paths.containsKey(path);
    }

    /** The path item as it is, perhaps conditional. */
    MappingNode rawPath(String path) {
        return pathItem(path, path(path));
    }

    /** What is written at the path, of whatever kind. */
    Node path(String path) {
        return paths.getOrDefault(path, ScalarNode.ofNull(mark));
    }

    void setPath(String path, MappingNode item) {
        paths.put(path, item);
    }

    /** @throws InvalidResourceException on the template, if there are paths of another kind than a mapping */
    void requirePaths() {
        section(PATHS).filter(written -> written.asMapping().isEmpty()).ifPresent(written -> {
            throw InvalidResourceException.ofTemplate(
                    written.mark(), "'paths' of an API definition is " + written.kindName(), "a mapping is expected");
        });
    }

    /** @throws InvalidResourceException on the template, if a path is of another kind than a mapping */
    void requirePathItems() {
        paths.keySet().forEach(this::itemsOf);
    }

    Optional<Node> version() {
        return section(OPENAPI);
    }

    /** What the path may stand for. */
    List<MappingNode> itemsOf(String path) {
        return Branches.of(paths.get(path)).stream()
                .map(item -> pathItem(path, item))
                .toList();
    }

    /** Changes the path, in each of its branches. */
    void changePath(String path, UnaryOperator<MappingNode> change) {
        paths.put(path, Branches.map(paths.get(path), item -> change.apply(pathItem(path, item))));
    }

    Optional<Node> section(String name) {
        return Optional.ofNullable(sections.get(name)).filter(value -> !value.isNull());
    }

    void setSection(String name, Node value) {
        sections.put(name, value);
    }

    void removeSection(String name) {
        sections.remove(name);
    }

    /** A section that must be a mapping if it is there. */
    MappingNode mappingSection(String name) {
        return mapping(name, section(name));
    }

    private static MappingNode mapping(String name, Optional<Node> written) {
        return written.filter(value -> !value.isNull())
                .map(value -> value.asMapping()
                        .orElseThrow(() -> InvalidResourceException.ofTemplate(
                                value.mark(),
                                "'%s' of an API definition is %s".formatted(name, value.kindName()),
                                "a mapping is expected")))
                .orElseGet(ApiDefinition::empty);
    }

    /** Sets an entry of a section that is a mapping. */
    void define(String section, String name, Node value) {
        sections.put(section, mappingSection(section).with(name, value));
    }

    /** The resource policy, to be added to. */
    PolicySection policy() {
        PolicySection current = policy;
        if (current == null) {
            current = new PolicySection(mappingSection(PolicySection.SECTION));
            policy = current;
        }
        return current;
    }

    /** Sets entries of a section that is a mapping. */
    void defineAll(String section, Map<String, ? extends Node> values) {
        Map<String, Node> entries = new LinkedHashMap<>(mappingSection(section).entries());
        entries.putAll(values);
        sections.put(section, MappingNode.of(entries));
    }

    /** Sets entries of a mapping in {@code components}. */
    void defineComponents(String kind, Map<String, ? extends Node> values) {
        MappingNode components = mappingSection(COMPONENTS);
        Map<String, Node> entries = new LinkedHashMap<>(
                mapping(COMPONENTS + "." + kind, components.get(kind)).entries());
        entries.putAll(values);
        sections.put(COMPONENTS, components.with(kind, MappingNode.of(entries)));
    }

    /** Gives a path another name; it replaces a path that has that name. */
    void renamePath(String path, String name) {
        Node item = paths.remove(path);
        if (item != null) {
            paths.put(name, item);
        }
    }

    /** The document as it is now. */
    public MappingNode freeze() {
        Map<String, Node> document = new LinkedHashMap<>(sections);
        if (document.get(PATHS) instanceof MappingNode) {
            document.put(PATHS, MappingNode.of(paths));
        }
        if (policy != null) {
            document.put(PolicySection.SECTION, policy.section());
        }
        return written.withEntries(document);
    }

    static MappingNode empty() {
        return MappingNode.of(Map.of());
    }

    private static MappingNode pathItem(String path, Node item) {
        return item.asMapping()
                .orElseThrow(() -> InvalidResourceException.ofTemplate(
                        item.mark(),
                        "path '%s' of an API definition is %s".formatted(path, item.kindName()),
                        "a path is a mapping of methods"));
    }

    static boolean isText(Node node) {
        return node instanceof ScalarNode scalar && scalar.kind() == ScalarKind.STRING;
    }
}
