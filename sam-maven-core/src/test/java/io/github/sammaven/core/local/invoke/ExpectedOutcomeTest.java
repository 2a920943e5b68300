package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExpectedOutcomeTest {

    private static InvocationResult result(String payload, String error) {
        return new InvocationResult(
                "id",
                payload.getBytes(StandardCharsets.UTF_8),
                "application/json",
                false,
                Optional.of(error).filter(text -> !text.isEmpty()),
                new InvocationResult.Report(Optional.empty(), Duration.ofMillis(700), 128, OptionalInt.of(90)),
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

    @Test
    void statusAndHeadersAreThoseOfAnAnswerToAnApi() {
        ExpectedOutcome expected = ExpectedOutcome.answer(new ExpectedAnswer(
                Optional.empty(),
                OptionalInt.of(201),
                new TreeMap<>(Map.of("content-type", "text/plain", "Set-Cookie", "b=2", "X-Size", "3"))));
        String answer = """
                {"statusCode": "201", "headers": {"Content-Type": "text/plain", "x-size": 3},
                 "multiValueHeaders": {"set-cookie": ["a=1", "b=2"]}}
                """;
        assertThat(check(expected, answer, "")).isEmpty();
        assertThat(check(expected, "{\"statusCode\": 500, \"headers\": {\"SET-COOKIE\": \"c\"}}", ""))
                .containsExactly(
                        "/statusCode: expected 201, was 500",
                        "header Set-Cookie: expected b=2, was c",
                        "header X-Size: expected 3, is missing",
                        "header content-type: expected text/plain, is missing");
        assertThat(check(expected, "[]", "")).hasSize(4).contains("/statusCode: expected 201, is missing");
    }

    @Test
    void figuresAreComparedWithTheirLimits() {
        ExpectedOutcome cheap = figures(Duration.ofMillis(700), 90);
        assertThat(check(cheap, "1", "")).isEmpty();
        assertThat(check(figures(Duration.ofMillis(500), 64), "1", ""))
                .containsExactly(
                        "duration: expected at most 500.00 ms, was 700.00 ms",
                        "memory used: expected at most 64 MB, was 90 MB");
    }

    @Test
    void memoryThatIsNotKnownIsNotTakenForLittle() {
        assertThat(new ExpectedFigures(Optional.empty(), OptionalInt.of(64))
                        .check(new InvocationResult.Report(Optional.empty(), Duration.ZERO, 128, OptionalInt.empty())))
                .extracting(Problem::message)
                .containsExactly("memory used: expected at most 64 MB, is not known on this system");
    }

    @Test
    void errorsAreCountedWithTheOtherDifferences() {
        ExpectedOutcome expected = new ExpectedOutcome(
                ExpectedAnswer.ANY,
                Optional.empty(),
                false,
                new ExpectedFigures(Optional.of(Duration.ofMillis(1)), OptionalInt.empty()));
        assertThat(check(expected, "{}", "X")).hasSize(2);
    }

    @Test
    void functionMayFailWhereNothingElseIsExpected() {
        assertThat(check(
                        new ExpectedOutcome(ExpectedAnswer.ANY, Optional.empty(), true, ExpectedFigures.ANY),
                        "{\"errorType\":\"X\"}",
                        "X"))
                .isEmpty();
        assertThat(check(
                        new ExpectedOutcome(
                                ExpectedAnswer.containing("1"), Optional.empty(), true, ExpectedFigures.ANY),
                        "{\"errorType\":\"X\"}",
                        "X"))
                .hasSize(1);
    }

    @Test
    void expectationThatIsNotJsonIsRefused() {
        assertThatThrownBy(() -> ExpectedAnswer.containing("{oops"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("The expected answer is not valid JSON: {oops");
    }

    private static ExpectedOutcome figures(Duration duration, int megabytes) {
        return new ExpectedOutcome(
                ExpectedAnswer.ANY,
                Optional.empty(),
                false,
                new ExpectedFigures(Optional.of(duration), OptionalInt.of(megabytes)));
    }
}
