package io.github.sammaven.core.deploy.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.CannedAnswers;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.Prompt;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmGateTest {

    private static final ChangeSetReady CHANGES = new ChangeSetReady("orders", "eu-central-1", List.of());

    @Test
    void admitsWhatAPersonSaysYesTo() {
        assertThat(new ConfirmGate(new CannedAnswers("y")).admits(CHANGES)).isTrue();
    }

    @Test
    void closesWhenAPersonSaysAnythingElse() {
        assertThat(new ConfirmGate(new CannedAnswers("")).admits(CHANGES)).isFalse();
    }

    @Test
    void refusesWhenNobodyIsThere() {
        assertThatThrownBy(() -> new ConfirmGate(Prompt.NOBODY).admits(CHANGES))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("nobody is here")
                .hasMessageContaining("-Dsam.confirmChangeset=false");
    }
}
