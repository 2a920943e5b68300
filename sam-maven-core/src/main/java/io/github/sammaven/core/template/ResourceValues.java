package io.github.sammaven.core.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What resources of the template will be called, and their attributes as far as they follow from that. */
final class ResourceValues {

    private static final int MAX_NAME = 1024;

    private final Template template;
    private final LocalValues local;
    private final GeneratedResources generated;
    private final ResourceTypes types = new ResourceTypes();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> inProgress = new HashSet<>();

    ResourceValues(Template template, LocalValues local, GeneratedResources generated) {
        this.template = template;
        this.local = local;
        this.generated = generated;
    }

    boolean declares(String logicalId) {
        return template.section("Resources").containsKey(logicalId);
    }

    Set<String> ids() {
        return template.section("Resources").keySet();
    }

    /** What {@code Ref} gives. */
    Lookup reference(String logicalId, Evaluation in) {
        if (typeOf(logicalId).equals("AWS::Lambda::Alias")) {
            return Lookup.text(aliasArn(logicalId, in));
        }
        return Lookup.text(nameOf(logicalId, in));
    }

    Lookup attribute(String logicalId, String attribute, Evaluation in) {
        String type = typeOf(logicalId);
        Optional<String> pattern = types.pattern(type, attribute);
        if (pattern.isPresent()) {
            return Lookup.text(filled(pattern.get(), nameOf(logicalId, in)));
        }
        if (attribute.startsWith("Outputs.")) {
            return new Lookup.Unknown("it is an output of the nested stack " + logicalId);
        }
        return new Lookup.Unknown("the attribute exists only after deployment");
    }

    private String filled(String pattern, String name) {
        Partition partition = Partition.of(local.region());
        return pattern.replace("{partition}", partition.name())
                .replace("{region}", local.region())
                .replace("{account}", local.accountId())
                .replace("{suffix}", partition.urlSuffix())
                .replace("{name}", name);
    }

    private String typeOf(String logicalId) {
        return template.resource(logicalId)
                .flatMap(resource -> resource.text("Type"))
                .or(() -> generated.typeOf(logicalId))
                .orElse("");
    }

    /** The name the template gives, else the logical id; also where the name depends on itself. */
    private String nameOf(String logicalId, Evaluation in) {
        String known = names.get(logicalId);
        if (known != null) {
            return known;
        }
        if (!inProgress.add(logicalId)) {
            return logicalId;
        }
        String name = types.nameProperty(typeOf(logicalId))
                .flatMap(property -> text(logicalId, property, in))
                .filter(text -> !text.isEmpty() && text.length() <= MAX_NAME)
                .orElse(logicalId);
        inProgress.remove(logicalId);
        names.put(logicalId, name);
        return name;
    }

    private String aliasArn(String logicalId, Evaluation in) {
        String function = text(logicalId, "FunctionName", in).orElse(logicalId);
        String arn = function.startsWith("arn:")
                ? function
                : filled("arn:{partition}:lambda:{region}:{account}:function:{name}", function);
        return text(logicalId, "Name", in).map(alias -> arn + ":" + alias).orElse(arn);
    }

    private Optional<String> text(String logicalId, String property, Evaluation in) {
        return template.resource(logicalId)
                .flatMap(resource -> resource.mapping("Properties"))
                .flatMap(properties -> properties.get(property))
                .flatMap(value -> in.fork().known(value))
                .flatMap(Node::asText);
    }
}
