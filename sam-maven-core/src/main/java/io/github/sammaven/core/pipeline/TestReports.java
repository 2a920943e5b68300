package io.github.sammaven.core.pipeline;

import java.util.List;

/** Where the builds leave JUnit reports. */
final class TestReports {

    static final List<String> GLOBS = List.of(
            "**/target/surefire-reports/*.xml", "**/target/failsafe-reports/*.xml", "**/target/sam/reports/*.xml");

    private TestReports() {}
}
