package io.github.sammaven.core.local.functionurl;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.FunctionTarget;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.local.apigateway.model.HttpCors;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The URL of a function.
 *
 * @param function logical id
 * @param signed whether callers must sign ({@code AuthType: AWS_IAM})
 * @param streaming whether an answer is passed on as it comes ({@code InvokeMode: RESPONSE_STREAM})
 * @param cors empty if the function sees to it itself
 */
public record FunctionUrl(String function, boolean signed, boolean streaming, Optional<HttpCors> cors) {

    /** @param transformed has {@code AWS::Lambda::Url} where SAM says {@code FunctionUrlConfig} */
    public static List<FunctionUrl> of(Template transformed, TemplateResolver resolver, FunctionCatalog catalog) {
        List<FunctionUrl> urls = new ArrayList<>();
        FunctionTarget target = new FunctionTarget(transformed, catalog);
        for (String id : transformed.section("Resources").keySet()) {
            transformed
                    .resource(id)
                    .filter(resource -> resource.text("Type").equals(Optional.of("AWS::Lambda::Url")))
                    .flatMap(resource -> resource.mapping("Properties"))
                    .flatMap(properties -> url(properties, resolver, target))
                    .filter(url ->
                            urls.stream().noneMatch(known -> known.function().equals(url.function())))
                    .ifPresent(urls::add);
        }
        return urls;
    }

    private static Optional<FunctionUrl> url(MappingNode properties, TemplateResolver resolver, FunctionTarget target) {
        Node resolved =
                resolver.resolve(properties.without("TargetFunctionArn")).value();
        MappingNode known =
                resolved.asMapping().orElseGet(() -> MappingNode.builder().build());
        return properties
                .get("TargetFunctionArn")
                .flatMap(target::of)
                .map(LambdaFunction::logicalId)
                .map(function -> new FunctionUrl(
                        function,
                        known.text("AuthType").equals(Optional.of("AWS_IAM")),
                        known.text("InvokeMode").equals(Optional.of("RESPONSE_STREAM")),
                        known.mapping("Cors").map(UrlCors::of)));
    }
}
