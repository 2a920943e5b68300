package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.ActionDeniedException;
import io.github.sammaven.core.aws.ServiceAbsentException;
import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells apart why a call of a service that one can do without did not work. */
final class ServiceFailures {

    private static final int SERVER_FAULT = 500;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final Set<String> DENIED = Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation");
    private static final Set<String> UNKNOWN = Set.of(
            "InvalidAction",
            "UnknownOperation",
            "UnknownOperationException",
            "NotImplemented",
            "NotImplementedException",
            "UnknownService");
    private static final Pattern NOT_HERE =
            Pattern.compile("not (yet )?(been )?implemented|not supported|unknown (service|operation)");

    private final AwsErrors errors;
    private final String service;

    /** @param service prefix of its IAM actions, {@code codedeploy} */
    ServiceFailures(AwsErrors errors, String service) {
        this.errors = errors;
        this.service = service;
    }

    /**
     * @param operation {@code ListDeployments}
     * @param what what cannot be done because of it, a clause
     */
    <T> T calling(String operation, String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw of(operation, what, failure);
        }
    }

    private SamException of(String operation, String what, SdkException failure) {
        SamException said = errors.translate(service, what, failure);
        if (failure instanceof AbortedException) {
            return said;
        }
        if (!(failure instanceof AwsServiceException refused)) {
            return isPassing(failure) ? new TransientServiceException(said) : said;
        }
        AwsErrorDetails details = refused.awsErrorDetails();
        String code = details == null ? "" : StackRecords.orEmpty(details.errorCode());
        if (isAbsent(refused, code)) {
            return new ServiceAbsentException(said);
        }
        if (refused.isThrottlingException() || refused.statusCode() >= SERVER_FAULT) {
            return new TransientServiceException(said);
        }
        boolean isDenied = DENIED.contains(code) || refused.statusCode() == FORBIDDEN && code.isEmpty();
        return isDenied ? new ActionDeniedException(said, service + ":" + operation) : said;
    }

    private static boolean isAbsent(AwsServiceException refused, String code) {
        int status = refused.statusCode();
        return status == NOT_IMPLEMENTED
                || UNKNOWN.contains(code)
                || status == NOT_FOUND && code.isEmpty()
                || status >= SERVER_FAULT
                        && NOT_HERE.matcher(StackRecords.orEmpty(refused.getMessage())
                                        .toLowerCase(Locale.ROOT))
                                .find();
    }

    private static boolean isPassing(SdkException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return !(cause instanceof SSLException);
            }
        }
        return false;
    }
}
