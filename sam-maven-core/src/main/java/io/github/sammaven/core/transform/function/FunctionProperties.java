package io.github.sammaven.core.transform.function;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.generate.ReservedTags;
import io.github.sammaven.core.transform.generate.Tags;
import java.util.List;
import java.util.Optional;

/** The properties of {@code AWS::Lambda::Function}, without its role. */
public final class FunctionProperties {

    private static final List<String> COPIED = List.of(
            "Handler",
            "Runtime",
            "PackageType",
            "ImageConfig",
            "Description",
            "MemorySize",
            "Timeout",
            "VpcConfig",
            "KmsKeyArn",
            "Environment",
            "Layers",
            "SnapStart",
            "DurableConfig",
            "ReservedConcurrentExecutions",
            "EphemeralStorage",
            "FileSystemConfigs",
            "CodeSigningConfigArn",
            "Architectures",
            "RuntimeManagementConfig",
            "LoggingConfig",
            "RecursiveLoop",
            "TenancyConfig",
            "PublishToLatestPublished");

    private final TransformContext context;
    private final FunctionCode code;

    public FunctionProperties(TransformContext context) {
        this.context = context;
        this.code = new FunctionCode(context);
    }

    public MappingNode of(SamResource function) {
        MappingNode own = function.properties();
        MappingNode.Builder properties = MappingNode.builder().put("Code", code.code(function));
        COPIED.forEach(name -> properties.copy(own, name));
        function.get("FunctionName")
                .filter(name -> !name.equals(ScalarNode.string("")))
                .ifPresent(name -> properties.put("FunctionName", name));
        properties
                .put("TracingConfig", tracing(function).map(mode -> MappingNode.of("Mode", mode)))
                .put("DeadLetterConfig", deadLetterConfig(function))
                .put("CapacityProviderConfig", capacityProvider(function))
                .put("FunctionScalingConfig", function.given("FunctionScalingConfig"))
                .put("Tags", tags(function));
        return properties.build();
    }

    /** {@code Tracing} unless it comes to {@code Disabled}; a {@code Ref} stays, within other functions parameters are put in. */
    Optional<Node> tracing(SamResource function) {
        return function.given("Tracing").flatMap(mode -> {
            Node resolved = context.parameters().resolve(mode);
            boolean isRef = Intrinsic.of(mode)
                    .filter(intrinsic -> intrinsic.is(Intrinsic.REF))
                    .isPresent();
            return resolved.equals(ScalarNode.string("Disabled"))
                    ? Optional.empty()
                    : Optional.of(isRef ? mode : resolved);
        });
    }

    private static Optional<Node> deadLetterConfig(SamResource function) {
        return function.given("DeadLetterQueue")
                .flatMap(Node::asMapping)
                .flatMap(queue -> queue.get("TargetArn"))
                .map(arn -> MappingNode.of("TargetArn", arn));
    }

    private static Optional<Node> capacityProvider(SamResource function) {
        return function.given("CapacityProviderConfig").flatMap(Node::asMapping).map(config -> {
            MappingNode instances = MappingNode.builder(config.mark())
                    .copy(config, "Arn", "CapacityProviderArn")
                    .copy(config, "PerExecutionEnvironmentMaxConcurrency")
                    .copy(config, "ExecutionEnvironmentMemoryGiBPerVCpu")
                    .build();
            return MappingNode.of("LambdaManagedInstancesCapacityProviderConfig", instances);
        });
    }

    /** The tags of the function, which its role has too. */
    static Optional<Node> tags(SamResource function) {
        ReservedTags.check(function);
        return new Tags()
                .add("lambda:createdBy", "SAM")
                .addAll(function.get("Tags"))
                .list();
    }
}
