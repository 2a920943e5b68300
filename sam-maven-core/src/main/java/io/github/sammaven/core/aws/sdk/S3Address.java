package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.AwsSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.endpoint.DualstackEnabledProvider;
import software.amazon.awssdk.awscore.endpoint.FipsEnabledProvider;
import software.amazon.awssdk.awscore.endpoints.AwsEndpointAttribute;
import software.amazon.awssdk.awscore.endpoints.authscheme.EndpointAuthScheme;
import software.amazon.awssdk.awscore.endpoints.authscheme.SigV4AuthScheme;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Where a bucket is and how requests to it are signed, from the SDK's region chain and endpoint rules. Empty for all that
 * needs more than these two: the full client knows it.
 *
 * @param bucket address of the bucket, without a slash at its end
 * @param pathStyle the same with the bucket in the path, whatever requests use
 * @param scheme name and region to sign with
 */
record S3Address(URI bucket, URI pathStyle, SigV4AuthScheme scheme) {

    /** Set by people who know S3 under another address; the SDK reads them only when it builds a client. */
    private static final List<String> OTHER_ENDPOINTS = List.of("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL");

    private static final List<String> OTHER_ENDPOINT_PROPERTIES = List.of("aws.endpointUrlS3", "aws.endpointUrl");
    private static final List<String> PROFILE_ENDPOINTS = List.of("endpoint_url", "services");

    static Optional<S3Address> of(AwsSettings settings, String bucket) {
        Optional<URI> emulator = settings.endpointOf("s3");
        if (bucket.startsWith("arn:") || (emulator.isEmpty() && isElsewhere(settings))) {
            return Optional.empty();
        }
        try {
            Region region = region(settings);
            Endpoint plain = endpoint(settings, region, bucket, emulator.isPresent());
            List<EndpointAuthScheme> schemes = plain.attribute(AwsEndpointAttribute.AUTH_SCHEMES);
            if (schemes == null || schemes.size() != 1 || !(schemes.get(0) instanceof SigV4AuthScheme scheme)) {
                return Optional.empty();
            }
            URI pathStyle = emulator.isPresent()
                    ? plain.url()
                    : endpoint(settings, region, bucket, true).url();
            return Optional.of(new S3Address(plain.url(), pathStyle, scheme));
        } catch (SdkException | CompletionException unknown) {
            return Optional.empty();
        }
    }

    /** Path-style address of an object. */
    URI url(String key) {
        return URI.create(pathStyle + "/" + SdkHttpUtils.urlEncodeIgnoreSlashes(key));
    }

    private static Region region(AwsSettings settings) {
        return settings.region().map(Region::of).orElseGet(() -> {
            DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
            settings.profile().ifPresent(chain::profileName);
            return chain.build().getRegion();
        });
    }

    private static Endpoint endpoint(AwsSettings settings, Region region, String bucket, boolean pathStyle) {
        @Nullable String profile = settings.profile().orElse(null);
        boolean dualStack = DualstackEnabledProvider.builder()
                .profileName(profile)
                .build()
                .isDualstackEnabled()
                .orElse(false);
        boolean fips = FipsEnabledProvider.builder()
                .profileName(profile)
                .build()
                .isFipsEnabled()
                .orElse(false);
        return S3EndpointProvider.defaultProvider()
                .resolveEndpoint(params -> {
                    params.bucket(bucket)
                            .region(region)
                            .useDualStack(dualStack)
                            .useFips(fips)
                            .forcePathStyle(pathStyle);
                    settings.endpointOf("s3").map(URI::toString).ifPresent(params::endpoint);
                })
                .join();
    }

    private static boolean isElsewhere(AwsSettings settings) {
        return OTHER_ENDPOINTS.stream().anyMatch(name -> System.getenv(name) != null)
                || OTHER_ENDPOINT_PROPERTIES.stream().anyMatch(name -> System.getProperty(name) != null)
                || profileProperties(settings).anyMatch(PROFILE_ENDPOINTS::contains);
    }

    private static Stream<String> profileProperties(AwsSettings settings) {
        String name = settings.profile().orElseGet(ProfileFileSystemSetting.AWS_PROFILE::getStringValueOrThrow);
        return ProfileFile.defaultProfileFile()
                .profile(name)
                .map(profile -> profile.properties().keySet())
                .stream()
                .flatMap(keys -> keys.stream());
    }
}
