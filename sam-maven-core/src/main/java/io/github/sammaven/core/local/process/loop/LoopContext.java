package io.github.sammaven.core.local.process.loop;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a handler is told about its call. */
final class LoopContext implements Context {

    private final HttpCalls.Answer event;
    private final Map<String, String> variables;

    LoopContext(HttpCalls.Answer event, Map<String, String> variables) {
        this.event = event;
        this.variables = variables;
    }

    @Override
    public String getAwsRequestId() {
        return event.header("lambda-runtime-aws-request-id");
    }

    @Override
    public String getLogGroupName() {
        return variables.getOrDefault("AWS_LAMBDA_LOG_GROUP_NAME", "");
    }

    @Override
    public String getLogStreamName() {
        return variables.getOrDefault("AWS_LAMBDA_LOG_STREAM_NAME", "");
    }

    @Override
    public String getFunctionName() {
        return variables.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "");
    }

    @Override
    public String getFunctionVersion() {
        return variables.getOrDefault("AWS_LAMBDA_FUNCTION_VERSION", "");
    }

    @Override
    public String getInvokedFunctionArn() {
        return event.header("lambda-runtime-invoked-function-arn");
    }

    @Override
    public CognitoIdentity getIdentity() {
        return new LoopIdentity(event.header("lambda-runtime-cognito-identity"));
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        String json = event.header("lambda-runtime-client-context");
        return json.isEmpty() ? null : new MobileClient(json);
    }

    @Override
    public int getRemainingTimeInMillis() {
        long left = Long.parseLong(event.header("lambda-runtime-deadline-ms")) - System.currentTimeMillis();
        return (int) Math.max(0, left);
    }

    @Override
    public int getMemoryLimitInMB() {
        return Integer.parseInt(variables.getOrDefault("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128"));
    }

    @Override
    public LambdaLogger getLogger() {
        return LambdaRuntime.getLogger();
    }

    @Override
    public @Nullable String getTenantId() {
        String tenant = event.header("lambda-runtime-aws-tenant-id");
        return tenant.isEmpty() ? null : tenant;
    }

    @Override
    public String getXrayTraceId() {
        return event.header("lambda-runtime-trace-id");
    }
}
