package io.github.sammaven.core.operate.list;

/**
 * A resource of the template, deployed or not.
 *
 * @param path logical id behind those of the stacks it is nested in
 * @param physicalId empty if it is not deployed
 */
public record ListedResource(String path, String physicalId) {}
