package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.StackRefusedException;
import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.problem.SamException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** Tells refusals of CloudFormation from faults that may pass. */
final class CloudFormationFailures {

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

    /** @param what what cannot be done if the call fails, a clause */
    <T> T calling(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw of(what, failure);
        }
    }

    /** As {@link #calling}; empty if there is no such stack or change set. */
    <T> Optional<T> unlessAbsent(String what, Supplier<@Nullable T> call) {
        try {
            return Optional.ofNullable(call.get());
        } catch (ChangeSetNotFoundException gone) {
            return Optional.empty();
        } catch (CloudFormationException refused) {
            if (isAbsent(refused)) {
                return Optional.empty();
            }
            throw of(what, refused);
        } catch (SdkException failure) {
            throw of(what, failure);
        }
    }

    private SamException of(String what, SdkException failure) {
        SamException said = errors.translate("cloudformation", what, failure);
        if (failure instanceof AwsServiceException refused) {
            if (PassingFaults.passes(failure)) {
                return new TransientServiceException(said);
            }
            return REFUSALS.contains(code(refused)) ? new StackRefusedException(said, message(refused)) : said;
        }
        return PassingFaults.passes(failure) ? new TransientServiceException(said) : said;
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
