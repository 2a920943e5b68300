package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ExpectedOutcomeTest {

    private static InvocationResult result(String payload, String error) {
        return new InvocationResult(
                "id",
                payload.getBytes(StandardCharsets.UTF_8),
                "application/json",
                false,
                Optional.of(error).filter(text -> !text.isEmpty()),
                new InvocationResult.Report(Optional.empty(), Duration.ZERO, 128, OptionalInt.empty()),
                false);
    }

    private static List<String> check(ExpectedOutcome expected, String payload, String error) {
        return expected.check(result(payload, error)).stream()
                .map(Problem::message)
                .toList();
    }

    @Test
    void moreMembersThanExpectedAreFine() {
        ExpectedOutcome expected = ExpectedOutcome.answer("{\"statusCode\":200,\"list\":[{\"a\":1}]}");
        assertThat(check(expected, "{\"statusCode\":200.0,\"list\":[{\"a\":1,\"b\":2}],\"more\":true}", ""))
                .isEmpty();
    }

    @Test
    void everyDifferenceHasItsPointer() {
        ExpectedOutcome expected =
                ExpectedOutcome.answer("{\"statusCode\":200,\"a/b\":{\"x\":1},\"list\":[1,2],\"gone\":null}");
        assertThat(check(expected, "{\"statusCode\":502,\"a/b\":{\"x\":\"1\"},\"list\":[1]}", ""))
                .containsExactly(
                        "/statusCode: expected 200, was 502",
                        "/a~1b/x: expected 1, was \"1\"",
                        "/list: expected 2 elements, was 1",
                        "/gone: expected null, is missing");
    }

    @Test
    void errorIsNotAnAnswerAndTheOtherWayRound() {
        assertThat(check(ExpectedOutcome.SUCCESS, "{\"errorType\":\"X\"}", "X"))
                .containsExactly("expected an answer, was the error {\"errorType\":\"X\"}");
        assertThat(check(ExpectedOutcome.error("X", ""), "1", "")).containsExactly("expected an error, was 1");
    }

    @Test
    void errorIsComparedByTypeAndMessage() {
        String payload = "{\"errorType\":\"java.lang.IllegalStateException\",\"errorMessage\":\"no stock\"}";
        assertThat(check(ExpectedOutcome.error("IllegalState", "stock"), payload, "X"))
                .isEmpty();
        assertThat(check(ExpectedOutcome.error("IllegalArgument", "stock"), payload, "X"))
                .containsExactly("/errorType: expected text with IllegalArgument, was java.lang.IllegalStateException");
    }

    @Test
    void answerThatIsNotJsonIsADifference() {
        assertThat(check(ExpectedOutcome.answer("1"), "plain", "")).containsExactly("expected JSON, was plain");
    }
}
