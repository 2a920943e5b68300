package io.github.sammaven.core.limits;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The time an API waits for a function, as events state it. */
final class IntegrationLimits {

    private static final String TIMEOUT = "TimeoutInMillis";

    private IntegrationLimits() {}

    static List<Problem> check(Template template) {
        List<Problem> problems = new ArrayList<>();
        template.section("Resources").keySet().forEach(id -> template.resource(id)
                .filter(resource -> resource.text("Type")
                        .filter("AWS::Serverless::Function"::equals)
                        .isPresent())
                .flatMap(resource -> resource.mapping("Properties"))
                .flatMap(properties -> properties.mapping("Events"))
                .map(MappingNode::entries)
                .orElse(Map.of())
                .forEach((name, event) -> check(id, name, event, problems)));
        return problems;
    }

    private static void check(String id, String name, Node event, List<Problem> problems) {
        String type = event.asMapping().flatMap(mapping -> mapping.text("Type")).orElse("");
        event.asMapping().flatMap(mapping -> mapping.mapping("Properties")).ifPresent(properties -> properties
                .text(TIMEOUT)
                .flatMap(FunctionLimits::wholeNumber)
                .ifPresent(millis -> check(id + ": event " + name + ": ", type, properties, millis, problems)));
    }

    private static void check(
            String subject, String type, MappingNode properties, long millis, List<Problem> problems) {
        Quota http = Quotas.HTTP_API_INTEGRATION_TIMEOUT;
        Quota rest = Quotas.REST_API_INTEGRATION_TIMEOUT;
        Quota minimum = Quotas.REST_API_INTEGRATION_TIMEOUT_MINIMUM;
        var mark = properties.keyMark(TIMEOUT);
        if (type.equals("HttpApi") && http.isExceededBy(millis)) {
            problems.add(Problem.error(mark, subject + http.exceeded(millis), http.shownSource()));
        } else if (type.equals("Api") && rest.isExceededBy(millis)) {
            problems.add(Problem.warning(mark, subject + rest.exceeded(millis), rest.shownSource()));
        } else if ((type.equals("Api") || type.equals("HttpApi")) && millis < minimum.value()) {
            problems.add(Problem.error(mark, subject + minimum.undercut(millis), minimum.shownSource()));
        }
    }
}
