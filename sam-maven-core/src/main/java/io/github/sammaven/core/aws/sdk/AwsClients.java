package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.AwsSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.schemas.SchemasClient;
import software.amazon.awssdk.services.serverlessapplicationrepository.ServerlessApplicationRepositoryClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.signer.SignerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Builds the SDK clients, each when it is first asked for, over one HTTP client and one credentials chain. Closing it
 * closes what was built. What cannot be built for want of configuration, such as a region, is a {@code SamException}.
 */
public final class AwsClients implements AutoCloseable {

    /** A function runs for 15 minutes at most; the answer needs a little longer. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(16);

    private final AwsSettings settings;
    private final CallLimits limits;
    private final AwsErrors errors;
    private final List<SdkAutoCloseable> opened = new ArrayList<>();
    private final Map<String, SdkAutoCloseable> shared = new HashMap<>();
    private @Nullable SdkHttpClient http;
    private @Nullable SdkHttpClient longHttp;
    private @Nullable AwsCredentialsProvider credentials;

    public AwsClients(AwsSettings settings) {
        this(settings, CallLimits.standard());
    }

    /** @param limits how long calls to S3 may take; other services have the SDK's */
    AwsClients(AwsSettings settings, CallLimits limits) {
        this.settings = settings;
        this.limits = limits;
        this.errors = new AwsErrors(settings);
    }

    public synchronized S3Client s3() {
        boolean emulated = settings.endpointOf("s3").isPresent();
        return shared("s3", () -> {
            S3ClientBuilder builder = configure(S3Client.builder(), "s3").overrideConfiguration(change -> {
                settings.profile().ifPresent(change::defaultProfileName);
                change.apiCallAttemptTimeout(limits.attempt());
                if (SdkSystemSetting.AWS_MAX_ATTEMPTS.getStringValue().isEmpty()) {
                    change.retryStrategy(retries -> retries.maxAttempts(limits.attempts()));
                }
            });
            if (emulated) {
                // Emulators have no DNS for virtual-hosted names, and some answer before they have read the last chunk
                // or the checksum after it, which breaks the connection.
                builder.forcePathStyle(true)
                        .serviceConfiguration(configuration -> configuration.chunkedEncodingEnabled(false))
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
            }
            return builder.build();
        });
    }

    public synchronized CloudFormationClient cloudFormation() {
        return shared("cloudformation", () -> configure(CloudFormationClient.builder(), "cloudformation")
                .build());
    }

    /** @param interceptor sees each request */
    synchronized CloudFormationClient cloudFormation(ExecutionInterceptor interceptor) {
        return open("cloudformation", () -> configure(CloudFormationClient.builder(), "cloudformation")
                .overrideConfiguration(change -> {
                    settings.profile().ifPresent(change::defaultProfileName);
                    change.addExecutionInterceptor(interceptor);
                })
                .build());
    }

    public synchronized StsClient sts() {
        return shared("sts", () -> configure(StsClient.builder(), "sts").build());
    }

    public synchronized SignerClient signer() {
        return shared(
                "signer", () -> configure(SignerClient.builder(), "signer").build());
    }

    public synchronized EcrClient ecr() {
        return shared("ecr", () -> configure(EcrClient.builder(), "ecr").build());
    }

    public synchronized CodeDeployClient codeDeploy() {
        return shared("codedeploy", () -> configure(CodeDeployClient.builder(), "codedeploy")
                .build());
    }

    public synchronized CloudWatchClient cloudWatch() {
        return shared("monitoring", () -> configure(CloudWatchClient.builder(), "monitoring")
                .build());
    }

    public synchronized CloudWatchLogsClient logs() {
        return shared(
                "logs", () -> configure(CloudWatchLogsClient.builder(), "logs").build());
    }

    public synchronized IamClient iam() {
        return shared("iam", () -> configure(IamClient.builder(), "iam").build());
    }

    public synchronized LambdaClient lambda() {
        return shared(
                "lambda", () -> configure(LambdaClient.builder(), "lambda").build());
    }

    /**
     * For calls that last as long as a function runs. Each is made once: a second attempt would run the function again.
     */
    public synchronized LambdaClient functionCalls() {
        return shared("lambda", "function calls", () -> configure(LambdaClient.builder(), "lambda")
                .httpClient(longHttp())
                .overrideConfiguration(this::once)
                .build());
    }

    /** For express workflows, which are waited for in one call; made once as those of {@link #functionCalls}. */
    public synchronized SfnClient expressCalls() {
        return shared("states", "express calls", () -> configure(SfnClient.builder(), "states")
                .httpClient(longHttp())
                .overrideConfiguration(change -> {
                    once(change);
                    // The host of these calls is another than of the rest, but not at an endpoint of one's own.
                    change.putAdvancedOption(
                            SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION,
                            settings.endpointOf("states").isPresent());
                })
                .build());
    }

    private void once(ClientOverrideConfiguration.Builder change) {
        settings.profile().ifPresent(change::defaultProfileName);
        change.retryStrategy(retries -> retries.maxAttempts(1));
    }

