package io.github.sammaven.core.transform.function;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarKind;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.generate.LambdaPermission;
import io.github.sammaven.core.transform.generate.LambdaTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** {@code FunctionUrlConfig}: an address of the function's own. */
public final class FunctionUrl {

    private static final Set<String> AUTH_TYPES = Set.of("AWS_IAM", "NONE");
    private static final Predicate<Node> LIST = node -> node.asSequence().isPresent();
    private static final Map<String, Predicate<Node>> CORS = Map.of(
            "AllowOrigins", LIST,
            "AllowMethods", LIST,
            "AllowHeaders", LIST,
            "ExposeHeaders", LIST,
            "AllowCredentials", node -> isOf(node, ScalarKind.BOOLEAN),
            "MaxAge", node -> isOf(node, ScalarKind.INTEGER));

    private static boolean isOf(Node node, ScalarKind kind) {
        return node.asScalar().filter(scalar -> scalar.kind() == kind).isPresent();
    }

    /** The URL, and who may call it if it is open to all. */
    public List<CloudFormationResource> resources(SamResource function, LambdaTarget target) {
        Optional<MappingNode> config = function.given("FunctionUrlConfig").flatMap(Node::asMapping);
        if (config.isEmpty()) {
            return List.of();
        }
        if (!isFunction(config.get())) {
            checkAuthType(function, config.get());
        }
        config.get().get("Cors").ifPresent(cors -> checkCors(function, cors));
        List<CloudFormationResource> resources = new ArrayList<>();
        resources.add(function.beside(
                function.logicalId() + "Url",
                "AWS::Lambda::Url",
                MappingNode.builder()
                        .copy(config.get(), "AuthType")
                        .copy(config.get(), "Cors")
                        .copy(config.get(), "InvokeMode")
                        .put("TargetFunctionArn", target.name())
                        .build()));
        if (config.get().text("AuthType").filter("NONE"::equals).isPresent()) {
            resources.add(permission(
                    function,
                    "UrlPublicPermissions",
                    MappingNode.builder()
                            .put("Action", "lambda:InvokeFunctionUrl")
                            .put("FunctionUrlAuthType", "NONE"),
                    target));
            resources.add(permission(
                    function,
                    "URLInvokeAllowPublicAccess",
                    MappingNode.builder()
                            .put("Action", LambdaPermission.INVOKE)
                            .put("InvokedViaFunctionUrl", ScalarNode.bool(true)),
                    target));
        }
        return resources;
    }

    private static CloudFormationResource permission(
            SamResource function, String suffix, MappingNode.Builder properties, LambdaTarget target) {
        return function.beside(
                function.logicalId() + suffix,
                LambdaPermission.TYPE,
                properties
                        .put("FunctionName", target.name())
                        .put("Principal", "*")
                        .build());
    }

    private static void checkAuthType(SamResource function, MappingNode config) {
        Node type = config.get("AuthType")
                .filter(value -> !value.isNull())
                .orElseThrow(() -> function.invalid(
                        config, "FunctionUrlConfig needs an AuthType", "AWS_IAM, or NONE to let all call it"));
        boolean known = type.asText().filter(AUTH_TYPES::contains).isPresent();
        if (!known && type.asMapping().filter(mapping -> mapping.size() == 1).isEmpty()) {
            throw function.invalid(type, "FunctionUrlConfig.AuthType must be AWS_IAM or NONE", "");
        }
    }

    private static void checkCors(SamResource function, Node cors) {
        if (cors.isNull()
                || cors.asMapping()
                        .filter(mapping -> mapping.size() == 1 && isFunction(mapping))
                        .isPresent()) {
            return;
        }
        MappingNode settings = cors.asMapping()
                .orElseThrow(() -> function.invalid(
                        cors, "FunctionUrlConfig.Cors must be a mapping, this is " + cors.kindName(), ""));
        settings.entries().forEach((key, value) -> {
            Predicate<Node> allowed = CORS.get(key);
            if (allowed == null) {
                throw function.invalid(
                        value,
                        "FunctionUrlConfig.Cors: unknown property '%s'".formatted(key),
                        NearestName.suggestion(key, CORS.keySet()));
            }
            boolean intrinsic =
                    value.asMapping().filter(FunctionUrl::isFunction).isPresent();
            if (!intrinsic && !allowed.test(value)) {
                throw function.invalid(
                        value, "FunctionUrlConfig.Cors.%s cannot be %s".formatted(key, value.kindName()), "");
            }
        });
    }

    private static boolean isFunction(MappingNode mapping) {
        return Intrinsic.of(mapping).isPresent();
    }
}
