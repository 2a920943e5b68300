package io.github.sammaven.core.function;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import java.util.Optional;
import java.util.Set;

/** Which function a property of a CloudFormation template points at. */
public final class FunctionTarget {

    private static final Set<String> QUALIFIED = Set.of("AWS::Lambda::Alias", "AWS::Lambda::Version");

    private final Template template;
    private final FunctionCatalog catalog;

    /**
     * @param template after the SAM transform
     * @param catalog the functions of the same stack
     */
    public FunctionTarget(Template template, FunctionCatalog catalog) {
        this.template = template;
        this.catalog = catalog;
    }

    /** The function in {@code !Ref F}, {@code !GetAtt F.Arn}, a name or an ARN; also by way of an alias or version. */
    public Optional<LambdaFunction> of(Node property) {
        return named(property).flatMap(name -> catalog.function(name).or(() -> behind(name)));
    }

    private Optional<LambdaFunction> behind(String logicalId) {
        return template.resource(logicalId)
                .filter(resource ->
                        resource.text("Type").filter(QUALIFIED::contains).isPresent())
                .flatMap(resource -> resource.mapping("Properties"))
                .flatMap(properties -> properties.get("FunctionName"))
                .flatMap(FunctionTarget::named)
                .flatMap(catalog::function);
    }

    private static Optional<String> named(Node node) {
        Optional<Intrinsic> intrinsic = Intrinsic.of(node);
        if (intrinsic.isEmpty()) {
            return node.asText();
        }
        Node argument = intrinsic.get().argument();
        if (intrinsic.get().is(Intrinsic.REF)) {
            return argument.asText();
        }
        if (!intrinsic.get().is(Intrinsic.GET_ATT)) {
            return Optional.empty();
        }
        return argument.asSequence()
                .flatMap(parts -> parts.items().stream().findFirst())
                .flatMap(Node::asText)
                .or(() -> argument.asText().map(path -> path.split("\\.", 2)[0]));
    }
}
