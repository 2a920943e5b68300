package io.github.sammaven.core.operate.list;

import io.github.sammaven.core.aws.DeployedStacks;
import io.github.sammaven.core.aws.FunctionUrls;
import io.github.sammaven.core.aws.StackOutput;
import io.github.sammaven.core.operate.stack.DeployedResource;
import io.github.sammaven.core.operate.stack.StackCatalogue;
import io.github.sammaven.core.operate.stack.StackReader;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.template.Partition;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists one deployed stack with those nested in it. */
public final class StackListing {

    private static final String STACK = "AWS::CloudFormation::Stack";

    private final DeployedStacks stacks;
    private final FunctionUrls functionUrls;
    private final String stackName;
    private final Optional<Template> local;
    private final EventSink sink;
    private final StackCatalogue catalogue;

    /**
     * Reads the resources of the stack.
     *
     * @param local the transformed template on this machine, if there is one
     * @throws SamException if there is no such stack
     */
    public StackListing(
            DeployedStacks stacks,
            FunctionUrls functionUrls,
            String stackName,
            Optional<Template> local,
            EventSink sink) {
        this.stacks = stacks;
        this.functionUrls = functionUrls;
        this.stackName = stackName;
        this.local = local;
        this.sink = sink;
        this.catalogue = new StackReader(stacks).catalogue(stackName);
    }

    /** What is deployed, then what the template has more. */
    public List<ListedResource> resources() {
        List<ListedResource> listed = new ArrayList<>();
        Set<String> deployed = new LinkedHashSet<>();
        for (DeployedResource resource : catalogue.resources()) {
            deployed.add(resource.path());
            listed.add(new ListedResource(resource.path(), resource.physicalId()));
        }
        local.ifPresent(template -> LocalListing.resources(template).stream()
                .filter(resource -> !deployed.contains(resource.path()))
                .forEach(listed::add));
        return listed;
    }

    /** In the order of the service. */
    public List<StackOutput> outputs() {
        return new StackReader(stacks).describe(stackName).outputs();
    }

    /** Of the stack, then of each nested one; then those that are not deployed. */
    public List<ListedEndpoint> endpoints() {
        List<ListedEndpoint> endpoints = new ArrayList<>(endpointsOf("", stackName));
        catalogue
                .ofType(STACK)
                .forEach(nested -> endpoints.addAll(endpointsOf(nested.path() + "/", nested.physicalId())));
        Set<String> listed = new LinkedHashSet<>();
        endpoints.forEach(endpoint -> listed.add(endpoint.path()));
        local.ifPresent(template -> LocalListing.endpoints(template).stream()
                .filter(endpoint -> !listed.contains(endpoint.path()))
                .forEach(endpoints::add));
        return endpoints;
    }

    private List<ListedEndpoint> endpointsOf(String parent, String stack) {
        Map<String, DeployedResource> here = new HashMap<>();
        catalogue.resources().stream()
                .filter(resource -> resource.parent().equals(parent) && resource.isMade())
                .forEach(resource -> here.put(resource.logicalId(), resource));
        boolean anything = here.values().stream()
                .anyMatch(resource -> resource.type().startsWith("AWS::ApiGateway")
                        || resource.type().equals("AWS::Lambda::Url"));
        if (!anything) {
            return List.of();
        }
        return stacks.template(stack)
                .map(text -> new EndpointTemplate(
                        new TemplateReader().parse(text, Path.of("template"), "the template of " + stackName)))
                .map(template -> endpoints(parent, template, here))
                .orElse(List.of());
    }

    private List<ListedEndpoint> endpoints(
            String parent, EndpointTemplate template, Map<String, DeployedResource> here) {
        List<ListedEndpoint> endpoints = new ArrayList<>();
        Map<String, List<String>> urls = new LinkedHashMap<>();
        template.functionUrls().forEach((id, function) -> physical(here, id)
                .flatMap(this::functionUrl)
                .ifPresent(url -> urls.computeIfAbsent(function, none -> new ArrayList<>())
                        .add(url)));
        urls.forEach((function, all) -> endpoints.add(
                new ListedEndpoint(parent + function, physical(here, function).orElse(""), all, List.of())));
        for (ApiDeclaration api : template.apis()) {
            physical(here, api.logicalId())
                    .ifPresent(id -> endpoints.add(
                            new ListedEndpoint(parent + api.logicalId(), id, urls(api, id, here), api.methods())));
        }
        return endpoints;
    }

    private List<String> urls(ApiDeclaration api, String apiId, Map<String, DeployedResource> here) {
        List<String> domains = api.domains().stream()
                .map(mapping -> "%s://%s/%s"
                        .formatted(
                                api.scheme(),
                                physical(here, mapping.domain()).orElse(mapping.domain()),
                                mapping.basePath().equals("(none)") ? "" : mapping.basePath()))
                .toList();
        if (!domains.isEmpty()) {
            return domains;
        }
        String region = functionUrls.region();
        String host = api.scheme() + "://" + apiId + ".execute-api." + region + "."
                + Partition.of(region).urlSuffix() + "/";
        return api.stages().stream()
                .flatMap(stage -> physical(here, stage).stream())
                .map(stage -> host + (stage.equals("$default") ? "" : stage))
                .toList();
    }

    /** What cannot be read is left out, with a warning. */
    private Optional<String> functionUrl(String functionArn) {
        try {
            return functionUrls.url(functionArn);
        } catch (SamException refused) {
            Problem problem = refused.problems().get(0);
            sink.accept(new Warning(Problem.warning(SourceMark.NONE, problem.message(), problem.suggestion())));
            return Optional.empty();
        }
    }

    private static Optional<String> physical(Map<String, DeployedResource> here, String logicalId) {
        return Optional.ofNullable(here.get(logicalId)).map(DeployedResource::physicalId);
    }
}
