package io.github.sammaven.core.transform.context;

import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * What a transform knows besides the template.
 *
 * @param region where the stack will be; decides the partition too
 * @param parameters parameter values by name; they win over defaults
 * @param managedPolicies finds policies that the published list lacks
 * @param applications finds published applications
 * @param passThroughMetadata whether {@code Metadata} of a SAM resource goes to each resource it generates
 * @param features toggles that are on
 * @param localFiles whether code, content and definitions may be paths on this machine, which are then kept as they are;
 *     else they must be in S3, as the hosted transform demands
 * @param clock the time that {@code AlwaysDeploy: true} makes deployment ids of
 */
public record TransformOptions(
        String region,
        Map<String, String> parameters,
        ManagedPolicySource managedPolicies,
        ApplicationRepository applications,
        boolean passThroughMetadata,
        Set<FeatureToggle> features,
        boolean localFiles,
        Clock clock) {

    public TransformOptions {
        parameters = Map.copyOf(parameters);
        features = Set.copyOf(features);
    }

    /** Offline: no account, no repository. */
    public static TransformOptions offline(String region, Map<String, String> parameters) {
        return new TransformOptions(
                region,
                parameters,
                ManagedPolicySource.none(),
                ApplicationRepository.offline(),
                false,
                Set.of(),
                false,
                Clock.systemUTC());
    }

    /** The same for a template whose files are not uploaded yet. */
    public TransformOptions withLocalFiles() {
        return new TransformOptions(
                region, parameters, managedPolicies, applications, passThroughMetadata, features, true, clock);
    }

    /** The same to learn what is wrong: files need not be uploaded, and published applications count as there. */
    public TransformOptions forValidation() {
        return new TransformOptions(
                region,
                parameters,
                managedPolicies,
                (applicationId, version) -> new ApplicationRepository.Available("https://" + applicationId),
                passThroughMetadata,
                features,
                true,
                clock);
    }
}
