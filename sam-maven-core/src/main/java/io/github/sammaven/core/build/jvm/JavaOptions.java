package io.github.sammaven.core.build.jvm;

import java.util.Set;

/**
 * How Java functions are laid out.
 *
 * @param layout where classes and jars lie
 * @param shadedJar whether the jar that a module's own build puts together is taken in place of {@code layout}
 * @param split ids of the functions whose third-party jars are in a layer, and not in the function itself
 */
public record JavaOptions(JavaLayout layout, boolean shadedJar, Set<String> split) {

    /** Classes and {@code lib/}, or the shaded jar if there is one. */
    public static final JavaOptions DEFAULT = new JavaOptions(JavaLayout.LIB, true, Set.of());

    public JavaOptions {
        split = Set.copyOf(split);
    }

    public JavaOptions withSplit(Set<String> functions) {
        return new JavaOptions(layout, shadedJar, functions);
    }
}
