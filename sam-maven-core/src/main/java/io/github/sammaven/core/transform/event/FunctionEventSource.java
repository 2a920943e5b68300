package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.transform.context.InvalidResourceException;

/** Connects functions to event sources of one type. */
@FunctionalInterface
public interface FunctionEventSource {

    /**
     * @param event its properties are known, complete and of the right kinds, as far as the property tables say
     * @throws InvalidResourceException if it can not be translated
     */
    EventResult translate(FunctionEvent event);
}
