package io.github.sammaven.core.transform.domain;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.BlankValue;

/**
 * Where an alias record points.
 *
 * @param hostedZoneId the zone of the target, not of the domain
 * @param dnsName its name
 */
record AliasTarget(Node hostedZoneId, Node dnsName) {

    /** The zone of all CloudFront distributions, and so of edge endpoints. */
    private static final String CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2";

    static AliasTarget regional(String domainId) {
        return new AliasTarget(
                Intrinsic.getAtt(domainId, "RegionalHostedZoneId"), Intrinsic.getAtt(domainId, "RegionalDomainName"));
    }

    static AliasTarget edge(String domainId, MappingNode route53) {
        return new AliasTarget(
                ScalarNode.string(CLOUDFRONT_ZONE),
                BlankValue.given(route53, "DistributionDomainName")
                        .orElseGet(() -> Intrinsic.getAtt(domainId, "DistributionDomainName")));
    }

    /** The VPC endpoint that requests come through; null stands for what is not given. */
    static AliasTarget vpcEndpoint(MappingNode route53) {
        return new AliasTarget(
                route53.get("VpcEndpointHostedZoneId").orElse(ScalarNode.ofNull(SourceMark.NONE)),
                route53.get("VpcEndpointDomainName").orElse(ScalarNode.ofNull(SourceMark.NONE)));
    }
}
