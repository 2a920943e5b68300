package io.github.sammaven.core.transform.domain;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.LogicalIds;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Domain} of an HTTP or WebSocket API, both of API Gateway V2. Its endpoints are regional. */
public final class HttpDomain {

    private static final String REGIONAL = "REGIONAL";

    /** Where the addresses of a domain go. */
    @FunctionalInterface
    private interface Addresses {
        void add(SamResource api, MappingNode route53, Node domainName, AliasTarget target);
    }

    private final RecordSetGroups recordSets;

    public HttpDomain(RecordSetGroups recordSets) {
        this.recordSets = recordSets;
    }

    /**
     * @param domain with parameters put in
     * @param stageId logical id of the stage that is mapped
     * @param tags of the domain name
     * @return domain name and mappings
     */
    public List<CloudFormationResource> ofHttpApi(
            SamResource api, Node domain, String stageId, Optional<MappingNode> tags) {
        DomainSettings settings = DomainSettings.of(api, domain);
        return resources(settings, stageId, tags, MutualTls.ofHttp(settings), recordSets::share);
    }

    /**
     * @param domain with parameters put in
     * @param stageId logical id of the stage that is mapped
     * @param tags of the domain name
     * @return domain name and mappings
     */
    public List<CloudFormationResource> ofWebSocketApi(SamResource api, Node domain, String stageId, MappingNode tags) {
        DomainSettings settings = DomainSettings.of(api, domain);
        settings.get(MutualTls.PROPERTY).ifPresent(given -> {
            throw api.invalid(given, "the domain of a WebSocket API cannot ask clients for certificates", "remove it");
        });
        return resources(settings, stageId, Optional.of(tags), Optional.empty(), recordSets::replace);
    }

    private List<CloudFormationResource> resources(
            DomainSettings settings,
            String stageId,
            Optional<MappingNode> tags,
            Optional<Node> mutualTls,
            Addresses addresses) {
        SamResource api = settings.api();
        settings.written("EndpointConfiguration")
                .filter(given -> given.asText().filter(REGIONAL::equals).isEmpty())
                .ifPresent(given -> {
                    throw api.invalid(given, "Domain.EndpointConfiguration must be REGIONAL", "");
                });
        Node name = settings.required("DomainName");
        String id = LogicalIds.domainNameV2(name);
        List<CloudFormationResource> resources = new ArrayList<>();
        resources.add(api.beside(
                id,
                "AWS::ApiGatewayV2::DomainName",
                MappingNode.builder()
                        .put("DomainName", name)
                        .put("DomainNameConfigurations", SequenceNode.of(configuration(settings)))
                        .put(MutualTls.PROPERTY, mutualTls)
                        .put("Tags", tags)
                        .build()));
        mappings(settings, id, stageId, resources);
        settings.mapping("Route53").ifPresent(route53 -> addresses.add(api, route53, name, AliasTarget.regional(id)));
        return resources;
    }

    private static MappingNode configuration(DomainSettings settings) {
        return MappingNode.builder()
                .copy(settings.values(), "CertificateArn")
                .put("EndpointType", REGIONAL)
                .put("OwnershipVerificationCertificateArn", settings.get("OwnershipVerificationCertificateArn"))
                .put("SecurityPolicy", settings.get("SecurityPolicy"))
                .build();
    }

    private static void mappings(
            DomainSettings settings, String domainId, String stageId, List<CloudFormationResource> resources) {
        SamResource api = settings.api();
        List<ScalarNode> paths = BasePaths.of(api, settings.get("BasePath")).paths();
        if (paths.isEmpty()) {
            resources.add(mapping(api, "", Optional.empty(), domainId, stageId));
        }
        for (ScalarNode path : paths) {
            String key = trimmed(path.text());
            if (!key.chars().allMatch(HttpDomain::isAllowed)) {
                throw api.invalid(
                        path,
                        "Domain.BasePath '%s' has a character that no path may have".formatted(path.text()),
                        "letters, digits, and - _ / are allowed");
            }
            String infix = key.replace("-", "").replace("_", "").replace("/", "");
            resources.add(mapping(api, infix, Optional.of(ScalarNode.string(key)), domainId, stageId));
        }
    }

    private static boolean isAllowed(int character) {
        return character < 128 && (Character.isLetterOrDigit(character) || "-_/".indexOf(character) >= 0);
    }

    private static String trimmed(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }

    private static CloudFormationResource mapping(
            SamResource api, String infix, Optional<Node> key, String domainId, String stageId) {
        return api.beside(
                api.logicalId() + infix + "ApiMapping",
                "AWS::ApiGatewayV2::ApiMapping",
                MappingNode.builder()
                        .put("ApiId", Intrinsic.ref(api.logicalId()))
                        .put("ApiMappingKey", key)
                        .put("DomainName", Intrinsic.ref(domainId))
                        .put("Stage", Intrinsic.ref(stageId))
                        .build());
    }
}
