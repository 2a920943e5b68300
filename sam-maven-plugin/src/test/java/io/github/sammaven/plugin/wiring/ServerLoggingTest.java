package io.github.sammaven.plugin.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerLoggingTest {

    private static final String UNDERTOW = "org.slf4j.simpleLogger.log.io.undertow";
    private static final String XNIO = "org.slf4j.simpleLogger.log.org.xnio";

    private static final String DOCKER = "org.slf4j.simpleLogger.log.com.github.dockerjava";

    private Properties before;

    @BeforeEach
    void keepProperties() {
        before = (Properties) System.getProperties().clone();
        System.clearProperty(UNDERTOW);
        System.clearProperty(XNIO);
        System.clearProperty(DOCKER);
    }

    @AfterEach
    void restoreProperties() {
        System.setProperties(before);
    }

    @Test
    void serversOnlyWarn() {
        ServerLogging.onlyWarnings(new Properties());

        assertThat(System.getProperty(UNDERTOW)).isEqualTo("warn");
        assertThat(System.getProperty(XNIO)).isEqualTo("warn");
        assertThat(System.getProperty(DOCKER)).isEqualTo("off");
    }

    @Test
    void levelTheUserHasSetStays() {
        System.setProperty(UNDERTOW, "debug");
        ServerLogging.onlyWarnings(new Properties());

        assertThat(System.getProperty(UNDERTOW)).isEqualTo("debug");
    }

    @Test
    void levelIsThatOfTheOtherLoggerInMaven4() {
        Properties maven = new Properties();
        maven.setProperty("maven.version", "4.0.0");
        ServerLogging.onlyWarnings(maven);

        assertThat(System.getProperty("maven.logger.log.org.xnio")).isEqualTo("warn");
        assertThat(System.getProperty(XNIO)).isNull();
    }
}
