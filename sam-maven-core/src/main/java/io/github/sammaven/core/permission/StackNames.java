package io.github.sammaven.core.permission;

import io.github.sammaven.core.stack.Stack;
import io.github.sammaven.core.stack.StackReferences;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Resolution;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.SubText;
import io.github.sammaven.core.template.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What names and ARNs of a stack's resources will be: as far as they are known before the deployment, with {@code *} for
 * the rest. Region, account and partition stay <code>${AWS::Region}</code> and so on.
 */
final class StackNames {

    private static final String ANY = "*";

    /** So many values are told apart; more are as good as any. */
    private static final int MAX_VALUES = 16;

    private static final Set<String> KEPT = Set.of("AWS::Region", "AWS::AccountId", "AWS::Partition", "AWS::URLSuffix");

    private final Stack stack;
    private final Template template;
    private final String stackName;
    private final ResourceKinds kinds;
    private final StackReferences references;
    private final Function<String, StackNames> others;
    private final Set<String> inProgress = new HashSet<>();

    /**
     * @param stack as it is written
     * @param template what the SAM transform makes of it
     * @param stackName may end in {@code *}
     * @param others names of another stack, by its path
     */
    StackNames(
            Stack stack,
            Template template,
            String stackName,
            ResourceKinds kinds,
            StackReferences references,
            Function<String, StackNames> others) {
        this.stack = stack;
        this.template = template;
        this.stackName = stackName;
        this.kinds = kinds;
        this.references = references;
        this.others = others;
    }

    Template template() {
        return template;
    }

    Stack stack() {
        return stack;
    }

    String stackName() {
        return stackName;
    }

    /** The names a resource may get. */
    List<String> names(String logicalId) {
        Optional<ResourceKind> kind = kindOf(logicalId);
        if (kind.isEmpty() || kind.get().nameProperty().isEmpty() || !inProgress.add(logicalId)) {
            return List.of(ANY);
        }
        try {
            List<String> given =
                    PropertyPath.values(
                                    template.resource(logicalId).orElseThrow(),
                                    kind.get().nameProperty().get())
                            .stream()
                            .flatMap(node -> texts(node).stream())
                            .toList();
            return given.isEmpty()
                    ? List.of(GeneratedNames.pattern(
                            stackName,
                            logicalId,
                            kind.get().maxName(),
                            kind.get().lowerCase()))
                    : given;
        } finally {
            inProgress.remove(logicalId);
        }
    }

    /** The ARNs that attributes such as {@code Arn} may have. */
    List<String> arns(String logicalId) {
        return kindOf(logicalId)
                .filter(kind -> !kind.arns().isEmpty())
                .map(kind -> new ArnPattern(this, logicalId).of(kind.arns().get(0), List.of()))
                .orElse(List.of(ANY));
    }

    private Optional<ResourceKind> kindOf(String logicalId) {
        return template.resource(logicalId)
                .flatMap(resource -> resource.text("Type"))
                .flatMap(kinds::of);
    }

    /** What an expression may come to; empty if it comes to nothing. */
    List<String> texts(Node node) {
        if (node.isNull() || Intrinsic.isNoValue(node)) {
            return List.of();
        }
        if (node.asText().isPresent()) {
            String text = node.asText().get();
            return List.of(text.contains("{{resolve:") ? ANY : text);
        }
        if (node.asSequence().isPresent()) {
            return node.asSequence().get().items().stream()
                    .flatMap(item -> texts(item).stream())
                    .toList();
        }
        return Intrinsic.of(node).map(this::texts).orElse(List.of(ANY));
    }

    private List<String> texts(Intrinsic call) {
        Node argument = call.argument();
        if (call.is(Intrinsic.REF)) {
            return argument.asText().map(this::reference).orElse(List.of(ANY));
        }
        if (call.is(Intrinsic.GET_ATT)) {
            return attribute(call.node(), argument);
        }
        if (call.is(Intrinsic.SUB)) {
            return substituted(argument);
        }
        List<Node> parts = argument.asSequence().map(SequenceNode::items).orElse(List.of());
        if (call.is(Intrinsic.IF) && parts.size() == 3) {
            return distinct(List.of(texts(parts.get(1)), texts(parts.get(2))));
        }
        if (call.is(Intrinsic.JOIN)
                && parts.size() == 2
                && parts.get(1).asSequence().isPresent()) {
            return joined(
                    parts.get(0).asText().orElse(""),
                    parts.get(1).asSequence().get().items());
        }
        return workedOut(call.node());
    }

    private List<String> reference(String name) {
        if (KEPT.contains(name)) {
            return List.of("${" + name + "}");
        }
        if (name.equals("AWS::StackName")) {
            return List.of(stackName);
        }
        if (name.equals("AWS::StackId")) {
            return List.of(ArnPattern.stack(stackName));
        }
        if (stack.template().section("Parameters").containsKey(name)) {
            return parameter(name);
        }
        return kindOf(name).filter(ResourceKind::refIsArn).isPresent() ? arns(name) : names(name);
    }

    private List<String> parameter(String name) {
        StackReferences.Origin origin = references.origin(stack, Intrinsic.ref(name));
        if (!origin.stack().path().equals(stack.path())) {
            return others.apply(origin.stack().path()).texts(origin.node());
        }
        return stack.resolver()
                .parameter(name)
                .map(this::texts)
                .filter(found -> found.stream().noneMatch(String::isEmpty))
                .orElse(List.of(ANY));
    }

