package io.github.sammaven.plugin.wiring;

import java.util.List;
import java.util.Properties;

/** Keeps the banners of the HTTP server out of a build's log; Maven's logger takes levels from system properties. */
public final class ServerLogging {

    private static final List<String> SERVERS = List.of("io.undertow", "org.xnio", "org.jboss.threads");

    private ServerLogging() {}

    /**
     * Must be called before the first server is started. A level the user has set stays.
     *
     * @param maven properties of the Maven session, which tell its version
     */
    public static void onlyWarnings(Properties maven) {
        boolean beforeFour = maven.getProperty("maven.version", "3").startsWith("3");
        String levelOf = beforeFour ? "org.slf4j.simpleLogger.log." : "maven.logger.log.";
        SERVERS.forEach(name -> System.getProperties().putIfAbsent(levelOf + name, "warn"));
    }
}
