package io.github.sammaven.core.stack;

import io.github.sammaven.core.problem.SourceMark;

/**
 * A nested stack whose template is not on this machine; what it declares is not known here.
 *
 * @param path of the stack, {@code Child/GrandChild}
 * @param location a URL, an application of the repository, or the expression that gives it
 * @param mark where the location is written
 */
public record RemoteStack(String path, String location, SourceMark mark) {}
