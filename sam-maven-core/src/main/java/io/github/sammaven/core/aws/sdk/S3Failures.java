package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.problem.SamException;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3's refusals mean for one bucket. */
final class S3Failures {

    private static final int FORBIDDEN = 403;

    private final AwsErrors errors;
    private final ArtifactBucket bucket;
    private final String region;

    /** @param region the region the client talks to */
    S3Failures(AwsErrors errors, ArtifactBucket bucket, String region) {
        this.errors = errors;
        this.bucket = bucket;
        this.region = region;
    }

    /** @param explain a read of the same key whose refusal, unlike that of a HEAD, says why */
    SamException ofHead(String key, S3Exception refused, Consumer<String> explain) {
        Optional<SamException> known = bucketFault(refused);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            explain.accept(key);
        } catch (S3Exception reason) {
            boolean denied = code(reason).equals("AccessDenied") || code(reason).isEmpty();
            if (reason.statusCode() != FORBIDDEN || !denied) {
                return bucketFault(reason).orElseGet(() -> other(unknown(key), reason));
            }
            return new SamException(
                    "the bucket '" + bucket.name() + "' does not let these credentials see whether " + key
                            + " is there",
                    "allow s3:ListBucket on arn:aws:s3:::" + bucket.name() + " and s3:GetObject on arn:aws:s3:::"
                            + bucket.name() + "/*",
                    reason);
        } catch (SdkException failure) {
            return other(unknown(key), failure);
        }
        if (refused.statusCode() == FORBIDDEN) {
            return new SamException(
                    "the bucket '" + bucket.name() + "' does not let these credentials read " + key,
                    "allow s3:GetObject on arn:aws:s3:::" + bucket.name() + "/*"
                            + ", and kms:Decrypt if a KMS key encrypts the bucket",
                    refused);
        }
        return other(unknown(key), refused);
    }

    SamException ofPut(String key, S3Exception refused) {
        return bucketFault(refused).orElseGet(() -> {
            if (refused.statusCode() == FORBIDDEN && code(refused).equals("AccessDenied")) {
                return new SamException(
                        "the bucket '" + bucket.name() + "' does not let these credentials write " + key + ": "
                                + refused.awsErrorDetails().errorMessage(),
                        "allow s3:PutObject on arn:aws:s3:::" + bucket.name() + "/*"
                                + bucket.kmsKeyId()
                                        .map(id -> ", and kms:GenerateDataKey on the key " + id)
                                        .orElse(""),
                        refused);
            }
            return other("s3://" + bucket.name() + "/" + key + " cannot be written", refused);
        });
    }

    SamException other(String what, SdkException failure) {
        return errors.translate("s3", what, failure);
    }

    /** A bucket that is not there or elsewhere is the same problem for every key, and worded so. */
    private Optional<SamException> bucketFault(S3Exception refused) {
        if (code(refused).equals("NoSuchBucket")) {
            return Optional.of(new SamException(
                    "there is no S3 bucket '" + bucket.name() + "'",
                    "create it (aws s3 mb s3://" + bucket.name() + " --region " + region
                            + ") or name another with -Dsam.s3Bucket=BUCKET",
                    refused));
        }
        Optional<String> home = header(refused, "x-amz-bucket-region").filter(name -> !name.equals(region));
        if (home.isPresent() || refused.statusCode() == 301 || code(refused).equals("PermanentRedirect")) {
            return Optional.of(new SamException(
                    "the S3 bucket '" + bucket.name() + "' is in "
                            + home.map(name -> "region " + name).orElse("another region")
                            + ", not in " + region,
                    "Lambda takes code only from a bucket in its own region: name one in " + region
                            + " with -Dsam.s3Bucket=BUCKET"
                            + home.map(name -> ", or work in " + name + " with -Dsam.region=" + name)
                                    .orElse(""),
                    refused));
        }
        return Optional.empty();
    }

    private String unknown(String key) {
        return "it is unknown whether s3://" + bucket.name() + "/" + key + " is there";
    }

    private static String code(S3Exception refused) {
        return Optional.ofNullable(refused.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }

    private static Optional<String> header(S3Exception refused, String name) {
        return Optional.ofNullable(refused.awsErrorDetails())
                .map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(response -> response.firstMatchingHeader(name));
    }
}
