package io.github.sammaven.core.template;

import java.util.List;

/**
 * The part of AWS a region belongs to.
 *
 * @param name value of {@code AWS::Partition}
 * @param urlSuffix value of {@code AWS::URLSuffix}
 */
public record Partition(String name, String urlSuffix) {

    private static final Partition COMMERCIAL = new Partition("aws", "amazonaws.com");

    private record OfPrefix(String regionPrefix, Partition partition) {}

    private static final List<OfPrefix> OTHERS = List.of(
            new OfPrefix("cn-", new Partition("aws-cn", "amazonaws.com.cn")),
            new OfPrefix("us-gov-", new Partition("aws-us-gov", "amazonaws.com")),
            new OfPrefix("us-iso-", new Partition("aws-iso", "c2s.ic.gov")),
            new OfPrefix("us-isob-", new Partition("aws-iso-b", "sc2s.sgov.gov")),
            new OfPrefix("eu-isoe-", new Partition("aws-iso-e", "cloud.adc-e.uk")),
            new OfPrefix("us-isof-", new Partition("aws-iso-f", "csp.hci.ic.gov")),
            new OfPrefix("eusc-", new Partition("aws-eusc", "amazonaws.eu")));

    /** By the prefix of {@code region}; regions nobody knows belong to {@code aws}. */
    public static Partition of(String region) {
        return OTHERS.stream()
                .filter(other -> region.startsWith(other.regionPrefix))
                .findFirst()
                .map(OfPrefix::partition)
                .orElse(COMMERCIAL);
    }
}
