package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.StackRefusedException;
import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.util.Set;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** Tells refusals of CloudFormation from faults that may pass. */
final class CloudFormationFailures {

    private static final int SERVER_FAULT = 500;
    private static final Set<String> REFUSALS = Set.of(
            "ValidationError",
            "InsufficientCapabilitiesException",
            "LimitExceededException",
            "AlreadyExistsException",
            "InvalidChangeSetStatus",
            "ChangeSetNotFound",
            "TokenAlreadyExistsException");

    private final AwsErrors errors;

    CloudFormationFailures(AwsErrors errors) {
        this.errors = errors;
    }

    /** The service has no code of its own for this, only the sentence. */
    static boolean isAbsent(CloudFormationException refused) {
        return code(refused).equals("ValidationError") && message(refused).endsWith("does not exist");
    }

    /** @param what what cannot be done because of it, a clause */
    SamException of(String what, SdkException failure) {
        SamException said = errors.translate("cloudformation", what, failure);
        if (failure instanceof AwsServiceException refused) {
            if (refused.isThrottlingException() || refused.statusCode() >= SERVER_FAULT) {
                return new TransientServiceException(said);
            }
            return REFUSALS.contains(code(refused)) ? new StackRefusedException(said, message(refused)) : said;
        }
        return isPassing(failure) ? new TransientServiceException(said) : said;
    }

    private static boolean isPassing(SdkException failure) {
        if (failure instanceof AbortedException) {
            return false;
        }
        if (failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return !(cause instanceof SSLException);
            }
        }
        return false;
    }

    private static String code(AwsServiceException refused) {
        AwsErrorDetails details = refused.awsErrorDetails();
        return details == null ? "" : StackRecords.orEmpty(details.errorCode());
    }

    private static String message(AwsServiceException refused) {
        AwsErrorDetails details = refused.awsErrorDetails();
        return details == null ? "" : StackRecords.orEmpty(details.errorMessage());
    }
}
