package io.github.sammaven.core.build.jvm;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * One entry of a module's runtime class path.
 *
 * @param groupId Maven group id
 * @param artifactId Maven artifact id
 * @param version Maven version
 * @param classifier Maven classifier; empty if there is none
 * @param file a jar, or the classes folder of a module that is not packaged yet
 * @param fromReactor whether a module of the running build makes it, so that its bytes may change from run to run
 */
public record RuntimeJar(
        String groupId, String artifactId, String version, String classifier, Path file, boolean fromReactor)
        implements Comparable<RuntimeJar> {

    private static final Comparator<RuntimeJar> ORDER = Comparator.comparing(RuntimeJar::groupId)
            .thenComparing(RuntimeJar::artifactId)
            .thenComparing(RuntimeJar::version)
            .thenComparing(RuntimeJar::classifier);

    /** {@code artifact-version[-classifier].jar}. */
    public String fileName() {
        return artifactId + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
    }

    /** By coordinates. */
    @Override
    public int compareTo(RuntimeJar other) {
        return ORDER.compare(this, other);
    }
}
