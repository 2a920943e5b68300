package io.github.sammaven.core.transform.generate;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.Optional;

/** An entry of {@code Events} of a function or a state machine. */
public interface ResourceEvent {

    /** The resource that has the event. */
    SamResource owner();

    /** The id of the main resource of the event. */
    String logicalId();

    /** The value of a property; null counts as absent. */
    Optional<Node> get(String property);

    /** The value of a property for which a blank one counts as absent, too. */
    default Optional<Node> given(String property) {
        return get(property).filter(value -> !BlankValue.is(value));
    }

    /** What is wrong with a part of the event; {@code message} continues a sentence that names owner and event. */
    InvalidResourceException invalid(Node part, String message, String suggestion);

    /** A resource of the event; {@code suffix} follows the event's id. */
    default CloudFormationResource resource(String suffix, String type, MappingNode properties) {
        return owner().beside(logicalId() + suffix, type, properties);
    }
}
