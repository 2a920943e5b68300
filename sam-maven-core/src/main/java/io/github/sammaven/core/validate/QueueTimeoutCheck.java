package io.github.sammaven.core.validate;

import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A queue must hide a message at least as long as the function may work on it. */
final class QueueTimeoutCheck implements TemplateCheck {

    private static final long DEFAULT_SECONDS = 30;
    private static final String VISIBILITY = "VisibilityTimeout";

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (LambdaFunction function : subject.functions().functions()) {
            function.properties()
                    .mapping("Events")
                    .map(MappingNode::entries)
                    .orElse(Map.of())
                    .values()
                    .forEach(event -> queueOf(event)
                            .filter(id -> subject.typeOf(id)
                                    .filter("AWS::SQS::Queue"::equals)
                                    .isPresent())
                            .ifPresent(id -> compare(subject, function, id, problems)));
        }
        return problems;
    }

    private static Optional<String> queueOf(Node event) {
        return event.asMapping()
                .filter(mapping -> mapping.text("Type").filter("SQS"::equals).isPresent())
                .flatMap(mapping -> mapping.mapping("Properties"))
                .flatMap(properties -> properties.get("Queue"))
                .flatMap(Intrinsic::of)
                .filter(call -> call.is(Intrinsic.GET_ATT))
                .flatMap(call -> call.argument().asSequence())
                .map(SequenceNode::items)
                .filter(items -> !items.isEmpty())
                .flatMap(items -> items.get(0).asText());
    }

    private static void compare(Subject subject, LambdaFunction function, String queue, List<Problem> problems) {
        MappingNode properties = subject.template()
                .resource(queue)
                .flatMap(resource -> resource.mapping("Properties"))
                .orElse(MappingNode.of(Map.of()));
        long seconds = DEFAULT_SECONDS;
        SourceMark mark = subject.template().resourceMark(queue);
        if (properties.has(VISIBILITY)) {
            Optional<String> text = subject.resolver()
                    .resolve(properties.get(VISIBILITY).get())
                    .value()
                    .asText();
            if (text.filter(value -> value.matches("[0-9]{1,9}")).isEmpty()) {
                return;
            }
            seconds = Long.parseLong(text.get());
            mark = properties.keyMark(VISIBILITY);
        }
        long needed = function.timeout().toSeconds();
        if (seconds < needed) {
            problems.add(Problem.warning(
                    mark,
                    "%s: visibility timeout %d s is shorter than %s's timeout of %d s"
                            .formatted(queue, seconds, function.logicalId(), needed),
                    "Messages may be handled twice; AWS advises at least 6 × the function timeout"));
        }
    }
}
