package io.github.sammaven.core.local.container;

/**
 * How a container ended.
 *
 * @param status exit status of its first process, 128 and the number of the signal if one ended it
 * @param outOfMemory whether something in it was ended because it wanted more memory than it may have
 */
public record ContainerExit(int status, boolean outOfMemory) {}
