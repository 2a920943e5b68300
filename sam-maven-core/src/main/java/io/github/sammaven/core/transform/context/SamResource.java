package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.List;
import java.util.Optional;

/**
 * A resource of an {@code AWS::Serverless::} type, about to be translated.
 *
 * @param logicalId its key in {@code Resources}
 * @param type its full type
 * @param body the whole entry as written
 * @param properties its properties with {@code Globals} merged in
 * @param mark where the logical id is written
 */
public record SamResource(String logicalId, String type, MappingNode body, MappingNode properties, SourceMark mark) {

    private static final List<String> PASS_THROUGH = List.of("Condition", "DeletionPolicy", "UpdateReplacePolicy");
    private static final String DEPENDS_ON = "DependsOn";
    private static final List<String> MAIN =
            List.of(DEPENDS_ON, "Condition", "DeletionPolicy", "UpdateReplacePolicy", "Metadata", "UpdatePolicy");

    /** The value of a property; null counts as absent. */
    public Optional<Node> get(String property) {
        return properties.get(property).filter(value -> !value.isNull());
    }

    /** The value of a property that says something: false, 0 and what is empty count as absent, as null does. */
    public Optional<Node> given(String property) {
        return properties.get(property).filter(value -> !BlankValue.is(value));
    }

    /** The value of a resource attribute such as {@code DependsOn}; null counts as absent. */
    public Optional<Node> attribute(String name) {
        return body.get(name).filter(value -> !value.isNull());
    }

    public Optional<String> condition() {
        return body.text("Condition");
    }

    /** The resource that stands for this one: it carries all attributes. */
    public CloudFormationResource main(String id, String resourceType, MappingNode resourceProperties) {
        return carrying(MAIN, id, resourceType, resourceProperties);
    }

    /** A resource beside the main one: it carries {@code Condition}, {@code DeletionPolicy}, {@code UpdateReplacePolicy}. */
    public CloudFormationResource beside(String id, String resourceType, MappingNode resourceProperties) {
        return carrying(PASS_THROUGH, id, resourceType, resourceProperties);
    }

    private CloudFormationResource carrying(
            List<String> attributes, String id, String resourceType, MappingNode resourceProperties) {
        MappingNode.Builder entry =
                MappingNode.builder(body.mark()).put("Type", resourceType).put("Properties", resourceProperties);
        attributes.stream()
                .filter(name ->
                        !name.equals(DEPENDS_ON) || BlankValue.given(body, name).isPresent())
                .forEach(name -> entry.copy(body, name));
        return new CloudFormationResource(id, entry.build());
    }

    /** What is wrong with this resource as a whole. */
    public InvalidResourceException invalid(String message, String suggestion) {
        return invalidAt(mark, message, suggestion);
    }

    /** What is wrong with a part of it; {@code message} starts without the logical id. */
    public InvalidResourceException invalid(Node part, String message, String suggestion) {
        return invalidAt(part.mark().isKnown() ? part.mark() : mark, message, suggestion);
    }

    /** As {@link #invalid(Node, String, String)}, but reported under the id of what it would have become. */
    public InvalidResourceException invalidAs(String id, Node part, String message, String suggestion) {
        SourceMark place = part.mark().isKnown() ? part.mark() : mark;
        return InvalidResourceException.of(id, place, logicalId + ": " + message, suggestion);
    }

    private InvalidResourceException invalidAt(SourceMark place, String message, String suggestion) {
        return InvalidResourceException.of(logicalId, place, logicalId + ": " + message, suggestion);
    }
}
