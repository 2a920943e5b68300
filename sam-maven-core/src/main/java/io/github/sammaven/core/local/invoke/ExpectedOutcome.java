package io.github.sammaven.core.local.invoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a call should give.
 *
 * @param answer what the answer must be like, also that of an expected error
 * @param error how the call must fail; empty if it must not
 * @param mayFail whether it may fail in any way if neither an answer nor an error is expected
 * @param figures what it may cost
 */
public record ExpectedOutcome(
        ExpectedAnswer answer, Optional<ExpectedError> error, boolean mayFail, ExpectedFigures figures) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The handler returns, with whatever. */
    public static final ExpectedOutcome SUCCESS = answer(ExpectedAnswer.ANY);

    /** The handler returns something that contains this JSON. */
    public static ExpectedOutcome answer(String json) {
        return answer(ExpectedAnswer.containing(json));
    }

    /** The handler returns this. */
    public static ExpectedOutcome answer(ExpectedAnswer answer) {
        return new ExpectedOutcome(answer, Optional.empty(), false, ExpectedFigures.ANY);
    }

    /** The call fails with an error whose type and message contain these texts. */
    public static ExpectedOutcome error(String type, String message) {
        return new ExpectedOutcome(
                ExpectedAnswer.ANY,
                Optional.of(new ExpectedError(Optional.of(type), Optional.of(message))),
                false,
                ExpectedFigures.ANY);
    }

    /** One problem for each difference; none if all is as expected. */
    public List<Problem> check(InvocationResult result) {
        boolean failed = result.functionError().isPresent();
        List<Problem> problems = new ArrayList<>();
        if (error.isPresent() && !failed) {
            problems.add(Difference.sentence("expected an error, was " + Difference.shorten(result.payloadText())));
        } else if (error.isEmpty() && failed && !(mayFail && answer.isAny())) {
            problems.add(Difference.sentence(
                    "expected an answer, was the error " + Difference.shorten(result.payloadText())));
        } else {
            Optional<JsonNode> actual = parse(result);
            error.ifPresent(expected -> problems.addAll(expected.check(actual, result.functionError())));
            problems.addAll(answer.check(actual, result.payloadText()));
        }
        problems.addAll(figures.check(result.report()));
        return problems;
    }

    private static Optional<JsonNode> parse(InvocationResult result) {
        try {
            JsonNode node = MAPPER.readTree(result.payload());
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
