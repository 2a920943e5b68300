package io.github.sammaven.examples.farewell;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.github.sammaven.examples.greeting.Greeting;
import java.util.Map;

/** Answers GET /farewell/{name}. */
public final class Farewell implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Greeting greeting = new Greeting(System.getenv().getOrDefault("LANGUAGE_TAG", "en"));

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Map<String, String> parameters = event.getPathParameters();
        String name = parameters == null ? "world" : parameters.getOrDefault("name", "world");
        context.getLogger().log("farewell " + name);
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(Map.of("Content-Type", "text/plain; charset=utf-8"))
                .withBody(greeting.say("farewell", name))
                .build();
    }
}
