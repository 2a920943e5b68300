package hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaAsyncClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamCompleteEvent;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

class HelloIT {

    private static final URI ENDPOINT = URI.create(System.getProperty("sam.lambda.endpoint"));
    private static final StaticCredentialsProvider ANYONE =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

    private final LambdaClient lambda = LambdaClient.builder()
            .endpointOverride(ENDPOINT)
            .region(Region.US_EAST_1)
            .credentialsProvider(ANYONE)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();

    private final LambdaAsyncClient lambdaAsync = LambdaAsyncClient.builder()
            .endpointOverride(ENDPOINT)
            .region(Region.US_EAST_1)
            .credentialsProvider(ANYONE)
            .build();

    private InvokeResponse invoke(String function, String event) {
        return lambda.invoke(request -> request.functionName(function)
                .logType(LogType.TAIL)
                .payload(SdkBytes.fromUtf8String(event)));
    }

    @Test
    void answers() {
        InvokeResponse answer = invoke("hello-prod:live", "{\"name\": \"Ada\"}");
        assertEquals("{\"greeting\":\"Hello Ada\"}", answer.payload().asUtf8String());
        assertEquals(null, answer.functionError());
        assertTrue(new String(Base64.getDecoder().decode(answer.logResult())).contains("greeting Ada"));
    }

    @Test
    void marksFunctionErrors() {
        InvokeResponse answer = invoke("HelloFunction", "{\"fail\": true}");
        assertEquals("Unhandled", answer.functionError());
        assertTrue(answer.payload().asUtf8String().contains("java.lang.IllegalStateException"));
    }

    @Test
    void acceptsEvents() {
        InvokeResponse answer = lambda.invoke(
                request -> request.functionName("HelloFunction").invocationType(InvocationType.EVENT));
        assertEquals(202, answer.statusCode());
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThrows(ResourceNotFoundException.class, () -> invoke("Other", "{}"));
    }

    @Test
    void refusesWhatIsTooLarge() {
        String event = "\"" + "x".repeat(6_291_455) + "\"";
        LambdaException refused = assertThrows(LambdaException.class, () -> invoke("HelloFunction", event));
        assertEquals(413, refused.statusCode());
    }

    @Test
    void streams() {
        List<String> parts = new ArrayList<>();
        CompletableFuture<InvokeWithResponseStreamCompleteEvent> end = new CompletableFuture<>();
        lambdaAsync
                .invokeWithResponseStream(
                        request -> request.functionName("HelloFunction")
                                .payload(SdkBytes.fromUtf8String("{\"name\": \"Grace\"}")),
                        InvokeWithResponseStreamResponseHandler.builder()
                                .subscriber(InvokeWithResponseStreamResponseHandler.Visitor.builder()
                                        .onPayloadChunk(chunk -> parts.add(chunk.payload().asUtf8String()))
                                        .onInvokeComplete(end::complete)
                                        .build())
                                .build())
                .join();
        assertEquals("{\"greeting\":\"Hello Grace\"}", String.join("", parts));
        assertEquals(null, end.join().errorCode());
    }
}
