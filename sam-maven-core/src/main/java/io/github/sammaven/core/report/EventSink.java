package io.github.sammaven.core.report;

/** Receives events, one at a time for each service but possibly from several threads. */
@FunctionalInterface
public interface EventSink {

    void accept(SamEvent event);
}
