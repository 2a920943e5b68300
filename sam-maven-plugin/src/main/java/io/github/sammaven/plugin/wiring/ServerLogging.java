package io.github.sammaven.plugin.wiring;

import java.util.Map;
import java.util.Properties;

/**
 * Keeps the banners of the HTTP server out of a build's log, and stack traces of the container engine's client, whose
 * failures are told in our words. Maven's logger takes levels from system properties.
 */
public final class ServerLogging {

    private static final Map<String, String> LEVELS = Map.of(
            "io.undertow", "warn", "org.xnio", "warn", "org.jboss.threads", "warn", "com.github.dockerjava", "off");

    private ServerLogging() {}

    /**
     * Must be called before the first server is started or engine is asked. A level the user has set stays.
     *
     * @param maven properties of the Maven session, which tell its version
     */
    public static void onlyWarnings(Properties maven) {
        boolean beforeFour = maven.getProperty("maven.version", "3").startsWith("3");
        String levelOf = beforeFour ? "org.slf4j.simpleLogger.log." : "maven.logger.log.";
        LEVELS.forEach((name, level) -> System.getProperties().putIfAbsent(levelOf + name, level));
    }
}
