package io.github.sammaven.core.build.jvm.bytecode;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the headers of the classes in one place say.
 *
 * @param classes checksum by file name of the class; 0 where it is only computed when asked for
 * @param newest the class of the highest version
 * @param oldestJava the lowest Java version of a class; 0 if there are no classes
 * @param preview a class that uses preview features, if there is one
 */
record ClassFacts(
        Map<String, Long> classes, Optional<ClassVersion> newest, int oldestJava, Optional<ClassVersion> preview) {

    /** Collects facts; {@link #build()} ends it. */
    static final class Collector {

        private final Map<String, Long> classes = new TreeMap<>();
        private Optional<ClassVersion> newest = Optional.empty();
        private Optional<ClassVersion> preview = Optional.empty();
        private int oldest;

        void add(String classFile, long checksum, byte[] header) {
            classes.put(classFile, checksum);
            ClassVersion.of(classFile, header).ifPresent(this::add);
        }

        private void add(ClassVersion version) {
            if (newest.isEmpty() || newest.get().java() < version.java()) {
                newest = Optional.of(version);
            }
            oldest = oldest == 0 ? version.java() : Math.min(oldest, version.java());
            if (version.preview() && preview.isEmpty()) {
                preview = Optional.of(version);
            }
        }

        /** Of a class whose version is known already. */
        void add(String classFile, long checksum) {
            classes.put(classFile, checksum);
        }

        /** With the versions that were found when the same classes were read before. */
        ClassFacts build(ClassFacts versions) {
            return new ClassFacts(classes, versions.newest, versions.oldestJava, versions.preview);
        }

        ClassFacts build() {
            return new ClassFacts(classes, newest, oldest, preview);
        }
    }

    /** Whether the class is loaded whatever Java runs: what is below {@code META-INF} is loaded by few or none. */
    static boolean counts(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF/") && !name.equals("module-info.class");
    }
}
