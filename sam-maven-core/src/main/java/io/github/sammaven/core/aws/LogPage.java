package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Optional;

/**
 * A part of the events that were asked for.
 *
 * @param events by time; may be empty although there is more
 * @param next what to ask on with; empty at the end
 */
public record LogPage(List<LogEvent> events, Optional<String> next) {

    public LogPage {
        events = List.copyOf(events);
    }
}
