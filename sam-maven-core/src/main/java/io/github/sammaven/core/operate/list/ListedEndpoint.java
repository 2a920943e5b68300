package io.github.sammaven.core.operate.list;

import java.util.List;

/**
 * Something that can be called over HTTP.
 *
 * @param path of the API, or of the function that has a URL
 * @param physicalId empty if it is not deployed
 * @param urls one for each stage, or its custom domains instead; none if it is not deployed
 * @param methods {@code /orders/{id}['get', 'put']} for each path, or the route keys of a WebSocket API
 */
public record ListedEndpoint(String path, String physicalId, List<String> urls, List<String> methods) {

    public ListedEndpoint {
        urls = List.copyOf(urls);
        methods = List.copyOf(methods);
    }
}
