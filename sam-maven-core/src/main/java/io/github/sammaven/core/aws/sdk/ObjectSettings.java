package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.ArtifactBucket;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** What every object of a bucket is written with: encryption, metadata, content type. */
record ObjectSettings(ArtifactBucket bucket) {

    private static final String CONTENT_TYPE = "application/octet-stream";

    PutObjectRequest put(String key) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(bucket.name())
                .key(key)
                .contentType(CONTENT_TYPE)
                .metadata(bucket.metadata())
                .serverSideEncryption(encryption());
        bucket.kmsKeyId().ifPresent(request::ssekmsKeyId);
        return request.build();
    }

    CreateMultipartUploadRequest multipart(String key) {
        CreateMultipartUploadRequest.Builder request = CreateMultipartUploadRequest.builder()
                .bucket(bucket.name())
                .key(key)
                .contentType(CONTENT_TYPE)
                .metadata(bucket.metadata())
                .serverSideEncryption(encryption());
        bucket.kmsKeyId().ifPresent(request::ssekmsKeyId);
        return request.build();
    }

    /** The same as headers of HTTP. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", CONTENT_TYPE);
        headers.put("x-amz-server-side-encryption", encryption().toString());
        bucket.kmsKeyId().ifPresent(id -> headers.put("x-amz-server-side-encryption-aws-kms-key-id", id));
        bucket.metadata().forEach((name, value) -> headers.put("x-amz-meta-" + name, value));
        return headers;
    }

    /** Whether an object was written with these settings; what the server does not tell is not held against it. */
    boolean holdFor(HeadObjectResponse object) {
        boolean encrypted = object.serverSideEncryption() == null || object.serverSideEncryption() == encryption();
        return encrypted && object.metadata().equals(bucket.metadata());
    }

    private ServerSideEncryption encryption() {
        return bucket.kmsKeyId().isPresent() ? ServerSideEncryption.AWS_KMS : ServerSideEncryption.AES256;
    }
}
