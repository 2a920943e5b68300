package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.transform.context.CloudFormationResource;
import java.util.List;

/** Lets event sources of one type start state machines. */
@FunctionalInterface
public interface StateMachineEventSource {

    /**
     * @param event its properties are known, complete and of the right kinds, as far as the property tables say
     * @return what the event generates, in order
     * @throws io.github.sammaven.core.transform.context.InvalidResourceException if it can not be translated
     */
    List<CloudFormationResource> translate(StateMachineEvent event);
}
