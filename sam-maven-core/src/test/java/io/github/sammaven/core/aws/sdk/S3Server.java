package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.AwsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An S3 server in this JVM, on a free port of localhost, that keeps objects in memory and checks signatures. */
public final class S3Server implements AutoCloseable {

    public static final String ACCESS_KEY = "test-access-key";
    public static final String SECRET_KEY = "test-secret-key";
    public static final String REGION = "eu-central-1";

    private final S3Proxy server;
    private final Recorder store;

    public S3Server() {
        store = new Recorder(new TransientNio2BlobStore());
        server = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .blobStore(store)
                .v4MaxNonChunkedRequestSize(1L << 30)
                .ignoreUnknownHeaders(true)
                .stopTimeout(0)
                .build();
        try {
            server.start();
        } catch (Exception failure) {
            throw new IllegalStateException("the S3 server does not start", failure);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** Settings that lead here. The credentials come from {@link LocalCredentials} or the environment. */
    public AwsSettings settings() {
        return new AwsSettings(
                Optional.of(REGION), Optional.empty(), Optional.empty(), Map.of("s3", endpoint()), Optional.empty());
    }

    public S3Server createBucket(String name) {
        store.createContainer(name);
        return this;
    }

    /** Keys of the objects in {@code bucket}, sorted. */
    public List<String> keys(String bucket) {
        return store.list(ListObjectsV2Request.builder().bucket(bucket).build()).contents().stream()
                .map(S3Object::key)
                // The server's own notes on uploads that go on.
                .filter(key -> !key.startsWith(".s3proxy-"))
                .sorted()
                .toList();
    }

    public byte[] content(String bucket, String key) {
        try (InputStream stream = store.getBlob(bucket, key)) {
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public HeadObjectResponse head(String bucket, String key) {
        return store.blobMetadata(bucket, key);
    }

    /** Uploads in parts that were begun and neither ended nor taken back. */
    public List<String> unfinished(String bucket) {
        return store.listMultipartUploads(bucket).stream()
                .map(MultipartUpload::key)
                .toList();
    }

    /** Keys in the order in which they were written, as often as they were. */
    public List<String> written() {
        return List.copyOf(store.written);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("the S3 server does not stop", failure);
        }
        store.close();
    }

    private static final class Recorder extends ForwardingBlobStore {

        private final ConcurrentLinkedQueue<String> written = new ConcurrentLinkedQueue<>();

        Recorder(BlobStore store) {
            super(store);
        }

        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
            PutObjectResponse response = super.putBlob(request, content);
            written.add(request.key());
            return response;
        }
    }
}
