package io.github.sammaven.core.build;

/**
 * The image of a function, in the container engine of this machine.
 *
 * @param id of the function
 * @param name of the image with its tag
 * @param source what it was made from, as shown
 */
public record BuiltImage(String id, String name, String source) {}
