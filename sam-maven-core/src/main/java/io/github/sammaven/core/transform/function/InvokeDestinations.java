package io.github.sammaven.core.transform.function;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.GeneratedConditions;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import io.github.sammaven.core.transform.context.LogicalIds;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.generate.PolicyDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the destinations of asynchronous calls, and queues and topics where none is given. */
final class InvokeDestinations {

    /** What a type of destination needs to be allowed; the word it has in names of policies. */
    private record Kind(String action, String word) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "SQS", new Kind("sqs:SendMessage", "SQS"),
            "SNS", new Kind("sns:publish", "SNS"),
            "EventBridge", new Kind("events:PutEvents", "EventBridge"),
            "Lambda", new Kind("lambda:InvokeFunction", "Lambda"),
            "S3Bucket", new Kind("s3:PutObject", "S3"));

    private final SamResource function;
    private final String configId;
    private final GeneratedConditions conditions;

    InvokeDestinations(SamResource function, String configId, GeneratedConditions conditions) {
        this.function = function;
        this.configId = configId;
        this.conditions = conditions;
    }

    /** @param name {@code OnSuccess} or {@code OnFailure} */
    InvokeDestination of(String name, Node written) {
        MappingNode settings = written.asMapping()
                .orElseThrow(() -> function.invalid(
                        written,
                        "EventInvokeConfig.DestinationConfig.%s must be a mapping, this is %s"
                                .formatted(name, written.kindName()),
                        ""));
        Node typeNode = settings.get("Type")
                .filter(value -> !value.isNull())
                .orElseThrow(() -> function.invalid(
                        settings,
                        "EventInvokeConfig.DestinationConfig.%s needs a Type".formatted(name),
                        "one of EventBridge, Lambda, S3Bucket, SNS, SQS"));
        String type = typeNode.asText().orElse("");
        Kind kind = KINDS.get(type);
        if (kind == null) {
            throw function.invalid(
                    typeNode,
                    "EventInvokeConfig.DestinationConfig.%s.Type must be one of EventBridge, Lambda, S3Bucket, SNS, SQS"
                            .formatted(name),
                    NearestName.suggestion(type, KINDS.keySet()));
        }
        Optional<Node> given = settings.get("Destination").filter(value -> !value.isNull());
        boolean creatable = type.equals("SQS") || type.equals("SNS");
        if (given.isEmpty() && !creatable) {
            throw needsDestination(name, settings);
        }
        if (given.isEmpty()) {
            return made(name, type, kind, Optional.empty(), Optional.empty());
        }
        List<Node> operands = operands(given.get());
        boolean lacking = operands.stream().skip(1).filter(Intrinsic::isNoValue).count() == 1;
        if (lacking && !creatable) {
            throw needsDestination(name, given.get());
        }
        return creatable
                ? byCondition(name, type, kind, given.get(), operands)
                : new InvokeDestination(name, given.get(), policy(name, kind, given.get()), Optional.empty());
    }

    private InvalidResourceException needsDestination(String name, Node part) {
        return function.invalid(
                part,
                "EventInvokeConfig.DestinationConfig.%s needs a Destination".formatted(name),
                "only queues and topics are made where none is given");
    }

    /** What an {@code Fn::If} chooses from; empty if {@code given} is none. */
    private List<Node> operands(Node given) {
        Optional<Node> choice = Intrinsic.of(given)
                .filter(intrinsic -> intrinsic.is(Intrinsic.IF))
                .map(Intrinsic::argument);
        if (choice.isEmpty()) {
            return List.of();
        }
        return choice.flatMap(Node::asSequence)
                .map(SequenceNode::items)
                .filter(items -> items.size() == 3)
                .orElseThrow(() -> InvalidResourceException.of(
                        configId,
                        given.mark(),
                        configId + ": Fn::If of a Destination needs three operands",
                        "a condition, and a value for each case"));
    }

    /** A destination that is only given if a condition holds is made otherwise. */
    private InvokeDestination byCondition(String name, String type, Kind kind, Node given, List<Node> operands) {
        boolean noneIfTrue = !operands.isEmpty() && Intrinsic.isNoValue(operands.get(1));
        boolean noneIfFalse = !operands.isEmpty() && Intrinsic.isNoValue(operands.get(2));
        if (noneIfTrue == noneIfFalse) {
            return new InvokeDestination(name, given, policy(name, kind, given), Optional.empty());
        }
        String condition = operands.get(0).asText().orElse("");
        return noneIfTrue
                ? made(name, type, kind, Optional.of(condition), Optional.of(operands.get(2)))
                : made(
                        name,
                        type,
                        kind,
                        Optional.of(conditions.addNot(LogicalIds.notCondition(condition, configId), condition)),
                        Optional.of(operands.get(1)));
    }

    private InvokeDestination made(
            String name, String type, Kind kind, Optional<String> condition, Optional<Node> otherwise) {
        boolean queue = type.equals("SQS");
        String id = configId + name + (queue ? "Queue" : "Topic");
        Node arn = queue ? Intrinsic.getAtt(id, "Arn") : Intrinsic.ref(id);
        Node target = condition
                .<Node>map(holds -> Intrinsic.ifElse(holds, arn, otherwise.orElseGet(Intrinsic::noValue)))
                .orElse(arn);
        CloudFormationResource resource =
                function.beside(id, queue ? "AWS::SQS::Queue" : "AWS::SNS::Topic", MappingNode.of(Map.of()));
        return new InvokeDestination(
                name,
                target,
                policy(name, kind, target),
                Optional.of(condition
                        .map(holds -> resource.withAttribute("Condition", combined(holds)))
                        .orElse(resource)));
    }

    private String combined(String condition) {
        return function.condition()
                .map(own -> conditions.addAnd(
                        LogicalIds.andCondition(own, condition, function.logicalId()), own, condition))
                .orElse(condition);
    }

    private Node policy(String name, Kind kind, Node target) {
        List<Node> statements = kind.word().equals("S3")
                ? List.of(
                        PolicyDocument.allow(kind.action(), Intrinsic.join("/", target, ScalarNode.string("*"))),
                        PolicyDocument.allow("s3:ListBucket", target))
                : List.of(PolicyDocument.allow(kind.action(), target));
        return PolicyDocument.named(
                configId + name + kind.word() + "Policy", PolicyDocument.withoutVersion(statements));
    }
}
