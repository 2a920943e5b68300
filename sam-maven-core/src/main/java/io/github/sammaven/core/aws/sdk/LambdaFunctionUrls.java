package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.FunctionUrls;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Asks Lambda. The client is made when it is first needed. */
public final class LambdaFunctionUrls implements FunctionUrls {

    /** Parts of the ARN of a function without a qualifier. */
    private static final int FUNCTION_PARTS = 7;

    private final AwsClients clients;

    public LambdaFunctionUrls(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public String region() {
        return clients.lambda().serviceClientConfiguration().region().id();
    }

    @Override
    public Optional<String> url(String functionArn) {
        String[] parts = functionArn.split(":");
        String qualifier = parts.length > FUNCTION_PARTS ? parts[FUNCTION_PARTS] : null;
        String function = qualifier == null
                ? functionArn
                : functionArn.substring(0, functionArn.length() - qualifier.length() - 1);
        LambdaClient client = clients.lambda();
        return clients.errors()
                .calling(
                        "lambda",
                        "the URL of " + function + " cannot be read",
                        () -> read(client, function, qualifier));
    }

    private static Optional<String> read(LambdaClient client, String function, @Nullable String qualifier) {
        try {
            return Optional.of(client.getFunctionUrlConfig(
                            request -> request.functionName(function).qualifier(qualifier))
                    .functionUrl());
        } catch (ResourceNotFoundException without) {
            return Optional.empty();
        }
    }
}
