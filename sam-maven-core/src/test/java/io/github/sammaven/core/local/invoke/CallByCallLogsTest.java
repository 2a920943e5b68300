package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallByCallLogsTest {

    private final List<String> shown = new ArrayList<>();
    private final CallByCallLogs logs = new CallByCallLogs(shown::add);

    @Test
    void oneEnvironmentIsShownAsItGoesWithoutAName() {
        EnvironmentLog log = logs.open("Hello", 1);
        log.line("loading");
        log.callBegins();
        log.line("START");
        assertThat(shown).containsExactly("loading", "START");
    }

    @Test
    void callsAtTheSameTimeAreShownOneAfterTheOther() {
        EnvironmentLog one = logs.open("Hello", 1);
        EnvironmentLog two = logs.open("Hello", 2);
        EnvironmentLog three = logs.open("Hello", 3);
        List.of(one, two, three).forEach(EnvironmentLog::callBegins);
        one.line("a");
        two.line("b");
        three.line("c");
        one.line("a");
        three.line("c");
        three.callEnds();
        assertThat(shown).containsExactly("Hello#1 a", "Hello#1 a");
        one.callEnds();
        two.line("b");
        assertThat(shown).containsExactly("Hello#1 a", "Hello#1 a", "Hello#3 c", "Hello#3 c", "Hello#2 b", "Hello#2 b");
    }

    @Test
    void linesBetweenCallsDoNotHoldBackOthers() {
        EnvironmentLog one = logs.open("Hello", 1);
        EnvironmentLog two = logs.open("Hello", 2);
        two.line("loading");
        one.callBegins();
        one.line("a");
        two.line("loaded");
        one.line("a");
        one.callEnds();
        assertThat(shown).containsExactly("Hello#2 loading", "Hello#1 a", "Hello#1 a", "Hello#2 loaded");
    }

    @Test
    void environmentThatGoesLetsTheOthersSpeak() {
        EnvironmentLog one = logs.open("Hello", 1);
        EnvironmentLog two = logs.open("Hello", 2);
        one.callBegins();
        two.callBegins();
        one.line("a");
        two.line("b");
        one.close();
        two.line("b");
        assertThat(shown).containsExactly("Hello#1 a", "Hello#2 b", "b");
    }
}
