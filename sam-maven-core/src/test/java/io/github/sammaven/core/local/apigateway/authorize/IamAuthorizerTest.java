package io.github.sammaven.core.local.apigateway.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.apigateway.authorize.signature.LocalCredential;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.report.VirtualTime;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Requests signed by the signer of the AWS SDK. */
class IamAuthorizerTest {

    private static final LocalCredential CREDENTIAL = LocalCredential.of("AKIDLOCAL", "s3cr3t/with+signs");
    private static final AwsCredentialsIdentity CLIENT =
            AwsCredentialsIdentity.create("AKIDLOCAL", "s3cr3t/with+signs");

    private final VirtualTime clock = new VirtualTime(TestApi.NOW);

    /** What a client does differently. */
    private static final class Client {
        AwsCredentialsIdentity identity = CLIENT;
        String service = "execute-api";
        String region = "eu-central-1";
        String url = "http://localhost:3000/items/7";
        String body = "";
        Optional<Duration> presigned = Optional.empty();
    }

    private static ApiRequest signed(Client client) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(client.body.isEmpty() ? SdkHttpMethod.GET : SdkHttpMethod.POST)
                .uri(URI.create(client.url))
                .putHeader("Accept", "a,  b")
                .putHeader("X-Twice", List.of("1", "2"))
                .build();
        byte[] body = client.body.getBytes(StandardCharsets.UTF_8);
        SignRequest.Builder<AwsCredentialsIdentity> sign = SignRequest.builder(client.identity)
                .request(request)
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, client.service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, client.region)
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(TestApi.NOW, ZoneOffset.UTC));
        client.presigned.ifPresent(
                lifetime -> sign.putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, lifetime));
        SdkHttpRequest result = AwsV4HttpSigner.create().sign(sign.build()).request();
        List<Header> headers = new ArrayList<>();
        result.headers().forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
        return new ApiRequest(
                "id",
                TestApi.NOW,
                result.method().name(),
                result.encodedPath(),
                result.encodedQueryParameters().orElse(""),
                headers,
                body,
                new ApiRequest.Caller("127.0.0.1", "HTTP/1.1", "http", 3000));
    }

    private static TestApi api(ApiKind kind, PayloadVersion version) {
        return TestApi.with(kind, version, new Authorizer.Iam("AWS_IAM"));
    }

    private Authorization ask(ApiRequest request, LocalCredential... credentials) {
        AuthorizeSettings settings = new AuthorizeSettings(
                Compatibility.AWS, Set.of(), false, List.of(), List.of(credentials), false, "eu-central-1");
        TestApi api = api(ApiKind.REST, PayloadVersion.V1);
        return api.authorizers(settings, TestApi.NO_CALLS, clock).authorize(request, api.match());
    }

    private void assertPasses(Client client) {
        Authorization authorization = ask(signed(client), CREDENTIAL);
        assertThat(authorization).as(TestApi.reason(authorization)).isInstanceOf(Authorization.Allowed.class);
    }

    private void assertRefused(ApiRequest request, String reason) {
        Authorization authorization = ask(request, CREDENTIAL);
        assertThat(TestApi.text(authorization)).isEqualTo("INVALID_SIGNATURE");
        assertThat(TestApi.reason(authorization))
                .startsWith("the signature does not count: ")
                .contains(reason)
                .doesNotContain("s3cr3t");
    }

    private static ApiRequest with(ApiRequest request, String path, String query, String body, List<Header> headers) {
        return new ApiRequest(
                request.id(),
                request.at(),
                request.method(),
                path,
                query,
                headers,
                body.getBytes(StandardCharsets.UTF_8),
                request.caller());
    }

    private static ApiRequest withHeader(ApiRequest request, String name, UnaryOperator<String> change) {
        List<Header> headers = request.headers().stream()
                .map(header -> header.isNamed(name) ? new Header(name, change.apply(header.value())) : header)
                .toList();
        return with(request, request.path(), request.query(), "", headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3000/items/7",
                "http://localhost:3000",
                "http://localhost:3000/",
                "http://localhost:3000/items/",
                "http://localhost:3000/items/a%2Fb%20c",
                "http://localhost:3000/items/%C3%BCber~-._",
                "http://localhost:3000/items?b=2&a=1&a=0&empty=&plus=a%2Bb&blank=a%20b&sign=%3D%26",
                "http://localhost:3000/items?flag",
            })
    void passesWhenTheSignatureIsRight(String url) {
        Client client = new Client();
        client.url = url;
        assertPasses(client);
        client.presigned = Optional.of(Duration.ofMinutes(15));
        assertPasses(client);
        client.body = "{\"item\":\"ü\"}";
        client.presigned = Optional.empty();
        assertPasses(client);
    }

    @Test
    void tellsTheCallerInTheIdentityOfRestApis() {
        assertThat(TestApi.text(ask(signed(new Client()), CREDENTIAL)))
                .isEqualTo("allowed as {\"accessKey\":\"AKIDLOCAL\",\"accountId\":\"123456789012\","
                        + "\"userArn\":\"arn:aws:iam::123456789012:user/local\","
                        + "\"caller\":\"AKIDLOCAL\",\"user\":\"AKIDLOCAL\"}");
    }

    @Test
    void tellsTheCallerInTheAuthorizerOfHttpApis() {
        AuthorizeSettings settings = new AuthorizeSettings(
                Compatibility.AWS, Set.of(), false, List.of(), List.of(CREDENTIAL), false, "eu-central-1");
        TestApi api = api(ApiKind.HTTP, PayloadVersion.V2);
        Authorization authorization =
                api.authorizers(settings, TestApi.NO_CALLS, clock).authorize(signed(new Client()), api.match());
        assertThat(TestApi.text(authorization))
                .startsWith("allowed {\"iam\":{\"accessKey\":\"AKIDLOCAL\",\"accountId\":\"123456789012\"")
                .endsWith("\"cognitoIdentity\":null,\"principalOrgId\":null}}");
    }

    @Test
    void refusesAnotherRequestThanTheSignedOne() {
        Client client = new Client();
        client.url = "http://localhost:3000/items/7?a=1";
        ApiRequest request = signed(client);
        assertRefused(with(request, "/items/8", "a=1", "", request.headers()), "GET /items/8");
        assertRefused(with(request, "/items/7", "a=2", "", request.headers()), "not the one of this request");
        assertRefused(withHeader(request, "X-Twice", value -> value + "3"), "not the one of this request");
        assertRefused(withHeader(request, "Host", value -> "elsewhere"), "not the one of this request");
    }

    @Test
    void refusesAnotherBodyThanTheSignedOne() {
        Client client = new Client();
        client.body = "one";
        ApiRequest request = signed(client);
        List<Header> unhashed = request.headers().stream()
                .filter(header -> !header.isNamed("x-amz-content-sha256"))
                .toList();
        assertRefused(with(request, request.path(), "", "two", unhashed), "not the one of this request");
        assertRefused(
                with(request, request.path(), "", "one", plus(unhashed, "X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")),
                "X-Amz-Content-Sha256 is not the hash of the body");
    }

    private static List<Header> plus(List<Header> headers, String name, String value) {
        List<Header> all = new ArrayList<>(headers);
        all.add(new Header(name, value));
        return all;
    }

    @Test
    void refusesAnotherSecret() {
        Client client = new Client();
        client.identity = AwsCredentialsIdentity.create("AKIDLOCAL", "wrong");
        assertRefused(signed(client), "the secret of AKIDLOCAL");
    }

    @Test
    void refusesAnUnknownAccessKey() {
        Client client = new Client();
        client.identity = AwsCredentialsIdentity.create("AKIDOTHER", "s3cr3t/with+signs");
        assertRefused(signed(client), "the access key AKIDOTHER is none of the credentials of this machine");
    }

    @Test
    void refusesAnotherServiceOrRegion() {
        Client service = new Client();
        service.service = "lambda";
        assertRefused(signed(service), "20261121/eu-central-1/lambda/aws4_request, and should be");
        Client region = new Client();
        region.region = "us-east-1";
        assertRefused(signed(region), "should be 20261121/eu-central-1/execute-api/aws4_request");
    }

    @Test
    void takesTemporaryCredentialsOnlyWithTheirToken() {
        LocalCredential temporary =
                new LocalCredential("ASIALOCAL", "key", Optional.of("token"), "123456789012", "arn:x", "id");
        Client client = new Client();
        client.identity = AwsSessionCredentialsIdentity.create("ASIALOCAL", "key", "token");
        assertThat(TestApi.text(ask(signed(client), temporary))).startsWith("allowed");
        client.presigned = Optional.of(Duration.ofMinutes(1));
        assertThat(TestApi.text(ask(signed(client), temporary))).startsWith("allowed");
        client.identity = AwsSessionCredentialsIdentity.create("ASIALOCAL", "key", "other");
        assertThat(TestApi.reason(ask(signed(client), temporary)))
                .endsWith("its session token is not that of the credentials");
        assertThat(temporary.toString()).isEqualTo("LocalCredential[ASIALOCAL]");
    }

    @Test
    void countsForFiveMinutes() {
        ApiRequest request = signed(new Client());
        clock.pause(Duration.ofMinutes(5));
        assertThat(TestApi.text(ask(request, CREDENTIAL))).startsWith("allowed");
        clock.pause(Duration.ofSeconds(1));
        assertRefused(request, "it counted until 2026-11-21T10:36:07Z, and it is 2026-11-21T10:36:08Z here");
        clock.pause(Duration.ofMinutes(-10).minusSeconds(2));
        assertRefused(request, "it is of 2026-11-21T10:31:07Z, and it is 2026-11-21T10:26:06Z here");
    }

    @Test
    void countsInAUrlAsLongAsItSays() {
        Client client = new Client();
        client.presigned = Optional.of(Duration.ofHours(1));
        ApiRequest request = signed(client);
        clock.pause(Duration.ofHours(1));
        assertThat(TestApi.text(ask(request, CREDENTIAL))).startsWith("allowed");
        clock.pause(Duration.ofSeconds(1));
        assertRefused(request, "it counted until 2026-11-21T11:31:07Z");
        String endless = request.query().replace("X-Amz-Expires=3600", "X-Amz-Expires=999999999");
        assertRefused(with(request, request.path(), endless, "", request.headers()), "X-Amz-Expires");
    }

    @Test
    void refusesWhatIsNoWholeSignature() {
        ApiRequest request = signed(new Client());
        assertRefused(withHeader(request, "Authorization", value -> "AWS4-HMAC-SHA256"), "it has no Credential");
        assertRefused(
                withHeader(request, "Authorization", value -> value.replace("HMAC-SHA256", "ECDSA-P256-SHA256")),
                "its algorithm is not AWS4-HMAC-SHA256");
        assertRefused(
                withHeader(request, "Authorization", value -> value.replaceAll("/[^,]*,", ",")),
                "its Credential has no scope");
        assertRefused(withHeader(request, "X-Amz-Date", value -> "today"), "its date (X-Amz-Date)");
        assertRefused(
                withHeader(request, "Authorization", value -> value.replace("host;", "")),
                "the header host is not signed");
        assertRefused(
                with(request, request.path(), "", "", plus(request.headers(), "x-amz-more", "1")),
                "the header x-amz-more is not signed");
    }

    @Test
    void refusesWhatIsNotSigned() {
        assertThat(TestApi.text(ask(TestApi.request(), CREDENTIAL))).isEqualTo("MISSING_AUTHENTICATION_TOKEN");
        assertThat(TestApi.text(api(ApiKind.HTTP, PayloadVersion.V2).ask(AuthorizeSettings.DEFAULT, clock)))
                .isEqualTo("INVALID_SIGNATURE");
    }

    @Test
    void letsTheUnsignedPassOnlyWhenThatIsAllowed() {
        AuthorizeSettings settings =
                new AuthorizeSettings(Compatibility.AWS, Set.of(), false, List.of(), List.of(), true, "eu-central-1");
        TestApi api = api(ApiKind.REST, PayloadVersion.V1);
        assertThat(TestApi.text(api.ask(settings, clock))).isEqualTo("allowed");
        assertThat(TestApi.text(api.authorizers(settings, TestApi.NO_CALLS, clock)
                        .authorize(signed(new Client()), api.match())))
                .isEqualTo("INVALID_SIGNATURE");
    }
}
