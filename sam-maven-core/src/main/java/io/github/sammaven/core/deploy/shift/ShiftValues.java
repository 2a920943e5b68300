package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.aws.TrafficRouting;
import io.github.sammaven.core.aws.TrafficRouting.Kind;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Values in a template as far as they are known before it is deployed. */
final class ShiftValues {

    private static final int ALL = 100;
    private static final Set<String> FUNCTIONS = Set.of("AWS::Serverless::Function", "AWS::Lambda::Function");

    private final Template template;
    private final TemplateResolver resolver;

    /**
     * A deployment configuration.
     *
     * @param name empty if only AWS knows it
     */
    record Config(String name, Optional<ShiftPace> pace) {}

    ShiftValues(Template template, TemplateResolver resolver) {
        this.template = template;
        this.resolver = resolver;
    }

    Optional<String> text(Node node) {
        return resolver.resolve(node).value().asText();
    }

    /** The branch of an {@code Fn::If} whose condition is known; anything else as it is. */
    Node chosen(Node node) {
        return Intrinsic.of(node)
                .filter(function -> function.is(Intrinsic.IF))
                .flatMap(function -> function.argument().asSequence())
                .map(SequenceNode::items)
                .filter(items -> items.size() == 3)
                .flatMap(items -> items.get(0)
                        .asText()
                        .flatMap(resolver::condition)
                        .map(holds -> chosen(items.get(holds ? 1 : 2))))
                .orElse(node);
    }

    /** A resource's logical id, or its name. */
    Optional<String> label(Node node) {
        Node chosen = chosen(node);
        return Intrinsic.isNoValue(chosen)
                ? Optional.empty()
                : named(chosen).map(ResourceName::text).or(() -> text(chosen));
    }

    /** A parameter is no resource: what counts is its value. */
    private Optional<ResourceName> named(Node node) {
        return ResourceName.of(node)
                .filter(name ->
                        !name.logicalId() || template.resource(name.text()).isPresent());
    }

    Optional<ResourceName> hook(MappingNode hooks, String key) {
        return hooks.get(key)
                .map(this::chosen)
                .filter(node -> !node.isNull() && !Intrinsic.isNoValue(node))
                .flatMap(node -> named(node)
                        .or(() -> text(node).map(text -> new ResourceName(false, ResourceName.functionName(text)))));
    }

    /** Those of the hooks whose name is known not to be one that CodeDeploy may call by its own policy. */
    List<ResourceName> uncallable(Optional<ResourceName> before, Optional<ResourceName> after) {
        return Stream.concat(before.stream(), after.stream())
                .distinct()
                .filter(hook -> nameOf(hook)
                        .filter(name -> !name.startsWith(HookHints.PREFIX))
                        .isPresent())
                .toList();
    }

    /** Without a {@code FunctionName}, CloudFormation makes one that begins with the name of the stack. */
    private Optional<String> nameOf(ResourceName hook) {
        if (!hook.logicalId()) {
            return Optional.of(hook.text());
        }
        Optional<MappingNode> function = template.resource(hook.text())
                .filter(resource ->
                        resource.text("Type").filter(FUNCTIONS::contains).isPresent());
        if (function.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node> name = function.flatMap(body -> body.mapping("Properties"))
                .flatMap(properties -> properties.get("FunctionName"));
        return name.isEmpty() ? Optional.of(hook.text()) : name.flatMap(this::text);
    }

    Config config(Optional<Node> name) {
        Optional<ResourceName> own = name.map(this::chosen).flatMap(this::named).filter(ResourceName::logicalId);
        if (own.isPresent()) {
            return new Config(own.get().text(), pace(own.get().text()));
        }
        String known = name.flatMap(this::text).orElse("");
        return new Config(ShiftPace.shortName(known), ShiftPace.of(known));
    }

    private Optional<ShiftPace> pace(String configId) {
        return template.resource(configId)
                .flatMap(resource -> resource.mapping("Properties"))
                .flatMap(properties -> properties.mapping("TrafficRoutingConfig"))
                .flatMap(this::routing)
                .map(ShiftPace::new);
    }

    private Optional<TrafficRouting> routing(MappingNode config) {
        String type = config.get("Type").flatMap(this::text).orElse("");
        if (type.equals("AllAtOnce")) {
            return Optional.of(new TrafficRouting(Kind.ALL_AT_ONCE, ALL, 0));
        }
        boolean canary = type.equals("TimeBasedCanary");
        String prefix = canary ? "Canary" : "Linear";
        return config.mapping("TimeBased" + prefix).flatMap(parts -> {
            List<Integer> numbers = List.of(prefix + "Percentage", prefix + "Interval").stream()
                    .flatMap(key -> parts.get(key).flatMap(this::text).stream())
                    .filter(text -> text.matches("[1-9]\\d{0,3}"))
                    .map(Integer::valueOf)
                    .toList();
            return numbers.size() == 2
                    ? Optional.of(
                            new TrafficRouting(canary ? Kind.CANARY : Kind.LINEAR, numbers.get(0), numbers.get(1)))
                    : Optional.empty();
        });
    }
}
