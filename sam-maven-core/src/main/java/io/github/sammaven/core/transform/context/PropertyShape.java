package io.github.sammaven.core.transform.context;

/**
 * Which block describes what is inside a property.
 *
 * @param block name of the block, or what it begins with if {@code byType}
 * @param each whether it describes the values of the mapping, or the items of the list, and not the mapping itself
 * @param byType whether the block's name ends with the value's own {@code Type}
 */
record PropertyShape(String block, boolean each, boolean byType) {}
