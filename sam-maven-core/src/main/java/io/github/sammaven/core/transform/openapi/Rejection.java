package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.InvalidResourceException;

/** Puts what is wrong down to the resource or event that wrote it: {@code resource::invalid}, {@code event::invalid}. */
@FunctionalInterface
public interface Rejection {

    /**
     * @param part what is wrong; its place is shown
     * @param message continues a sentence that names the resource or event
     * @param suggestion the way out; empty if the message says it all
     */
    InvalidResourceException of(Node part, String message, String suggestion);
}
