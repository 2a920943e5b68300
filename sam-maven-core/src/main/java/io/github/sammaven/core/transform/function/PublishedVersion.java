package io.github.sammaven.core.transform.function;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.LogicalIds;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The version that {@code AutoPublishAlias} publishes: another one whenever what it depends on changes. */
public final class PublishedVersion {

    private static final String LAYER = "AWS::Serverless::LayerVersion";

    private final TransformContext context;

    public PublishedVersion(TransformContext context) {
        this.context = context;
    }

    /** {@code AutoPublishCodeSha256} with parameters put in, if it is there. */
    public Optional<String> codeSha256(SamResource function) {
        return function.given("AutoPublishCodeSha256").map(given -> context.parameters()
                .resolve(given)
                .asScalar()
                .filter(ScalarNode::isString)
                .map(ScalarNode::text)
                .orElseThrow(() -> function.invalid(
                        given, "AutoPublishCodeSha256 must come to a string that is known before deployment", "")));
    }

    /** @param generated properties of the generated function, without a generated role */
    public CloudFormationResource resource(SamResource function, MappingNode generated) {
        String id = codeSha256(function)
                .filter(hash -> !hash.isEmpty())
                .map(hash -> LogicalIds.versionOfCode(function.logicalId(), hash))
                .orElseGet(() -> LogicalIds.version(function.logicalId(), content(function, generated)));
        MappingNode.Builder properties = MappingNode.builder()
                .put("FunctionName", Intrinsic.ref(function.logicalId()))
                .copy(function.properties(), "VersionDescription", "Description");
        if (function.given("CapacityProviderConfig").isPresent()) {
            properties.copy(function.properties(), "FunctionScalingConfig");
        }
        CloudFormationResource version = function.beside(id, "AWS::Lambda::Version", properties.build());
        return version.withAttribute("DeletionPolicy", deletionPolicy(function));
    }

    private static Optional<Node> versionPolicy(SamResource function) {
        return function.get("VersionDeletionPolicy").map(policy -> {
            boolean known = policy.asText()
                    .filter(text -> text.equals("Delete") || text.equals("Retain"))
                    .isPresent();
            if (!known
                    && policy.asMapping().filter(mapping -> mapping.size() == 1).isEmpty()) {
                throw function.invalid(policy, "VersionDeletionPolicy must be Delete or Retain", "");
            }
            return policy;
        });
    }

    private static Node deletionPolicy(SamResource function) {
        return function.attribute("DeletionPolicy")
                .or(() -> versionPolicy(function))
                .orElseGet(() -> ScalarNode.string(
                        function.given("CapacityProviderConfig").isPresent() ? "Delete" : "Retain"));
    }

    private Node content(SamResource function, MappingNode generated) {
        boolean allProperties = function.get("AutoPublishAliasAllProperties")
                .filter(ScalarNode.bool(true)::equals)
                .isPresent();
        return allProperties ? everything(function, generated) : codeAndSettings(function, generated);
    }

    private static MappingNode codeAndSettings(SamResource function, MappingNode generated) {
        Map<String, Node> content = new LinkedHashMap<>();
        generated.mapping("Code").ifPresent(code -> content.putAll(code.entries()));
        function.get("Environment")
                .flatMap(Node::asMapping)
                .ifPresent(environment -> content.putAll(environment.entries()));
        function.given("MemorySize").ifPresent(size -> content.put("MemorySize", size));
        function.get("SnapStart")
                .filter(snapStart -> snapStart
                        .asMapping()
                        .flatMap(mapping -> mapping.get("ApplyOn"))
                        .filter(applyOn -> !applyOn.isNull() && !applyOn.equals(ScalarNode.string("None")))
                        .isPresent())
                .ifPresent(snapStart -> content.put("SnapStart", snapStart));
        return MappingNode.of(content);
    }

    private MappingNode everything(SamResource function, MappingNode generated) {
        Map<String, Node> content = new LinkedHashMap<>(generated.entries());
        function.get("Layers").flatMap(Node::asSequence).map(SequenceNode::items).stream()
                .flatMap(items -> items.stream())
                .flatMap(layer -> Intrinsic.of(layer).stream())
                .filter(intrinsic -> intrinsic.is(Intrinsic.REF))
                .flatMap(intrinsic -> intrinsic.argument().asText().stream())
                .forEach(id -> context.source(id, LAYER)
                        .flatMap(layer -> layer.mapping("Properties"))
                        .filter(layer -> layer.get("PublishLambdaVersion")
                                .filter(ScalarNode.bool(true)::equals)
                                .isPresent())
                        .ifPresent(layer -> content.put(id, layer)));
        return MappingNode.of(content);
    }
}
