package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.ResourceTranslator;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.generate.IamRole;
import io.github.sammaven.core.transform.generate.ManagedPolicyArns;
import io.github.sammaven.core.transform.generate.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code AWS::Serverless::CapacityProvider}: instances of one's own that functions run on, and the role that runs them. */
public final class CapacityProviderResource implements ResourceTranslator {

    private static final String CREATED_BY = "lambda:createdBy";

    private final ManagedPolicyArns managed;

    public CapacityProviderResource(ManagedPolicyArns managed) {
        this.managed = managed;
    }

    @Override
    public List<CloudFormationResource> translate(SamResource provider) {
        List<CloudFormationResource> resources = new ArrayList<>();
        Optional<Node> given = provider.get("OperatorRole");
        String roleId = provider.logicalId() + "OperatorRole";
        resources.add(provider.main(
                provider.logicalId(),
                "AWS::Lambda::CapacityProvider",
                properties(provider, given.orElseGet(() -> Intrinsic.getAtt(roleId, "Arn")))));
        if (given.isEmpty()) {
            resources.add(provider.beside(roleId, IamRole.TYPE, role(provider)));
        }
        return resources;
    }

    private MappingNode role(SamResource provider) {
        Tags tags = new Tags().add(CREATED_BY, "SAM");
        boolean propagates = provider.get("PropagateTags")
                .filter(ScalarNode.bool(true)::equals)
                .isPresent();
        return IamRole.assumedBy("lambda.amazonaws.com")
                .managedPolicy(managed.aws("AWSLambdaManagedEC2ResourceOperator"))
                .tags((propagates ? tags.addAll(provider.get("Tags")) : tags).list())
                .properties();
    }

    private static MappingNode properties(SamResource provider, Node roleArn) {
        MappingNode own = provider.properties();
        return MappingNode.builder()
                .copy(own, "CapacityProviderName")
                .put("VpcConfig", mapping(provider, "VpcConfig").map(vpc -> MappingNode.builder()
                        .copy(vpc, "SubnetIds")
                        .copy(vpc, "SecurityGroupIds")
                        .build()))
                .put("PermissionsConfig", MappingNode.of("CapacityProviderOperatorRoleArn", roleArn))
                .put(
                        "Tags",
                        new Tags()
                                .addAll(provider.get("Tags"))
                                .add(CREATED_BY, "SAM")
                                .list())
                .put(
                        "InstanceRequirements",
                        mapping(provider, "InstanceRequirements").map(instances -> instances(provider, instances)))
                .put(
                        "CapacityProviderScalingConfig",
                        mapping(provider, "ScalingConfig").map(CapacityProviderResource::scaling))
                .copy(own, "KmsKeyArn")
                .build();
    }

    private static Optional<MappingNode> mapping(SamResource provider, String property) {
        return provider.get(property).flatMap(Node::asMapping);
    }

    private static MappingNode instances(SamResource provider, MappingNode instances) {
        boolean both = instances.has("AllowedTypes") && instances.has("ExcludedTypes");
        if (both) {
            throw provider.invalid(
                    instances, "InstanceRequirements has both AllowedTypes and ExcludedTypes", "keep one of them");
        }
        return MappingNode.builder()
                .copy(instances, "Architectures")
                .copy(instances, "AllowedTypes", "AllowedInstanceTypes")
                .copy(instances, "ExcludedTypes", "ExcludedInstanceTypes")
                .build();
    }

    private static MappingNode scaling(MappingNode scaling) {
        MappingNode.Builder config = MappingNode.builder().copy(scaling, "MaxVCpuCount");
        Optional<Node> target = scaling.get("AverageCPUUtilization").filter(value -> !value.isNull());
        config.put("ScalingMode", target.isPresent() ? "Manual" : "Auto");
        target.ifPresent(value -> config.put(
                "ScalingPolicies",
                SequenceNode.of(MappingNode.builder()
                        .put("PredefinedMetricType", "LambdaCapacityProviderAverageCPUUtilization")
                        .put("TargetValue", value)
                        .build())));
        return config.build();
    }
}
