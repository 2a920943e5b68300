package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.FunctionCall;
import io.github.sammaven.core.aws.FunctionReply;
import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.problem.SamException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.ResourceNotReadyException;

/** Calls functions in Lambda. */
final class FunctionCalls {

    private static final String SERVICE = "lambda";
    private static final Pattern ABOUT_LOGS = Pattern.compile("(?i)log-?\\s?type|tail logs?|logs? tail");

    private final AwsClients clients;

    FunctionCalls(AwsClients clients) {
        this.clients = clients;
    }

    /** Without the end of the log if the service gives none for this function. */
    FunctionReply invoke(FunctionCall call) {
        String what = "the function " + call.function() + " cannot be called";
        try {
            return reply(clients.functionCalls().invoke(request(call)));
        } catch (ResourceNotFoundException absent) {
            throw new SamException(
                    "there is no function " + call.function()
                            + call.parameter("Qualifier")
                                    .map(qualifier -> " with the version or alias " + qualifier)
                                    .orElse(""),
                    "check its name, the region and the profile",
                    absent);
        } catch (ResourceConflictException | ResourceNotReadyException changing) {
            throw new TransientServiceException(clients.errors().translate(SERVICE, what, changing));
        } catch (InvalidParameterValueException refused) {
            if (call.parameter("LogType").filter("Tail"::equals).isPresent() && isAboutLogs(refused)) {
                return invoke(withoutLog(call));
            }
            throw refusal(what, refused);
        } catch (LambdaException refused) {
            throw refusal(what, refused);
        } catch (SdkException failure) {
            throw clients.errors().translate(SERVICE, what, failure);
        }
    }

    /** The service has no code of its own for it. */
    private static boolean isAboutLogs(InvalidParameterValueException refused) {
        return ABOUT_LOGS.matcher(String.valueOf(refused.getMessage())).find();
    }

    private static FunctionCall withoutLog(FunctionCall call) {
        Map<String, String> parameters = new HashMap<>(call.parameters());
        parameters.remove("LogType");
        return new FunctionCall(call.function(), call.payload(), parameters);
    }

    private static InvokeRequest request(FunctionCall call) {
        InvokeRequest.Builder request = InvokeRequest.builder()
                .functionName(call.function())
                .payload(SdkBytes.fromByteArrayUnsafe(call.payload()));
        call.parameter("InvocationType").ifPresent(request::invocationType);
        call.parameter("LogType").ifPresent(request::logType);
        call.parameter("Qualifier").ifPresent(request::qualifier);
        call.parameter("ClientContext").ifPresent(request::clientContext);
        call.parameter("TenantId").ifPresent(request::tenantId);
        return request.build();
    }

    private static FunctionReply reply(InvokeResponse answer) {
        return new FunctionReply(
                answer.statusCode(),
                Optional.ofNullable(answer.functionError()),
                StackRecords.orEmpty(answer.executedVersion()),
                answer.payload() == null ? "" : answer.payload().asUtf8String(),
                answer.logResult() == null
                        ? ""
                        : new String(Base64.getDecoder().decode(answer.logResult()), StandardCharsets.UTF_8));
    }

    private SamException refusal(String what, LambdaException refused) {
        SamException said = clients.errors().translate(SERVICE, what, refused);
        String message = said.problems().get(0).message();
        String code = refused.awsErrorDetails() == null
                ? ""
                : StackRecords.orEmpty(refused.awsErrorDetails().errorCode());
        if (code.startsWith("KMS")) {
            return new SamException(
                    message,
                    "the key that encrypts the function's environment cannot be used: allow kms:Decrypt for the function's"
                            + " role, and see that the key is enabled",
                    refused);
        }
        if (refused.statusCode() == 403) {
            return new SamException(
                    message,
                    "allow lambda:InvokeFunction on it for the user or role whose credentials are used",
                    refused);
        }
        if (refused.isThrottlingException()) {
            return new SamException(
                    message,
                    "its reserved concurrency, or that of the account, is used up: try again later, or raise it",
                    refused);
        }
        return said;
    }
}
