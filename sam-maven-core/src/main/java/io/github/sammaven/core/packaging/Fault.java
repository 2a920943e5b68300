package io.github.sammaven.core.packaging;

/**
 * Why a path gives no archive.
 *
 * @param clause goes on after the name of the property, {@code refers to a folder that ...}
 * @param suggestion what to do about it; may be empty
 */
record Fault(String clause, String suggestion) {}
