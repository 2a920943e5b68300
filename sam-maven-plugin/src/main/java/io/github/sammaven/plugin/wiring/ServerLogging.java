package io.github.sammaven.plugin.wiring;

import java.util.List;

/** Keeps the banners of the HTTP server out of a build's log; Maven's logger takes levels from system properties. */
public final class ServerLogging {

    private static final String LEVEL_OF = "org.slf4j.simpleLogger.log.";
    private static final List<String> SERVERS = List.of("io.undertow", "org.xnio", "org.jboss.threads");

    private ServerLogging() {}

    /** Must be called before the first server is started. A level the user has set stays. */
    public static void onlyWarnings() {
        SERVERS.forEach(name -> System.getProperties().putIfAbsent(LEVEL_OF + name, "warn"));
    }
}
