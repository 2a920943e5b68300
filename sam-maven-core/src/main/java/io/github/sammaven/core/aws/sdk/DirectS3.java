package io.github.sammaven.core.aws.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.checksums.DefaultChecksumAlgorithm;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Plain requests to one bucket over the SDK's credentials, signer and HTTP client, one attempt each. The full client takes
 * twice the CPU time to start (2,775 classes to load against 1,264), which most runs never need: they only find that
 * everything is there. Whatever is not plainly answered is not answered here, and the full client asks again.
 */
final class DirectS3 {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    /** From here on a body is sent only after the server has seen the headers, as the full client does. */
    private static final long ASK_FIRST_BYTES = 1 << 20;

    private final S3Address address;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;
    private final CallLimits limits;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    DirectS3(S3Address address, AwsCredentialsProvider credentials, SdkHttpClient http, CallLimits limits) {
        this.address = address;
        this.credentials = credentials;
        this.http = http;
        this.limits = limits;
    }

    /** Whether there is an object with this key; empty if that is unknown. */
    Optional<Boolean> contains(String key) {
        return ask(Question.head(key))
                .map(SdkHttpResponse::statusCode)
                .filter(status -> status == OK || status == NOT_FOUND)
                .map(status -> status == OK);
    }

    /** Whether the bucket is there and may be listed; if not, the full client finds out why. */
    boolean bucketIsThere() {
        return ask(Question.head(""))
                .filter(answer -> answer.statusCode() == OK)
                .isPresent();
    }

    /**
     * Writes a file of moderate size.
     *
     * @return empty if it is not known to be written
     */
    Optional<Written> put(String key, FilePart whole, ObjectSettings settings) {
        return ask(new Question(SdkHttpMethod.PUT, key, settings.headers(), Optional.of(whole)))
                .filter(answer -> answer.statusCode() == OK)
                .map(answer -> Written.of(
                        answer.firstMatchingHeader("x-amz-version-id").orElse(null)));
    }

    URI url(String key) {
        return address.url(key);
    }

    /** @param key of an object; empty for the bucket itself */
    private record Question(SdkHttpMethod method, String key, Map<String, String> headers, Optional<FilePart> body) {

        static Question head(String key) {
            return new Question(SdkHttpMethod.HEAD, key, Map.of(), Optional.empty());
        }
    }

    /** The answer, whatever its status; empty if there was none. */
    private Optional<SdkHttpResponse> ask(Question question) {
        CompletableFuture<Void> watch = new CompletableFuture<>();
        try {
            ExecutableHttpRequest call = http.prepareRequest(signed(question));
            watch.orTimeout(limits.attempt().toMillis(), TimeUnit.MILLISECONDS).whenComplete((done, late) -> {
                if (late != null) {
                    call.abort();
                }
            });
            HttpExecuteResponse response = call.call();
            drain(response);
            return Optional.of(response.httpResponse());
        } catch (SdkException | IOException failed) {
            return Optional.empty();
        } finally {
            watch.complete(null);
        }
    }

    private HttpExecuteRequest signed(Question question) {
        SdkHttpRequest request = request(question);
        AwsCredentials identity = credentials.resolveCredentials();
        // A server behind another address than S3's own may not know checksums, and the full client sends it none.
        boolean checked = "https".equals(request.protocol());
        SignedRequest signed = signer.sign(sign -> {
            sign.identity(identity)
                    .request(request)
                    .putProperty(
                            AwsV4HttpSigner.SERVICE_SIGNING_NAME,
                            address.scheme().signingName())
                    .putProperty(AwsV4HttpSigner.REGION_NAME, address.scheme().signingRegion())
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                    .putProperty(AwsV4HttpSigner.CHUNK_ENCODING_ENABLED, false)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, !checked);
            question.body().ifPresent(body -> {
                sign.payload(body.content());
                if (checked) {
                    sign.putProperty(AwsV4HttpSigner.CHECKSUM_ALGORITHM, DefaultChecksumAlgorithm.CRC32);
                }
            });
        });
        return HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(signed.payload().orElse(null))
                .build();
    }

    private SdkHttpRequest request(Question question) {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(question.method())
                .uri(address.bucket())
                .putHeader("User-Agent", "sam-maven");
        if (!question.key().isEmpty()) {
            String base = address.bucket().getRawPath();
            request.encodedPath(base + "/" + SdkHttpUtils.urlEncodeIgnoreSlashes(question.key()));
        }
        question.headers().forEach(request::putHeader);
        question.body().ifPresent(body -> {
            request.putHeader("Content-Length", Long.toString(body.length()));
            if (body.length() >= ASK_FIRST_BYTES) {
                request.putHeader("Expect", "100-continue");
            }
        });
        return request.build();
    }

    /** A connection is used again only if its answer was read to the end. */
    private static void drain(HttpExecuteResponse response) throws IOException {
        if (response.responseBody().isPresent()) {
            try (InputStream body = response.responseBody().get()) {
                body.transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
