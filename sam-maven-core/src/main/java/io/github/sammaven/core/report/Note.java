package io.github.sammaven.core.report;

/**
 * A plain line.
 *
 * @param text one line, complete in itself
 */
public record Note(String text) implements SamEvent {}
