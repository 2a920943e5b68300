package io.github.sammaven.core.build.jvm;

/** How the classes and jars of a function lie in its artifact. Layers always hold jars, in {@code java/lib/}. */
public enum JavaLayout {
    /** Classes at the root, jars in {@code lib/}, as SAM CLI has it. */
    LIB,
    /**
     * The classes and resources of all jars at the root, merged. Lambda loads them from a folder, where what a
     * multi-release jar holds for later Java versions is not seen.
     */
    EXPLODED,
    /** All of it in one jar file, which is the artifact. Lambda unpacks it, so that it runs as {@link #EXPLODED} does. */
    JAR
}
