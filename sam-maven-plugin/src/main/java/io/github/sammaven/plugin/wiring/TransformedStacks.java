package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.capability.DeployedStack;
import io.github.sammaven.core.capability.RequiredCapabilities;
import io.github.sammaven.core.endpoint.OpenEndpoint;
import io.github.sammaven.core.endpoint.OpenEndpoints;
import io.github.sammaven.core.function.FunctionAliases;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.local.apigateway.definition.ApiDefinitions;
import io.github.sammaven.core.local.apigateway.definition.ApiReader;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.functionurl.FunctionUrl;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.stack.Stack;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.core.transform.SamTransformer;
import io.github.sammaven.core.transform.TransformResult;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The stacks of a template after the SAM transform: what SAM makes of a function or an API is only there. */
public final class TransformedStacks {

    private static final String SERVERLESS = "AWS::Serverless::";

    private final List<Transformed> stacks;
    private final List<Problem> refusals;
    private final StackTree tree;
    private final FunctionCatalog catalog;

    private TransformedStacks(
            StackTree tree, FunctionCatalog catalog, List<Transformed> stacks, List<Problem> refusals) {
        this.tree = tree;
        this.catalog = catalog;
        this.stacks = List.copyOf(stacks);
        this.refusals = List.copyOf(refusals);
    }

    private record Transformed(Stack stack, Template template, TemplateResolver resolver, FunctionCatalog catalog) {}

    /** @param events receives a warning for each reason why a stack cannot be transformed; it is left out then */
    public static TransformedStacks of(StackTree tree, FunctionCatalog catalog, EventSink events) {
        return of(tree, catalog, events, TransformOptions::withLocalFiles);
    }

    /** The stacks as CloudFormation will make them. What is wrong with them is told by the service, not here. */
    public static TransformedStacks forDeployment(StackTree tree) {
        return of(tree, FunctionCatalog.ofAll(tree), event -> {}, TransformOptions::forValidation);
    }

    private static TransformedStacks of(
            StackTree tree, FunctionCatalog catalog, EventSink events, UnaryOperator<TransformOptions> change) {
        List<Transformed> stacks = new ArrayList<>();
        List<Problem> refusals = new ArrayList<>();
        for (Stack stack : tree.stacks()) {
            LocalValues values = stack.values();
            Optional<Template> transformed = Optional.of(stack.template());
            if (holds(stack.template(), SERVERLESS)) {
                TransformResult result = new SamTransformer()
                        .transform(
                                stack.template(),
                                change.apply(TransformOptions.offline(values.region(), values.parameters())));
                result.problems().forEach(problem -> events.accept(new Warning(problem)));
                refusals.addAll(result.problems());
                transformed = result.template();
            }
            transformed.ifPresent(template -> stacks.add(new Transformed(
                    stack, template, new TemplateResolver(template, values), catalog.inStack(stack.path()))));
        }
        return new TransformedStacks(tree, catalog, stacks, refusals);
    }

    /** Templates without such resources are as the transform would leave them, and need not load it. */
    private static boolean holds(Template template, String... typePrefixes) {
        return template.section("Resources").values().stream()
                .flatMap(resource -> resource.asMapping().stream())
                .flatMap(resource -> resource.text("Type").stream())
                .anyMatch(type -> Arrays.stream(typePrefixes).anyMatch(type::startsWith));
    }

    /** Why stacks were left out. */
    public List<Problem> refusals() {
        return refusals;
    }

    /** What the caller must grant. */
    public RequiredCapabilities capabilities() {
        return RequiredCapabilities.of(
                tree,
                stacks.stream()
                        .map(stack -> new DeployedStack(stack.stack(), stack.template()))
                        .toList());
    }

    /** Functions that anybody may call. */
    public List<OpenEndpoint> openEndpoints() {
        boolean any = stacks.stream()
                .anyMatch(stack -> holds(stack.template(), "AWS::ApiGateway", "AWS::Lambda::Url", SERVERLESS));
        return any ? OpenEndpoints.of(apis(event -> {}), urls(), catalog) : List.of();
    }

    public List<FunctionUrl> urls() {
        return stacks.stream()
                .flatMap(stack -> FunctionUrl.of(stack.template(), stack.resolver(), stack.catalog()).stream())
                .toList();
    }

    public FunctionAliases aliases() {
        return stacks.stream()
                .map(stack -> FunctionAliases.of(stack.template(), stack.resolver(), stack.catalog()))
                .reduce(FunctionAliases.none(), FunctionAliases::and);
    }

    /** @param events receives a warning for what of an API cannot be served as AWS would */
    public List<LocalApi> apis(EventSink events) {
        List<LocalApi> apis = new ArrayList<>();
        for (Transformed stack : stacks) {
            String path = stack.stack().path();
            ApiDefinitions read = ApiReader.read(
                    stack.template(), stack.resolver(), stack.catalog(), path.isEmpty() ? "" : path + "/");
            read.problems().forEach(problem -> events.accept(new Warning(problem)));
            apis.addAll(read.apis());
        }
        return apis;
    }
}
