package io.github.sammaven.core.transform.generate;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the properties of an {@code AWS::IAM::Role}; those without a value are left out. */
public final class IamRole {

    public static final String TYPE = "AWS::IAM::Role";

    private final Node trust;
    private final Set<Node> managedPolicies = new LinkedHashSet<>();
    private final List<Node> policies = new ArrayList<>();
    private Optional<Node> path = Optional.empty();
    private Optional<Node> boundary = Optional.empty();
    private Optional<Node> tags = Optional.empty();

    private IamRole(Node trust) {
        this.trust = trust;
    }

    /** A role that the AWS service {@code principal} may assume, {@code lambda.amazonaws.com}. */
    public static IamRole assumedBy(String principal) {
        return trusting(MappingNode.builder()
                .put("Version", PolicyDocument.VERSION)
                .put(
                        "Statement",
                        SequenceNode.of(MappingNode.builder()
                                .put("Action", SequenceNode.ofTexts("sts:AssumeRole"))
                                .put("Effect", "Allow")
                                .put("Principal", MappingNode.of("Service", SequenceNode.ofTexts(principal)))
                                .build()))
                .build());
    }

    /** A role with this {@code AssumeRolePolicyDocument}. */
    public static IamRole trusting(Node assumeRolePolicyDocument) {
        return new IamRole(assumeRolePolicyDocument);
    }

    /** Adds an entry of {@code ManagedPolicyArns} unless it is there. */
    public IamRole managedPolicy(Node arn) {
        managedPolicies.add(arn);
        return this;
    }

    /** Adds an entry of {@code Policies}, see {@link PolicyDocument#named}. */
    public IamRole policy(Node policy) {
        policies.add(policy);
        return this;
    }

    public IamRole path(Optional<Node> value) {
        path = value;
        return this;
    }

    public IamRole permissionsBoundary(Optional<Node> value) {
        boundary = value;
        return this;
    }

    public IamRole tags(Optional<Node> value) {
        tags = value;
        return this;
    }

    public MappingNode properties() {
        return MappingNode.builder()
                .put("AssumeRolePolicyDocument", trust)
                .put("ManagedPolicyArns", listed(managedPolicies))
                .put("Policies", listed(policies))
                .put("Path", path)
                .put("PermissionsBoundary", boundary)
                .put("Tags", tags)
                .build();
    }

    private static Optional<Node> listed(Iterable<Node> items) {
        List<Node> list = new ArrayList<>();
        items.forEach(list::add);
        return list.isEmpty() ? Optional.empty() : Optional.of(SequenceNode.of(list));
    }
}