    public synchronized SfnClient stepFunctions() {
        return shared("states", () -> configure(SfnClient.builder(), "states").build());
    }

    public synchronized SqsClient sqs() {
        return shared("sqs", () -> configure(SqsClient.builder(), "sqs").build());
    }

    public synchronized KinesisClient kinesis() {
        return shared(
                "kinesis", () -> configure(KinesisClient.builder(), "kinesis").build());
    }

    public synchronized XRayClient xray() {
        return shared("xray", () -> configure(XRayClient.builder(), "xray").build());
    }

    public synchronized ServerlessApplicationRepositoryClient serverlessRepo() {
        return shared(
                "serverlessrepo", () -> configure(ServerlessApplicationRepositoryClient.builder(), "serverlessrepo")
                        .httpClient(new JdkHttpClient(limits, settings.proxy()))
                        .build());
    }

    public synchronized SchemasClient schemas() {
        return shared(
                "schemas", () -> configure(SchemasClient.builder(), "schemas").build());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(B builder, String service) {
        builder.httpClient(http()).credentialsProvider(credentials());
        settings.region().map(Region::of).ifPresent(builder::region);
        settings.endpointOf(service).ifPresent(builder::endpointOverride);
        settings.profile().ifPresent(name -> builder.overrideConfiguration(change -> change.defaultProfileName(name)));
        return builder;
    }

    /** For plain requests to {@code bucket}; empty if it takes the full client to make them. */
    synchronized Optional<DirectS3> directS3(String bucket) {
        return S3Address.of(settings, bucket).map(address -> new DirectS3(address, credentials(), http(), limits));
    }

    /** Finds the credentials, so that no call has to wait for that. */
    void prepareCredentials() {
        AwsCredentialsProvider provider;
        synchronized (this) {
            provider = credentials();
        }
        provider.resolveCredentials();
    }

    private AwsCredentialsProvider credentials() {
        if (credentials == null) {
            credentials = settings.profile().isPresent()
                    // A profile that was asked for by name wins over keys that happen to be in the environment.
                    ? opened(
                            ProfileCredentialsProvider.create(settings.profile().get()))
                    : opened(DefaultCredentialsProvider.builder().build());
        }
        return credentials;
    }

    private <T extends SdkAutoCloseable> T opened(T provider) {
        opened.add(provider);
        return provider;
    }

    private SdkHttpClient http() {
        if (http == null) {
            http = http(limits.silence());
        }
        return http;
    }

    private SdkHttpClient longHttp() {
        if (longHttp == null) {
            longHttp = http(LONGEST_CALL);
        }
        return longHttp;
    }

    private SdkHttpClient http(Duration silence) {
        UrlConnectionHttpClient.Builder builder = UrlConnectionHttpClient.builder()
                .connectionTimeout(limits.connect())
                .socketTimeout(silence);
        settings.proxy().ifPresent(proxy -> builder.proxyConfiguration(proxyOf(proxy)));
        return opened(builder.build());
    }

    private static ProxyConfiguration proxyOf(AwsSettings.Proxy proxy) {
        URI endpoint = proxy.endpoint();
        ProxyConfiguration.Builder builder = ProxyConfiguration.builder()
                .endpoint(endpoint)
                .useSystemPropertyValues(false)
                .nonProxyHosts(patterns(proxy.nonProxyHosts()));
        proxy.username().ifPresent(builder::username);
        proxy.password().ifPresent(builder::password);
        return builder.build();
    }

    /** The SDK takes regular expressions where Maven's settings have {@code *} as the only wildcard. */
    private static Set<String> patterns(String nonProxyHosts) {
        return nonProxyHosts.isBlank()
                ? new HashSet<>()
                : Pattern.compile("[|,]")
                        .splitAsStream(nonProxyHosts)
                        .map(String::trim)
                        .filter(host -> !host.isEmpty())
                        .map(host -> Pattern.compile("\\*")
                                .splitAsStream(host)
                                .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
                                .collect(Collectors.joining(".*")))
                        .collect(Collectors.toSet());
    }

    /** Translates what the SDK says, for every implementation of a port over these clients. */
    AwsErrors errors() {
        return errors;
    }

    private <T extends SdkAutoCloseable> T shared(String service, Supplier<T> builder) {
        return shared(service, service, builder);
    }

    @SuppressWarnings("unchecked") // One kind of client for each purpose.
    private <T extends SdkAutoCloseable> T shared(String service, String purpose, Supplier<T> builder) {
        T client = (T) shared.get(purpose);
        if (client == null) {
            client = open(service, builder);
            shared.put(purpose, client);
        }
        return client;
    }

    private <T extends SdkAutoCloseable> T open(String service, Supplier<T> builder) {
        T client = errors.calling(
                service, "the connection to AWS " + AwsErrors.nameOf(service) + " cannot be set up", builder);
        opened.add(client);
        return client;
    }

    @Override
    public synchronized void close() {
        opened.forEach(SdkAutoCloseable::close);
        opened.clear();
        shared.clear();
    }
}
