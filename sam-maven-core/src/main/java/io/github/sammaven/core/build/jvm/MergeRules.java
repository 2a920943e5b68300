package io.github.sammaven.core.build.jvm;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What becomes of files when jars are merged, by their names. */
final class MergeRules {

    private static final Pattern SIGNATURE =
            Pattern.compile("META-INF/(?:[^/]+\\.(?:SF|RSA|DSA|EC)|SIG-[^/]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MODULE_INFO = Pattern.compile("(?:META-INF/versions/\\d+/)?module-info\\.class");
    private static final Set<String> JOINED = Set.of(
            "META-INF/spring.factories", "META-INF/spring.handlers", "META-INF/spring.schemas", "reference.conf");

    private MergeRules() {}

    static boolean isSignature(String name) {
        return SIGNATURE.matcher(name).matches();
    }

    /** Signatures and indexes are about one jar alone, and so is its module descriptor. */
    static boolean isLeftOut(String name) {
        return isSignature(name)
                || name.equals("META-INF/INDEX.LIST")
                || MODULE_INFO.matcher(name).matches();
    }

    /** Lists of services and the like, where each jar adds its lines to those of the others. */
    static boolean isJoined(String name) {
        return isServices(name)
                || JOINED.contains(name)
                || name.startsWith("META-INF/spring/") && name.endsWith(".imports");
    }

    /** In these a line counts once. */
    static boolean isServices(String name) {
        return name.startsWith("META-INF/services/");
    }

    /** Files that most jars have and no code depends on: which of them stays does not matter. */
    static boolean isPaperwork(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        String last = upper.substring(upper.lastIndexOf('/') + 1);
        return upper.startsWith("META-INF/MAVEN/")
                || upper.equals("META-INF/MANIFEST.MF")
                || last.startsWith("LICENSE")
                || last.startsWith("NOTICE")
                || last.startsWith("DEPENDENCIES")
                || last.startsWith("README")
                || last.startsWith("CHANGES")
                || last.equals("PACKAGE-INFO.CLASS");
    }
}
