package io.github.sammaven.core.local.process;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The flags Lambda gives its Java runtimes, for a function's memory. */
final class JvmFlags {

    private static final long MAX_METASPACE_KB = 163_840;
    private static final long MAX_CODE_CACHE_KB = 81_920;
    /** Below this the JVM refuses to start. */
    private static final long MIN_CODE_CACHE_KB = 2_496;

    /** AWS's client loads a native library, of which the JVM would warn in every log. */
    private static final int FIRST_TO_WARN_OF_NATIVE_ACCESS = 24;

    private JvmFlags() {}

    /**
     * @param feature version of the JVM
     * @param toolOptions {@code JAVA_TOOL_OPTIONS} of the function: the JVM lets flags on the command line win over
     *     them, so a flag that is chosen there is left out here
     */
    static List<String> of(int memoryMb, int feature, String toolOptions) {
        long total = memoryMb * 1024L;
        long metaspace = Math.min(total / 10, MAX_METASPACE_KB);
        long codeCache = Math.max(Math.min(total / 20, MAX_CODE_CACHE_KB), MIN_CODE_CACHE_KB);
        long heap = total - metaspace - codeCache;
        List<String> flags = new ArrayList<>();
        addUnless(toolOptions, "-Xmx|-XX:MaxHeapSize=|-XX:MaxRAM", "-XX:MaxHeapSize=" + heap + "k", flags);
        addUnless(toolOptions, "-XX:MaxMetaspaceSize=", "-XX:MaxMetaspaceSize=" + metaspace + "k", flags);
        addUnless(toolOptions, "-XX:ReservedCodeCacheSize=", "-XX:ReservedCodeCacheSize=" + codeCache + "k", flags);
        addUnless(toolOptions, "-XX:\\+Use\\w+GC", "-XX:+UseSerialGC", flags);
        addUnless(
                toolOptions,
                "-XX:TieredStopAtLevel=|-XX:[+-]TieredCompilation|-Xint|-Xcomp",
                "-XX:TieredStopAtLevel=1",
                flags);
        addUnless(toolOptions, "-Xshare:", "-Xshare:auto", flags);
        flags.add("-XX:-UsePerfData");
        addUnless(toolOptions, "-Djava\\.net\\.preferIPv", "-Djava.net.preferIPv4Stack=true", flags);
        addUnless(toolOptions, "-Dfile\\.encoding=", "-Dfile.encoding=UTF-8", flags);
        if (feature >= FIRST_TO_WARN_OF_NATIVE_ACCESS) {
            flags.add("--enable-native-access=ALL-UNNAMED");
        }
        return flags;
    }

    private static void addUnless(String toolOptions, String chosen, String flag, List<String> flags) {
        if (!Pattern.compile("(^|\\s)(" + chosen + ")").matcher(toolOptions).find()) {
            flags.add(flag);
        }
    }
}
