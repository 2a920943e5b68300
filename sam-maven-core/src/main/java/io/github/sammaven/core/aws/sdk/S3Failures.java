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

    private static final int MOVED = 301;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final AwsErrors errors;
    private final ArtifactBucket bucket;
    private final String region;
    private final Consumer<String> list;

    /**
     * @param region the region the client talks to
     * @param list lists the bucket from a key on; asked when an answer came without a reason
     */
    S3Failures(AwsErrors errors, ArtifactBucket bucket, String region, Consumer<String> list) {
        this.errors = errors;
        this.bucket = bucket;
        this.region = region;
        this.list = list;
    }

    /** What the answer to a HEAD of the bucket says about it; empty if the bucket may well be there. */
    Optional<SamException> ofBucket(S3Exception refused) {
        return refused.statusCode() == NOT_FOUND ? Optional.of(absent(refused)) : elsewhere(refused);
    }

    SamException ofHead(String key, S3Exception refused) {
        return bucketFault(refused).orElseGet(() -> {
            String what = "it is unknown whether " + address(key) + " is there";
            Listing listing = list(key, what);
            if (listing.fault().isPresent()) {
                return listing.fault().get();
            }
            return refused.statusCode() == FORBIDDEN || !listing.allowed()
                    ? unreadable(key, listing.allowed(), refused)
                    : other(what, refused);
        });
    }

    SamException ofPut(String key, S3Exception refused) {
        return bucketFault(refused).orElseGet(() -> {
            String what = address(key) + " cannot be written";
            // The HTTP client loses the words of a server that refuses before it has taken the body.
            Optional<SamException> reason =
                    code(refused).isEmpty() ? list(key, what).fault() : Optional.empty();
            return reason.orElseGet(() -> isDenial(refused) ? unwritable(key, refused) : other(what, refused));
        });
    }

    /**
     * What a read says that, unlike a HEAD, is answered with words.
     *
     * @param allowed whether it is
     * @param fault why not, if for another reason than want of a permission
     */
    private record Listing(boolean allowed, Optional<SamException> fault) {}

    private Listing list(String key, String what) {
        try {
            list.accept(key);
            return new Listing(true, Optional.empty());
        } catch (S3Exception refused) {
            return new Listing(
                    false,
                    isDenial(refused)
                            ? Optional.empty()
                            : Optional.of(bucketFault(refused).orElseGet(() -> other(what, refused))));
        } catch (SdkException failure) {
            return new Listing(false, Optional.of(other(what, failure)));
        }
    }

    private SamException unreadable(String key, boolean listAllowed, S3Exception refused) {
        String read = "s3:GetObject on arn:aws:s3:::" + bucket.name() + "/*";
        return listAllowed
                ? new SamException(
                        "the bucket '" + bucket.name() + "' does not let these credentials read " + key,
                        "allow " + read + ", and kms:Decrypt if a KMS key encrypts the bucket",
                        refused)
                : new SamException(
                        "the bucket '" + bucket.name() + "' does not let these credentials see whether " + key
                                + " is there",
                        "allow s3:ListBucket on arn:aws:s3:::" + bucket.name() + " and " + read,
                        refused);
    }

    private SamException unwritable(String key, S3Exception refused) {
        String words = Optional.ofNullable(refused.awsErrorDetails())
                .map(AwsErrorDetails::errorMessage)
                .map(text -> ": " + text)
                .orElse("");
        return new SamException(
                "the bucket '" + bucket.name() + "' does not let these credentials write " + key + words,
                "allow s3:PutObject on arn:aws:s3:::" + bucket.name() + "/*"
                        + bucket.kmsKeyId()
                                .map(id -> ", and kms:GenerateDataKey on the key " + id)
                                .orElse(""),
                refused);
    }

    private static boolean isDenial(S3Exception refused) {
        return refused.statusCode() == FORBIDDEN
                && (code(refused).equals("AccessDenied") || code(refused).isEmpty());
    }

    SamException other(String what, SdkException failure) {
        return errors.translate("s3", what, failure);
    }

    /** A bucket that is not there or elsewhere is the same problem for every key, and worded so. */
    private Optional<SamException> bucketFault(S3Exception refused) {
        return code(refused).equals("NoSuchBucket") ? Optional.of(absent(refused)) : elsewhere(refused);
    }

    private SamException absent(S3Exception refused) {
        return new SamException(
                "there is no S3 bucket '" + bucket.name() + "'",
                "create it (aws s3 mb s3://" + bucket.name() + " --region " + region
                        + ") or name another with -Dsam.s3Bucket=BUCKET",
                refused);
    }

    private Optional<SamException> elsewhere(S3Exception refused) {
        Optional<String> home = header(refused, "x-amz-bucket-region").filter(name -> !name.equals(region));
        boolean redirected = refused.statusCode() == MOVED || code(refused).equals("PermanentRedirect");
        if (home.isEmpty() && !redirected) {
            return Optional.empty();
        }
        return Optional.of(new SamException(
                "the S3 bucket '" + bucket.name() + "' is in "
                        + home.map(name -> "region " + name).orElse("another region") + ", not in " + region,
                "Lambda takes code only from a bucket in its own region: name one in " + region
                        + " with -Dsam.s3Bucket=BUCKET"
                        + home.map(name -> ", or work in " + name + " with -Dsam.region=" + name)
                                .orElse(""),
                refused));
    }

    private String address(String key) {
        return "s3://" + bucket.name() + "/" + key;
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
