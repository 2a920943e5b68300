package io.github.sammaven.core.operate.trace;

import io.github.sammaven.core.operate.stack.StackCatalogue;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which traces are wanted.
 *
 * @param ids those alone; none for all of a time
 * @param from first time
 * @param to last time
 * @param services what X-Ray calls the services of which one must have a part; none for all of the account
 */
public record TraceRequest(List<String> ids, Instant from, Instant to, Set<String> services) {

    /** Expressions are refused beyond 2,000 characters. */
    private static final int MAX_EXPRESSION = 1_900;

    public TraceRequest {
        ids = List.copyOf(ids);
        services = Collections.unmodifiableSet(new LinkedHashSet<>(services));
    }

    /** What X-Ray calls the functions and state machines of a stack. */
    public static Set<String> servicesOf(StackCatalogue catalogue) {
        Set<String> names = new LinkedHashSet<>();
        catalogue.ofType("AWS::Lambda::Function").forEach(function -> names.add(function.physicalId()));
        catalogue
                .ofType("AWS::StepFunctions::StateMachine")
                .forEach(machine -> names.add(machine.physicalId().replaceFirst(".*:", "")));
        return names;
    }

    /** X-Ray filter expressions, of which one must be met; none for all of the account. */
    List<String> filters() {
        StringBuilder expression = new StringBuilder();
        Stream.Builder<String> expressions = Stream.builder();
        for (String name : services) {
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
