package io.github.sammaven.core.local.process;

import java.util.List;

/** The JVM's share of a function's memory, divided as Lambda does. */
final class JvmMemory {

    private static final int MAX_METASPACE_KB = 163_840;
    private static final int MAX_CODE_CACHE_KB = 81_920;

    private JvmMemory() {}

    static List<String> flags(int memoryMb) {
        int all = memoryMb * 1024;
        int metaspace = Math.min(all / 10, MAX_METASPACE_KB);
        int codeCache = Math.min(all / 20, MAX_CODE_CACHE_KB);
        return List.of(
                "-XX:MaxHeapSize=" + (all - metaspace - codeCache) + "k",
                "-XX:MaxMetaspaceSize=" + metaspace + "k",
                "-XX:ReservedCodeCacheSize=" + codeCache + "k");
    }
}
