package io.github.sammaven.core.local.lambdaapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.invoke.FunctionPackage;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** GetFunction and GetFunctionConfiguration; without the environment, which holds credentials. */
final class GetFunctionOperation {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** @return what to say of it in the line of the request */
    String function(HttpServerExchange exchange, FunctionCall call) throws IOException {
        ObjectNode answer = MAPPER.createObjectNode();
        answer.set("Configuration", configuration(call));
        return send(exchange, call, answer);
    }

    /** @return what to say of it in the line of the request */
    String configuration(HttpServerExchange exchange, FunctionCall call) throws IOException {
        return send(exchange, call, configuration(call));
    }

    private static ObjectNode configuration(FunctionCall call) {
        LocalFunction function = call.pool().function();
        ObjectNode configuration = MAPPER.createObjectNode()
                .put("FunctionName", function.functionName())
                .put("FunctionArn", function.arn())
                .put("Timeout", function.timeout().toSeconds())
                .put("MemorySize", function.memoryMb())
                .put("Version", call.version())
                .put("State", "Active")
                .put("LastUpdateStatus", "Successful");
        if (function.code() instanceof FunctionPackage.Zip zip) {
            configuration
                    .put("PackageType", "Zip")
                    .put("Runtime", zip.runtime())
                    .put("Handler", zip.handler());
        } else {
            configuration.put("PackageType", "Image");
        }
        configuration.putArray("Architectures").add(function.architecture().lambdaName());
        return configuration;
    }

    private static String send(HttpServerExchange exchange, FunctionCall call, ObjectNode answer) throws IOException {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getOutputStream().write(answer.toString().getBytes(StandardCharsets.UTF_8));
        return call.name();
    }
}
