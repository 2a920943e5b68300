package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.openapi.HttpApis;
import io.github.sammaven.core.transform.openapi.RestApis;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The event sources of functions, for one run. */
public final class FunctionEventSources {

    private final Map<String, FunctionEventSource> byType = new HashMap<>();

    public FunctionEventSources(TransformContext context, RestApis restApis, HttpApis httpApis) {
        byType.put("Api", new ApiEvent(context.partition(), restApis));
        byType.put("HttpApi", new HttpApiRouteEvent(httpApis));
    }

    public Optional<FunctionEventSource> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
