package io.github.sammaven.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.report.Prompt;
import java.util.Optional;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;

class TerminalPromptTest {

    /** The tests run without a terminal, as a build server does. */
    @Test
    void nobodyIsAskedWithoutATerminal() {
        Prompt prompt = TerminalPrompt.of(session(true));

        assertThat(prompt.interactive()).isFalse();
        assertThat(prompt.confirm("Deploy?")).isFalse();
        assertThat(prompt.ask("Stack", Optional.of("sam-app"))).contains("sam-app");
        assertThat(prompt.secret("Password")).isEmpty();
    }

    @Test
    void nobodyIsAskedInBatchMode() {
        assertThat(TerminalPrompt.of(session(false))).isSameAs(Prompt.NOBODY);
    }

    @SuppressWarnings("deprecation")
    private static MavenSession session(boolean interactive) {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest().setInteractiveMode(interactive);
        return new MavenSession(null, null, request, null);
    }
}
