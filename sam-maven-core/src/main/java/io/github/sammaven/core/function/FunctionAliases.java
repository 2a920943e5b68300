package io.github.sammaven.core.function;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The aliases a CloudFormation template gives its functions, after the SAM transform. */
public final class FunctionAliases {

    private final Map<String, Set<String>> byFunction = new HashMap<>();

    private FunctionAliases() {}

    /** No function has one. */
    public static FunctionAliases none() {
        return new FunctionAliases();
    }

    /**
     * @param transformed has {@code AWS::Lambda::Alias} where SAM says {@code AutoPublishAlias}
     * @param catalog the functions of the same stack
     */
    public static FunctionAliases of(Template transformed, TemplateResolver resolver, FunctionCatalog catalog) {
        FunctionAliases aliases = new FunctionAliases();
        FunctionTarget target = new FunctionTarget(transformed, catalog);
        for (String id : transformed.section("Resources").keySet()) {
            transformed
                    .resource(id)
                    .filter(resource -> resource.text("Type").equals(Optional.of("AWS::Lambda::Alias")))
                    .flatMap(resource -> resource.mapping("Properties"))
                    .ifPresent(alias -> aliases.add(alias, resolver, target));
        }
        return aliases;
    }

    /** These and those of another stack's functions. */
    public FunctionAliases and(FunctionAliases others) {
        FunctionAliases all = new FunctionAliases();
        all.byFunction.putAll(byFunction);
        all.byFunction.putAll(others.byFunction);
        return all;
    }

    private void add(MappingNode alias, TemplateResolver resolver, FunctionTarget target) {
        Optional<LambdaFunction> function = alias.get("FunctionName").flatMap(target::of);
        Optional<String> name =
                alias.get("Name").flatMap(node -> resolver.resolve(node).value().asText());
        if (function.isPresent() && name.isPresent()) {
            byFunction
                    .computeIfAbsent(function.get().id(), unused -> new HashSet<>())
                    .add(name.get());
        }
    }

    /** @param id of a function */
    public Set<String> of(String id) {
        return Set.copyOf(byFunction.getOrDefault(id, Set.of()));
    }
}
