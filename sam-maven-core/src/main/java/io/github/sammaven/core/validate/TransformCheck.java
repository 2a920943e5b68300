package io.github.sammaven.core.validate;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.SamTransformer;
import io.github.sammaven.core.transform.context.PropertyTables;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.util.List;

/** What the SAM transform refuses. Code may still be on this machine. */
final class TransformCheck implements TemplateCheck {

    private static final String SAM = "AWS::Serverless-2016-10-31";

    private final SamTransformer transformer;

    TransformCheck(PropertyTables tables) {
        transformer = new SamTransformer(tables);
    }

    @Override
    public List<Problem> check(Subject subject) {
        if (!asksForSam(subject)) {
            return List.of();
        }
        return transformer
                .transform(
                        subject.template(),
                        TransformOptions.offline(
                                        subject.values().region(),
                                        subject.values().parameters())
                                .forValidation())
                .problems();
    }

    private static boolean asksForSam(Subject subject) {
        Node transform = subject.template().root().get("Transform").orElse(SequenceNode.of());
        boolean named = transform.asSequence().map(SequenceNode::items).orElse(List.of(transform)).stream()
                .anyMatch(each -> each.asText().filter(SAM::equals).isPresent());
        return named
                || subject.template().section("Resources").keySet().stream().anyMatch(id -> subject.typeOf(id)
                        .filter(type -> type.startsWith("AWS::Serverless::"))
                        .isPresent());
    }
}
