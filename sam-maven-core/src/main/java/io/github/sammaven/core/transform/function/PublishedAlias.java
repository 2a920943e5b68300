package io.github.sammaven.core.transform.function;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import java.util.Optional;

/** The alias that {@code AutoPublishAlias} names. */
public final class PublishedAlias {

    private final TransformContext context;

    public PublishedAlias(TransformContext context) {
        this.context = context;
    }

    /** The name, with parameters put in; empty if the function has no alias. */
    public Optional<String> name(SamResource function) {
        return function.given("AutoPublishAlias").map(given -> {
            String name = context.parameters()
                    .resolve(given)
                    .asScalar()
                    .filter(ScalarNode::isString)
                    .map(ScalarNode::text)
                    .orElseThrow(() -> function.invalid(
                            given,
                            "AutoPublishAlias must come to a string that is known before deployment",
                            "write the name, or a Ref to a parameter that has a value"));
            if (!isAllowed(name)) {
                throw function.invalid(
                        given,
                        "AutoPublishAlias '%s' is no name of an alias".formatted(name),
                        "letters, digits, - and _ are allowed, and not digits alone");
            }
            return name;
        });
    }

    private static boolean isAllowed(String name) {
        boolean known = name.chars()
                .allMatch(character -> character < 128
                        && (Character.isLetterOrDigit(character) || character == '-' || character == '_'));
        return known && !name.chars().allMatch(Character::isDigit);
    }

    public static String logicalId(SamResource function, String name) {
        return function.logicalId() + "Alias" + name.replace("-", "D").replace("_", "U");
    }

    public CloudFormationResource resource(SamResource function, String name, String versionId) {
        Node version = Intrinsic.getAtt(versionId, "Version");
        return function.beside(
                logicalId(function, name),
                "AWS::Lambda::Alias",
                MappingNode.builder()
                        .put("Name", name)
                        .put("FunctionName", Intrinsic.ref(function.logicalId()))
                        .put("FunctionVersion", version)
                        .put("ProvisionedConcurrencyConfig", function.given("ProvisionedConcurrencyConfig"))
                        .build());
    }
}
