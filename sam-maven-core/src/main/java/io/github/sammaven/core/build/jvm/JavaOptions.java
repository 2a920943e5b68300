package io.github.sammaven.core.build.jvm;

/**
 * How Java functions are laid out.
 *
 * @param layout where classes and jars lie
 * @param shadedJar whether the jar that a module's own build puts together is taken in place of {@code layout}
 */
public record JavaOptions(JavaLayout layout, boolean shadedJar) {

    /** Classes and {@code lib/}, or the shaded jar if there is one. */
    public static final JavaOptions DEFAULT = new JavaOptions(JavaLayout.LIB, true);
}
