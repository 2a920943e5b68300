package io.github.sammaven.core.local.process;

import java.util.ArrayList;
import java.util.List;

/** The flags Lambda gives its Java runtimes, for a function's memory. */
final class JvmFlags {

    private static final long MAX_METASPACE_KB = 163_840;
    private static final long MAX_CODE_CACHE_KB = 81_920;
    /** Below this the JVM refuses to start. */
    private static final long MIN_CODE_CACHE_KB = 2_496;

    /** AWS's client loads a native library, of which the JVM would warn in every log. */
    private static final int FIRST_TO_WARN_OF_NATIVE_ACCESS = 24;

    private JvmFlags() {}

    static List<String> of(int memoryMb) {
        long total = memoryMb * 1024L;
        long metaspace = Math.min(total / 10, MAX_METASPACE_KB);
        long codeCache = Math.max(Math.min(total / 20, MAX_CODE_CACHE_KB), MIN_CODE_CACHE_KB);
        long heap = total - metaspace - codeCache;
        List<String> flags = new ArrayList<>(List.of(
                "-XX:MaxHeapSize=" + heap + "k",
                "-XX:MaxMetaspaceSize=" + metaspace + "k",
                "-XX:ReservedCodeCacheSize=" + codeCache + "k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-Djava.net.preferIPv4Stack=true",
                "-Dfile.encoding=UTF-8"));
        if (Runtime.version().feature() >= FIRST_TO_WARN_OF_NATIVE_ACCESS) {
            flags.add("--enable-native-access=ALL-UNNAMED");
        }
        return flags;
    }
}
