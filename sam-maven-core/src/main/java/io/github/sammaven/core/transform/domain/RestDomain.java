package io.github.sammaven.core.transform.domain;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.LogicalIds;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code Domain} of a REST API. */
public final class RestDomain {

    private static final String REGIONAL = "REGIONAL";
    private static final String EDGE = "EDGE";
    private static final String PRIVATE = "PRIVATE";
    private static final Set<String> ENDPOINTS = Set.of(REGIONAL, EDGE, PRIVATE);

    private final RecordSetGroups recordSets;

    public RestDomain(RecordSetGroups recordSets) {
        this.recordSets = recordSets;
    }

    /**
     * @param domain with parameters put in
     * @param stageId logical id of the stage that is mapped
     * @return domain name, mappings, and what else belongs to them
     */
    public List<CloudFormationResource> resources(SamResource api, Node domain, String stageId) {
        DomainSettings settings = DomainSettings.of(api, domain);
        String endpoint = endpoint(settings);
        boolean isPrivate = endpoint.equals(PRIVATE);
        Node name = settings.required("DomainName");
        String id = isPrivate ? LogicalIds.domainNameV2(name) : LogicalIds.domainName(name);
        refuse(settings, isPrivate ? "OwnershipVerificationCertificateArn" : "Policy", isPrivate, id);
        List<CloudFormationResource> resources = new ArrayList<>();
        resources.add(api.beside(
                id,
                isPrivate ? "AWS::ApiGateway::DomainNameV2" : "AWS::ApiGateway::DomainName",
                properties(settings, endpoint)));
        mappings(settings, id, isPrivate, stageId, resources);
        settings.mapping("Route53").ifPresent(route53 -> addresses(api, route53, name, target(endpoint, id, route53)));
        if (isPrivate) {
            settings.mapping("AccessAssociation")
                    .ifPresent(association -> resources.add(association(settings, association, id)));
        }
        return resources;
    }

    private static String endpoint(DomainSettings settings) {
        Optional<Node> given = settings.written("EndpointConfiguration");
        String endpoint = given.map(node -> node.asText().orElse("")).orElse(REGIONAL);
        if (!ENDPOINTS.contains(endpoint)) {
            throw settings.api()
                    .invalid(
                            given.orElse(settings.values()),
                            "Domain.EndpointConfiguration must be one of EDGE, PRIVATE, REGIONAL",
                            "");
        }
        return endpoint;
    }

    private static MappingNode properties(DomainSettings settings, String endpoint) {
        MappingNode values = settings.values();
        boolean isPrivate = endpoint.equals(PRIVATE);
        MappingNode.Builder properties = MappingNode.builder()
                .copy(values, "DomainName")
                .copy(values, "CertificateArn", endpoint.equals(REGIONAL) ? "RegionalCertificateArn" : "CertificateArn")
                .put(
                        "EndpointConfiguration",
                        MappingNode.builder()
                                .put("Types", SequenceNode.ofTexts(endpoint))
                                .put("IpAddressType", settings.get("IpAddressType"))
                                .build())
                .put("SecurityPolicy", settings.get("SecurityPolicy"))
                .put("EndpointAccessMode", settings.get("EndpointAccessMode"))
                .put("Policy", settings.get("Policy"))
                .put("OwnershipVerificationCertificateArn", settings.get("OwnershipVerificationCertificateArn"))
                .put(MutualTls.PROPERTY, MutualTls.ofRest(settings).filter(trust -> !isPrivate));
        return properties.build();
    }

    /** Reported as the domain name's, which does not have it. */
    private static void refuse(DomainSettings settings, String property, boolean isPrivate, String domainId) {
        settings.get(property).ifPresent(value -> {
            throw settings.api()
                    .invalidAs(
                            domainId,
                            value,
                            "Domain.%s is for %s domains only".formatted(property, isPrivate ? "public" : "private"),
                            isPrivate ? "remove it" : "set EndpointConfiguration: PRIVATE, or remove it");
        });
    }

    private void addresses(SamResource api, MappingNode route53, Node name, AliasTarget target) {
        if (isSeparate(api, route53)) {
            recordSets.separate(api, route53, name, target);
        } else {
            recordSets.share(api, route53, name, target);
        }
    }

    private static boolean isSeparate(SamResource api, MappingNode route53) {
        Optional<Node> separate = BlankValue.given(route53, "SeparateRecordSetGroup");
        separate.filter(value -> !value.equals(ScalarNode.bool(true))).ifPresent(value -> {
            throw api.invalid(value, "Domain.Route53.SeparateRecordSetGroup must be true or false", "");
        });
        return separate.isPresent();
    }

    private static AliasTarget target(String endpoint, String domainId, MappingNode route53) {
        return switch (endpoint) {
            case REGIONAL -> AliasTarget.regional(domainId);
            case EDGE -> AliasTarget.edge(domainId, route53);
            default -> AliasTarget.vpcEndpoint(route53);
        };
    }

    private static void mappings(
            DomainSettings settings,
            String domainId,
            boolean isPrivate,
            String stageId,
            List<CloudFormationResource> resources) {
        SamResource api = settings.api();
        boolean normalized = !settings.values()
                .get("NormalizeBasePath")
                .filter(ScalarNode.bool(false)::equals)
                .isPresent();
        List<ScalarNode> paths = BasePaths.of(api, settings.get("BasePath")).paths();
        if (paths.isEmpty()) {
            resources.add(mapping(api, "", Optional.empty(), domainId, isPrivate, stageId));
        }
        for (ScalarNode path : paths) {
            String letters = BasePaths.alphanumerics(path.text());
            Node shown = normalized ? ScalarNode.string(letters) : path;
            resources.add(mapping(api, letters, Optional.of(shown), domainId, isPrivate, stageId));
        }
    }

    private static CloudFormationResource mapping(
            SamResource api, String infix, Optional<Node> path, String domainId, boolean isPrivate, String stageId) {
        return api.beside(
                api.logicalId() + infix + "BasePathMapping",
                isPrivate ? "AWS::ApiGateway::BasePathMappingV2" : "AWS::ApiGateway::BasePathMapping",
                MappingNode.builder()
                        .put("BasePath", path)
                        .put(isPrivate ? "DomainNameArn" : "DomainName", Intrinsic.ref(domainId))
                        .put("RestApiId", Intrinsic.ref(api.logicalId()))
                        .put("Stage", Intrinsic.ref(stageId))
                        .build());
    }

    private static CloudFormationResource association(
            DomainSettings settings, MappingNode association, String domainId) {
        Optional<Node> endpoint = association.get("VpcEndpointId").filter(value -> !value.isNull());
        return settings.api()
                .beside(
                        LogicalIds.accessAssociation(endpoint.orElse(ScalarNode.ofNull(SourceMark.NONE)), domainId),
                        "AWS::ApiGateway::DomainNameAccessAssociation",
                        MappingNode.builder()
                                .put("AccessAssociationSource", endpoint)
                                .put("AccessAssociationSourceType", "VPCE")
                                .put("DomainNameArn", Intrinsic.ref(domainId))
                                .build());
    }
}
