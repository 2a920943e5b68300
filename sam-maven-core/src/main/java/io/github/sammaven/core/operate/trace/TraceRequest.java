package io.github.sammaven.core.operate.trace;

import io.github.sammaven.core.operate.stack.DeployedResource;
import io.github.sammaven.core.operate.stack.StackCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which traces are wanted.
 *
 * @param ids those alone; none for all of a time
 * @param from first time
 * @param to last time
 * @param filters X-Ray filter expressions, of which one must be met; none for all of the account
 */
public record TraceRequest(List<String> ids, Instant from, Instant to, List<String> filters) {

    /** Expressions are refused beyond 2,000 characters. */
    private static final int MAX_EXPRESSION = 1_900;

    public TraceRequest {
        ids = List.copyOf(ids);
        filters = List.copyOf(filters);
    }

    /** Expressions for traces that one of the stack's functions or state machines has a part in. */
    public static List<String> filtersOf(StackCatalogue catalogue) {
        Stream<String> services =
                catalogue.ofType("AWS::Lambda::Function").stream().map(DeployedResource::physicalId);
        Stream<String> machines = catalogue.ofType("AWS::StepFunctions::StateMachine").stream()
                .map(machine -> machine.physicalId().replaceFirst(".*:", ""));
        StringBuilder expression = new StringBuilder();
        Stream.Builder<String> expressions = Stream.builder();
        for (String name : Stream.concat(services, machines).distinct().toList()) {
            String term = "service(\"" + name + "\")";
            if (expression.length() + term.length() > MAX_EXPRESSION) {
                expressions.add(expression.toString());
                expression.setLength(0);
            }
            expression.append(expression.length() == 0 ? "" : " OR ").append(term);
        }
        Optional.of(expression.toString()).filter(text -> !text.isEmpty()).ifPresent(expressions::add);
        return expressions.build().collect(Collectors.toList());
    }
}
