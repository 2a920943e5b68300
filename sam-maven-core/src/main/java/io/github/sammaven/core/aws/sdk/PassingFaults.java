package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells faults that may pass (too many calls, a fault of the service, a broken connection) from refusals. */
record PassingFaults(AwsErrors errors) {

    private static final int SERVER_FAULT = 500;
    private static final int NOT_IMPLEMENTED = 501;

    /** Parameters as for {@link AwsErrors#translate}. */
    SamException of(String service, String what, SdkException failure) {
        SamException said = errors.translate(service, what, failure);
        return passes(failure) ? new TransientServiceException(said) : said;
    }

    static boolean passes(SdkException failure) {
        if (failure instanceof AwsServiceException refused) {
            return refused.isThrottlingException()
                    || refused.statusCode() >= SERVER_FAULT && refused.statusCode() != NOT_IMPLEMENTED;
        }
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
}
