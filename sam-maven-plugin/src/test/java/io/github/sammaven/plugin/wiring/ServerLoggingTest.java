package io.github.sammaven.plugin.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerLoggingTest {

    private static final String UNDERTOW = "org.slf4j.simpleLogger.log.io.undertow";
    private static final String XNIO = "org.slf4j.simpleLogger.log.org.xnio";

    @AfterEach
    void forgetLevels() {
        System.clearProperty(UNDERTOW);
        System.clearProperty(XNIO);
    }

    @Test
    void serversOnlyWarnButALevelTheUserHasSetStays() {
        System.setProperty(UNDERTOW, "debug");
        ServerLogging.onlyWarnings();

        assertThat(System.getProperty(UNDERTOW)).isEqualTo("debug");
        assertThat(System.getProperty(XNIO)).isEqualTo("warn");
    }
}