    private List<String> attribute(Node call, Node argument) {
        StackReferences.Origin origin = references.origin(stack, call);
        if (!origin.stack().path().equals(stack.path())) {
            return others.apply(origin.stack().path()).texts(origin.node());
        }
        List<String> path = argument.asSequence()
                .map(items -> items.items().stream()
                        .flatMap(item -> item.asText().stream())
                        .toList())
                .or(() -> argument.asText().map(text -> List.of(text.split("\\.", 2))))
                .orElse(List.of());
        return path.size() == 2 ? attribute(path.get(0), path.get(1)) : List.of(ANY);
    }

    private List<String> attribute(String logicalId, String attribute) {
        Optional<ResourceKind> kind = kindOf(logicalId);
        if (attribute.equals("StreamArn")) {
            return arns(logicalId).stream().map(arn -> arn + "/stream/*").toList();
        }
        if (attribute.endsWith("Arn") || attribute.endsWith("ARN")) {
            return arns(logicalId);
        }
        boolean name = kind.flatMap(ResourceKind::nameProperty)
                .filter(attribute::equals)
                .isPresent();
        return name || attribute.equals("Name") ? names(logicalId) : List.of(ANY);
    }

    private List<String> substituted(Node argument) {
        List<Node> parts = argument.asSequence().map(SequenceNode::items).orElse(List.of(argument));
        MappingNode given = parts.size() > 1
                ? parts.get(1).asMapping().orElse(MappingNode.builder().build())
                : MappingNode.builder().build();
        List<List<String>> pieces = new ArrayList<>();
        for (SubText.Part part :
                SubText.parse(parts.get(0).asText().orElse("*")).parts()) {
            if (part instanceof SubText.Literal literal) {
                pieces.add(List.of(literal.text()));
            } else if (part instanceof SubText.Variable variable) {
                pieces.add(variable(variable, given));
            } else {
                pieces.add(List.of(ANY));
            }
        }
        return product(pieces);
    }

    private List<String> variable(SubText.Variable variable, MappingNode given) {
        Optional<Node> value = given.get(variable.name());
        if (value.isPresent()) {
            return texts(value.get());
        }
        return variable.attribute()
                .filter(attribute -> !variable.name().startsWith("AWS::"))
                .map(attribute -> texts(Intrinsic.getAtt(variable.head(), attribute)))
                .orElseGet(() -> reference(variable.name()));
    }

    private List<String> joined(String delimiter, List<Node> items) {
        List<List<String>> pieces = new ArrayList<>();
        for (Node item : items) {
            List<String> texts = texts(item);
            if (!texts.isEmpty()) {
                if (!pieces.isEmpty()) {
                    pieces.add(List.of(delimiter));
                }
                pieces.add(texts);
            }
        }
        return product(pieces);
    }

    /** Mappings and list functions, as long as they work on parameters only. */
    private List<String> workedOut(MappingNode call) {
        if (!worksOnParameters(call)) {
            return List.of(ANY);
        }
        Resolution resolution = stack.resolver().resolve(call);
        return resolution.isComplete() ? texts(resolution.value()) : List.of(ANY);
    }

    private boolean worksOnParameters(Node node) {
        Optional<Intrinsic> call = Intrinsic.of(node);
        if (call.isPresent() && call.get().is(Intrinsic.REF)) {
            return call.get()
                    .argument()
                    .asText()
                    .filter(name -> stack.path().isEmpty()
                                    && stack.template().section("Parameters").containsKey(name)
                            || name.equals("AWS::Region"))
                    .isPresent();
        }
        if (call.isPresent() && (call.get().is(Intrinsic.GET_ATT) || call.get().is(Intrinsic.SUB))) {
            return false;
        }
        return node.asMapping()
                .map(mapping -> mapping.entries().values().stream().allMatch(this::worksOnParameters))
                .or(() -> node.asSequence().map(list -> list.items().stream().allMatch(this::worksOnParameters)))
                .orElse(true);
    }

    static List<String> product(List<List<String>> pieces) {
        List<String> all = List.of("");
        for (List<String> piece : pieces) {
            List<String> options = piece.isEmpty() ? List.of("") : piece;
            if (all.size() * options.size() > MAX_VALUES) {
                options = List.of(ANY);
            }
            List<String> next = new ArrayList<>();
            for (String before : all) {
                for (String option : options) {
                    next.add(before + option);
                }
            }
            all = next;
        }
        return all.stream()
                .map(text -> text.replaceAll("\\*{2,}", "*"))
                .distinct()
                .toList();
    }

    private static List<String> distinct(List<List<String>> lists) {
        return lists.stream().flatMap(List::stream).distinct().toList();
    }

    /** Texts of what the resource says under a path. */
    List<String> textsAt(String logicalId, String path) {
        return template
                .resource(logicalId)
                .map(resource -> PropertyPath.values(resource, path))
                .orElse(List.of())
                .stream()
                .flatMap(node -> texts(node).stream())
                .distinct()
                .toList();
    }

    /** Of the transformed template. */
    Map<String, Node> resources() {
        return template.section("Resources");
    }
}
