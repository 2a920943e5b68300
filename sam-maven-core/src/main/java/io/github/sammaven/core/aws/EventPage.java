package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Optional;

/**
 * Some events of a stack.
 *
 * @param events newest first
 * @param next token of the page with older ones; empty if there are none
 */
public record EventPage(List<StackEvent> events, Optional<String> next) {

    public EventPage {
        events = List.copyOf(events);
    }
}
