package io.github.sammaven.core.permission;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.TemplateWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CloudFormation resources of two roles: one that packages and deploys, and one that it hands over to CloudFormation.
 * Region and account are those of the stack the roles are made in.
 */
public final class RoleTemplate {

    /** Logical id of the role that packages and deploys. */
    public static final String DEPLOYER = "DeployerRole";

    /** Logical id of the role CloudFormation works with. */
    public static final String CLOUDFORMATION = "CloudFormationRole";

    private static final String ROLE_ARN = "${" + CLOUDFORMATION + ".Arn}";

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^${}.]+)(?:\\.([^${}]+))?}");

    /** What names of other resources may add to a policy when they are put in. */
    private static final int ROOM = 512;

    /** As long as any, so that what fits with it fits anywhere. */
    private static final ArnValues LONGEST = new ArnValues(Optional.of("ap-southeast-99"), Optional.of("123456789012"));

    private RoleTemplate() {}

    /** The scope to make the plan for: the role that is handed over is the one of the template. */
    public static DeploymentScope scope(DeploymentScope scope) {
        return scope.withRole(ROLE_ARN);
    }

    /**
     * Resources by logical id: the two roles, and policies of their own where they are too large to be within the role.
     *
     * @param plan made for {@link #scope}
     * @param trusted may take on the deployer's role; at least one
     */
    public static Map<String, Node> resources(PolicyPlan plan, List<TrustPrincipal> trusted) {
        Map<String, Node> resources = new LinkedHashMap<>();
        role(
                resources,
                CLOUDFORMATION,
                plan.of(PolicyFor.CLOUDFORMATION),
                List.of(TrustPrincipal.service("cloudformation.amazonaws.com")));
        role(resources, DEPLOYER, plan.of(PolicyFor.CI), trusted);
        return resources;
    }

    /** A whole template, as YAML; its outputs are the ARNs of the roles. */
    public static String yaml(PolicyPlan plan, List<TrustPrincipal> trusted) {
        return new TemplateWriter()
                .yaml(MappingNode.builder()
                        .put("AWSTemplateFormatVersion", "2010-09-09")
                        .put("Description", "Roles that package and deploy, with no more than they need")
                        .put("Resources", MappingNode.of(resources(plan, trusted)))
                        .put(
                                "Outputs",
                                MappingNode.builder()
                                        .put(DEPLOYER + "Arn", output(DEPLOYER))
                                        .put(CLOUDFORMATION + "Arn", output(CLOUDFORMATION))
                                        .build())
                        .build());
    }

    private static MappingNode output(String role) {
        return MappingNode.of("Value", Intrinsic.getAtt(role, "Arn"));
    }

    private static void role(
            Map<String, Node> resources, String logicalId, List<Grant> grants, List<TrustPrincipal> trusted) {
        MappingNode.Builder properties = MappingNode.builder()
                .put(
                        "AssumeRolePolicyDocument",
                        MappingNode.builder()
                                .put("Version", "2012-10-17")
                                .put(
                                        "Statement",
                                        SequenceNode.of(trusted.stream()
                                                .map(TrustPrincipal::statement)
                                                .toList()))
                                .build());
        PolicyDocument whole = new PolicyDocument(grants);
        Map<String, Node> policies = new LinkedHashMap<>();
        if (whole.size(LONGEST) <= PolicyDocument.MAX_INLINE_OF_ROLE - ROOM) {
            properties.put(
                    "Policies",
                    SequenceNode.of(MappingNode.builder()
                            .put("PolicyName", "Deployment")
                            .put("PolicyDocument", whole.node(RoleTemplate::text))
                            .build()));
        } else {
            policies.putAll(
                    managed(logicalId, PolicyDocument.split(grants, LONGEST, PolicyDocument.MAX_MANAGED - ROOM)));
            properties.put(
                    "ManagedPolicyArns",
                    SequenceNode.of(
                            policies.keySet().stream().map(Intrinsic::ref).toList()));
        }
        resources.putAll(policies);
        resources.put(logicalId, resource("AWS::IAM::Role", properties.build()));
    }

    private static Map<String, Node> managed(String role, List<PolicyDocument> documents) {
        Map<String, Node> policies = new LinkedHashMap<>();
        for (int i = 0; i < documents.size(); i++) {
            policies.put(
                    role + "Policy" + (i + 1),
                    resource(
                            "AWS::IAM::ManagedPolicy",
                            MappingNode.of("PolicyDocument", documents.get(i).node(RoleTemplate::text))));
        }
        return policies;
    }

    private static MappingNode resource(String type, MappingNode properties) {
        return MappingNode.builder()
                .put("Type", type)
                .put("Properties", properties)
                .build();
    }

    /** As text, or by a function where something is put in. */
    static Node text(String text) {
        Matcher alone = REFERENCE.matcher(text);
        if (alone.matches()) {
            return alone.group(2) == null
                    ? Intrinsic.ref(alone.group(1))
                    : Intrinsic.getAtt(alone.group(1), alone.group(2));
        }
        return text.contains("${") ? Intrinsic.sub(text) : ScalarNode.string(text);
    }
}
