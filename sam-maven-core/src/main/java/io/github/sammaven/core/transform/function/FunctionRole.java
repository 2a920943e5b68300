package io.github.sammaven.core.transform.function;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.generate.IamRole;
import io.github.sammaven.core.transform.generate.ManagedPolicyArns;
import io.github.sammaven.core.transform.generate.PolicyDocument;
import io.github.sammaven.core.transform.generate.RolePolicies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The role of a function: given, generated, or one of both by a condition. */
public final class FunctionRole {

    private static final Map<String, String> DEAD_LETTER_ACTIONS =
            Map.of("SQS", "sqs:SendMessage", "SNS", "sns:Publish");

    private final TransformContext context;
    private final RolePolicies policies;
    private final ManagedPolicyArns managed;
    private final FunctionProperties properties;

    public FunctionRole(TransformContext context, RolePolicies policies, ManagedPolicyArns managed) {
        this.context = context;
        this.policies = policies;
        this.managed = managed;
        this.properties = new FunctionProperties(context);
    }

    /**
     * What a function's {@code Role} comes to.
     *
     * @param arn value of {@code Role}
     * @param generated whether a role is made
     * @param condition the role is made on, besides the function's own
     */
    public record Decision(Node arn, boolean generated, Optional<String> condition) {}

    /** Policies that other parts of the function ask for. */
    public record Needs(List<String> managedPolicies, List<Node> policies) {}

    /** Policies are read even where a given role makes them useless: a wrong one is a mistake all the same. */
    public Decision decide(SamResource function) {
        policies.read(function);
        Node generatedArn = Intrinsic.getAtt(roleId(function), "Arn");
        Optional<Node> given = function.get("Role");
        if (given.isEmpty()) {
            return new Decision(generatedArn, true, Optional.empty());
        }
        if (!isTextOrFunction(given.get())) {
            throw function.invalid(
                    given.get(), "Role must be an ARN, this is " + given.get().kindName(), "");
        }
        Optional<SequenceNode> operands = Intrinsic.of(given.get())
                .filter(intrinsic -> intrinsic.is(Intrinsic.IF))
                .map(intrinsic -> context.parameters()
                        .resolve(intrinsic.argument())
                        .asSequence()
                        .filter(list -> list.items().size() == 3)
                        .orElseThrow(() -> function.invalid(
                                given.get(),
                                "Fn::If of Role needs three operands",
                                "a condition, and a role for each case")));
        if (operands.isEmpty()) {
            return new Decision(given.get(), false, Optional.empty());
        }
        List<Node> items = operands.get().items();
        String condition = items.get(0).asText().orElse("");
        boolean noneIfTrue = Intrinsic.isNoValue(items.get(1));
        boolean noneIfFalse = Intrinsic.isNoValue(items.get(2));
        if (noneIfTrue && noneIfFalse) {
            return new Decision(generatedArn, true, Optional.empty());
        }
        if (noneIfTrue) {
            return new Decision(Intrinsic.ifElse(condition, generatedArn, items.get(2)), true, Optional.of(condition));
        }
        if (noneIfFalse) {
            return new Decision(
                    Intrinsic.ifElse(condition, items.get(1), generatedArn),
                    true,
                    Optional.of(context.conditions().addNot(condition)));
        }
        return new Decision(MappingNode.of(Intrinsic.IF, operands.get()), false, Optional.empty());
    }

    private static String roleId(SamResource function) {
        return function.logicalId() + "Role";
    }

    public CloudFormationResource resource(SamResource function, Decision decision, Needs needs) {
        checkOwn(function);
        IamRole role = function.get("AssumeRolePolicyDocument")
                .map(IamRole::trusting)
                .orElseGet(() -> IamRole.assumedBy("lambda.amazonaws.com"))
                .path(function.get("RolePath"))
                .permissionsBoundary(function.get("PermissionsBoundary"))
                .tags(FunctionProperties.tags(function));
        role.managedPolicy(managed.aws(
                function.given("DurableConfig").isPresent()
                        ? "service-role/AWSLambdaBasicDurableExecutionRolePolicy"
                        : "service-role/AWSLambdaBasicExecutionRole"));
        if (properties.tracing(function).isPresent()) {
            role.managedPolicy(managed.xrayWriteAccess());
        }
        if (function.given("VpcConfig").isPresent()) {
            role.managedPolicy(managed.aws("service-role/AWSLambdaVPCAccessExecutionRole"));
        }
        RolePolicies.Found own = policies.read(function);
        own.managed().forEach(role::managedPolicy);
        needs.managedPolicies().forEach(name -> role.managedPolicy(managed.aws(name)));
        List<Node> inline = new ArrayList<>();
        deadLetterPolicy(function).ifPresent(inline::add);
        inline.addAll(own.inline());
        withoutRepeated(inline, needs.policies()).forEach(role::policy);
        CloudFormationResource resource = function.beside(roleId(function), IamRole.TYPE, role.properties());
        return decision.condition()
                .map(name -> resource.withAttribute("Condition", name))
                .orElse(resource);
    }

    private static void checkOwn(SamResource function) {
        function.get("AssumeRolePolicyDocument")
                .filter(document -> document.asMapping().isEmpty())
                .ifPresent(document -> {
                    throw function.invalid(
                            document, "AssumeRolePolicyDocument must be a mapping, this is " + document.kindName(), "");
                });
        function.get("PermissionsBoundary")
                .filter(boundary -> !isTextOrFunction(boundary))
                .ifPresent(boundary -> {
                    throw function.invalid(
                            boundary, "PermissionsBoundary must be an ARN, this is " + boundary.kindName(), "");
                });
    }

    private static boolean isTextOrFunction(Node node) {
        return node.asScalar().filter(ScalarNode::isString).isPresent()
                || node.asMapping().filter(mapping -> mapping.size() == 1).isPresent();
    }

    /** An event asks for its policy again although another event of the same kind did already. */
    private static List<Node> withoutRepeated(List<Node> own, List<Node> needed) {
        Set<Node> documents = new HashSet<>();
        List<Node> all = new ArrayList<>(own);
        own.forEach(policy -> documents.add(document(policy)));
        needed.stream().filter(policy -> documents.add(document(policy))).forEach(all::add);
        return all;
    }

    private static Node document(Node policy) {
        return policy.asMapping()
                .flatMap(mapping -> mapping.get("PolicyDocument"))
                .orElse(policy);
    }

    private static Optional<Node> deadLetterPolicy(SamResource function) {
        return function.given("DeadLetterQueue").flatMap(Node::asMapping).map(queue -> {
            Node type = queue.get("Type")
                    .filter(value -> !value.isNull())
                    .orElseThrow(() -> function.invalid(queue, "DeadLetterQueue needs Type and TargetArn", ""));
            Node target = queue.get("TargetArn")
                    .filter(value -> !value.isNull())
                    .orElseThrow(() -> function.invalid(queue, "DeadLetterQueue needs Type and TargetArn", ""));
            String action = DEAD_LETTER_ACTIONS.get(type.asText().orElse(""));
            if (action == null) {
                throw function.invalid(type, "DeadLetterQueue.Type must be SQS or SNS", "");
            }
            return PolicyDocument.named(
                    "DeadLetterQueuePolicy",
                    PolicyDocument.of(PolicyDocument.allow(ScalarNode.string(action), target)));
        });
    }
}
