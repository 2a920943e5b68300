package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.AwsSettings;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Says what went wrong with a call to AWS in plain words, with the way out. What concerns every call alike (no
 * credentials, no connection) is worded the same for all, so that many calls failing for one reason give one problem.
 */
final class AwsErrors {

    private static final Set<String> EXPIRED =
            Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");
    private static final Set<String> WRONG_KEYS = Set.of(
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "IncompleteSignature",
            "InvalidToken",
            "AuthFailure");
    private static final Set<String> DENIED =
            Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "AllAccessDisabled");

    /** The service's own words for an action that is not allowed. */
    private static final Pattern ACTION = Pattern.compile("not authorized to perform:? ([A-Za-z0-9-]+:[A-Za-z0-9]+)");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("s3", "S3"),
            Map.entry("cloudformation", "CloudFormation"),
            Map.entry("sts", "STS"),
            Map.entry("signer", "Signer"),
            Map.entry("ecr", "ECR"),
            Map.entry("codedeploy", "CodeDeploy"),
            Map.entry("monitoring", "CloudWatch"),
            Map.entry("logs", "CloudWatch Logs"),
            Map.entry("iam", "IAM"),
            Map.entry("lambda", "Lambda"),
            Map.entry("states", "Step Functions"),
            Map.entry("sqs", "SQS"),
            Map.entry("kinesis", "Kinesis"),
            Map.entry("xray", "X-Ray"),
            Map.entry("serverlessrepo", "Serverless Application Repository"),
            Map.entry("schemas", "EventBridge Schemas"));

    private final AwsSettings settings;

    AwsErrors(AwsSettings settings) {
        this.settings = settings;
    }

    /**
     * Runs {@code call}.
     *
     * @param service lower-case name of the service, {@code s3}
     * @param what what cannot be done if it fails, a clause such as {@code the stack orders cannot be read}
     * @throws SamException if the SDK gives up
     */
    <T> T calling(String service, String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw translate(service, what, failure);
        }
    }

    /**
     * The failure in plain words; parameters as for {@link #calling}. An interruption is one whose cause is an {@code
     * InterruptedException}.
     */
    SamException translate(String service, String what, SdkException failure) {
        if (failure instanceof AbortedException) {
            Throwable cause = new InterruptedException(failure.getMessage()).initCause(failure);
            return new SamException(what + ": it was interrupted", "", cause);
        }
        return new SamException(problem(service, what, failure), failure);
    }

    private Problem problem(String service, String what, SdkException failure) {
        if (failure instanceof AwsServiceException refused) {
            return refusal(service, what, refused);
        }
        if (failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException) {
            return error(target(service) + " did not answer in time", "try again");
        }
        return setup(failure)
                .or(() -> network(service, failure))
                .orElseGet(() -> error(what + ": " + textOf(failure), ""));
    }

    private Problem refusal(String service, String what, AwsServiceException refused) {
        String code = Optional.ofNullable(refused.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
        String words = words(refused);
        if (EXPIRED.contains(code)) {
            return error("the AWS credentials" + ofProfile() + " have expired", renewal());
        }
        if (code.equals("RequestTimeTooSkewed") || refused.isClockSkewException()) {
            return error("this machine's clock is wrong by more than AWS allows", "set the clock, then try again");
        }
        if (WRONG_KEYS.contains(code)) {
            return error(
                    "AWS does not accept the credentials" + ofProfile() + ": " + words,
                    "check access key, secret key and session token; they must belong together");
        }
        if (code.equals("OptInRequired")) {
            return error(what + ": " + words, "enable the service or region for this account in the AWS console");
        }
        if (DENIED.contains(code) || refused.statusCode() == 403) {
            return error(what + ": " + words, permission(words));
        }
        if (refused.isThrottlingException()) {
            return error(
                    what + ": " + target(service) + " is limiting the rate of calls and went on doing so after retries",
                    "try again in a minute");
        }
        if (refused.statusCode() >= 500) {
            return error(
                    what + ": " + target(service) + " answered with error " + refused.statusCode() + ": " + words,
                    "try again in a minute");
        }
        return error(what + ": " + words, "");
    }

    private static String permission(String words) {
        Matcher action = ACTION.matcher(words);
        String wanted = action.find() ? action.group(1) : "this action";
        return words.contains("explicit deny")
                ? "a policy denies " + wanted + " expressly; that counts more than any that allows it"
                : "allow " + wanted + " for the user or role whose credentials are used";
    }

    /** Faults of configuration that the SDK tells only in its text. */
    private Optional<Problem> setup(SdkException failure) {
        String text = textOf(failure);
        if (text.contains("Unable to load region")) {
            return Optional.of(error(
                    "no AWS region was given",
                    "set -Dsam.region=REGION, the environment variable AWS_REGION, or region in the profile"));
        }
        if (text.contains("service module must be on the class path")) {
            return Optional.of(error(
                    "the AWS profile"
                            + settings.profile().map(name -> " '" + name + "'").orElse("")
                            + " signs in through IAM Identity Center, which is not supported directly",
                    "run: eval \"$(aws configure export-credentials --format env"
                            + settings.profile()
                                    .map(name -> " --profile " + name)
                                    .orElse("") + ")\""));
        }
        if (text.contains("Token is expired") || text.contains("session has expired")) {
            return Optional.of(error("the AWS credentials" + ofProfile() + " have expired", renewal()));
        }
        if (!text.contains("Unable to load credentials") && !text.contains("contained no credentials")) {
            return Optional.empty();
        }
        return Optional.of(settings.profile()
                .map(name -> error(
                        "the AWS profile '" + name + "' does not exist or holds no credentials",
                        "run: aws configure --profile " + name))
                .orElseGet(() -> error(
                        "no AWS credentials were found",
                        "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile with"
                                + " -Dsam.profile=NAME (run: aws configure)")));
    }

    private Optional<Problem> network(String service, SdkException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return Optional.of(error(
                        target(service) + " cannot be found: there is no such host",
                        endpoint(service).isPresent()
                                ? "check the endpoint URL"
                                : "check the region and the network connection"));
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return Optional.of(error(
                        target(service) + " cannot be reached: " + cause.getMessage(),
                        endpoint(service).isPresent()
                                ? "start what listens there, or correct the endpoint URL"
                                : "check the network connection" + proxyHint()));
            }
            if (cause instanceof SocketTimeoutException) {
                return Optional.of(error(
                        target(service) + " did not answer in time", "check the network connection" + proxyHint()));
            }
            if (cause instanceof SSLException) {
                return Optional.of(error(
                        "the TLS connection to " + target(service) + " failed: " + cause.getMessage(),
                        "if a proxy inspects TLS, add its certificate to the trust store of the JDK"));
            }
        }
        return Optional.empty();
    }

    private String proxyHint() {
        return settings.proxy()
                .map(proxy -> " and the proxy " + proxy.endpoint())
                .orElse("; behind a proxy, declare it in Maven's settings.xml");
    }

    private String ofProfile() {
        return settings.profile().map(name -> " of profile '" + name + "'").orElse("");
    }

    private String renewal() {
        return "sign in again with the AWS CLI, or take new temporary credentials into the environment";
    }

    private Optional<URI> endpoint(String service) {
        return settings.endpointOf(service);
    }

    /** What people call a service, {@code Step Functions}. */
    static String nameOf(String service) {
        return NAMES.getOrDefault(service, service);
    }

    private String target(String service) {
        String name = nameOf(service);
        return endpoint(service)
                .map(url -> name + " at " + url)
                .orElseGet(() -> "AWS " + name
                        + settings.region().map(region -> " in " + region).orElse(""));
    }

    /** The service's own words without the ids the SDK appends. */
    private static String words(AwsServiceException refused) {
        AwsErrorDetails details = refused.awsErrorDetails();
        String message = details == null || details.errorMessage() == null ? "" : details.errorMessage();
        String code = details == null || details.errorCode() == null ? "" : details.errorCode();
        if (message.isEmpty()) {
            return code.isEmpty() ? "HTTP status " + refused.statusCode() : code;
        }
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static String textOf(SdkException failure) {
        String text = failure.getMessage() == null ? "" : failure.getMessage();
        int attempts = text.indexOf(" (SDK Attempt Count");
        return attempts < 0 ? text : text.substring(0, attempts);
    }

    private static Problem error(String message, String suggestion) {
        return Problem.error(SourceMark.NONE, message, suggestion);
    }
}
