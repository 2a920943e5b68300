package io.github.sammaven.core.template;

import java.util.List;
import java.util.Optional;

/** Names that are not in {@code Resources} but will be once CloudFormation has expanded the template. */
public final class GeneratedResources {

    private static final String SERVERLESS = "AWS::Serverless::";
    private static final int MAX_ID = 255;
    private static final List<String> SHARED = List.of(
            "ServerlessRestApi", "ServerlessHttpApi", "ServerlessDeploymentApplication", "CodeDeployServiceRole");

    private final Template template;
    private final boolean open;

    public GeneratedResources(Template template) {
        this.template = template;
        this.open = hasLoop(template) || hasMacro(template);
    }

    private static boolean hasLoop(Template template) {
        return template.section("Resources").keySet().stream().anyMatch(key -> key.startsWith("Fn::"));
    }

    private static boolean hasMacro(Template template) {
        Node transform = template.root().get("Transform").orElse(SequenceNode.of());
        return transform.asSequence().map(SequenceNode::items).orElse(List.of(transform)).stream()
                .anyMatch(GeneratedResources::isMacro);
    }

    private static boolean isMacro(Node transform) {
        String name = transform.asText().orElse("");
        return !name.equals("AWS::Serverless-2016-10-31") && !name.equals("AWS::LanguageExtensions");
    }

    /** Whether a macro or a loop may make {@code name}, so that nobody can say offline that it is missing. */
    public boolean mayHave(String name) {
        return open || SHARED.stream().anyMatch(name::startsWith) || owner(name).isPresent();
    }

    /** The type of the resource SAM makes under this name, as far as it follows from the name. */
    Optional<String> typeOf(String name) {
        return owner(name).filter(owner -> name.equals(owner + "Role")).map(owner -> "AWS::IAM::Role");
    }

    /** The SAM resource whose logical id {@code name} begins with; SAM appends words in camel case, or hashes. */
    private Optional<String> owner(String name) {
        for (int end = Math.min(name.length(), MAX_ID) - 1; end > 0; end--) {
            if (Character.isLowerCase(name.charAt(end))) {
                continue;
            }
            String id = name.substring(0, end);
            Optional<String> type = template.resource(id).flatMap(resource -> resource.text("Type"));
            if (type.filter(known -> known.startsWith(SERVERLESS)).isPresent()) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }
}
