package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.generate.PolicyDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code DestinationConfig} of a polled source: where records go that the function failed on. */
final class FailureDestination {

    private static final String ON_FAILURE = "OnFailure";
    private static final String KAFKA = "Kafka";
    private static final Map<String, String> ACTIONS =
            Map.of("SQS", "sqs:SendMessage", "SNS", "sns:publish", "S3", "s3:PutObject");

    private final FunctionEvent event;

    FailureDestination(FunctionEvent event) {
        this.event = event;
    }

    /** As Lambda has it, without the {@code Type} that only SAM knows. */
    Optional<Node> config() {
        return event.given("DestinationConfig").map(node -> node.asMapping()
                .<Node>map(config -> config.with(ON_FAILURE, onFailure(config).without("Type")))
                .orElse(node));
    }

    private MappingNode onFailure(MappingNode config) {
        return config.mapping(ON_FAILURE)
                .orElseThrow(() -> event.invalid(
                        config.get(ON_FAILURE).orElse(config), "DestinationConfig.OnFailure must be a mapping", ""));
    }

    /** What the function's role needs to send there. */
    Optional<Node> policy() {
        return event.given("DestinationConfig")
                .flatMap(Node::asMapping)
                .map(this::onFailure)
                .filter(failure ->
                        failure.get("Type").filter(type -> !type.isNull()).isPresent())
                .flatMap(this::policy);
    }

    private Optional<Node> policy(MappingNode failure) {
        Node type = failure.get("Type").orElse(failure);
        String name = type.asText().orElse("");
        if (name.equals(KAFKA)) {
            return Optional.empty();
        }
        String action = ACTIONS.get(name);
        if (action == null) {
            throw event.invalid(type, "DestinationConfig.OnFailure.Type must be one of Kafka, S3, SNS, SQS", "");
        }
        Node target = failure.get("Destination").orElse(ScalarNode.string(""));
        List<Node> statements = name.equals("S3")
                ? List.of(
                        PolicyDocument.allow(action, Intrinsic.join("/", target, ScalarNode.string("*"))),
                        PolicyDocument.allow("s3:ListBucket", target))
                : List.of(PolicyDocument.allow(action, target));
        return Optional.of(
                PolicyDocument.named(event.logicalId() + name + "Policy", PolicyDocument.withoutVersion(statements)));
    }
}
