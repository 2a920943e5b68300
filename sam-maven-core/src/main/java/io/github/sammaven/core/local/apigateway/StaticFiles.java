package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where files have their place among the routes: behind all of them. In SAM CLI a folder that exists goes before a route
 * for all paths, and answers {@code OPTIONS} by itself.
 */
final class StaticFiles {

    private static final String WHOLE_TREE = "/{proxy+}";

    private final StaticFolder folder;
    private final boolean first;

    StaticFiles(Path folder, Compatibility compatibility) {
        this.folder = new StaticFolder(folder);
        this.first = compatibility == Compatibility.SAM_CLI && Files.isDirectory(folder);
    }

    /** @param match of the request, if it has a route */
    Optional<ApiResponse> answer(ApiRequest request, Optional<RouteMatch> match) {
        if (match.filter(route -> !hides(request, route)).isPresent()) {
            return Optional.empty();
        }
        if (first && request.method().equals("OPTIONS")) {
            return Optional.of(new ApiResponse(200, List.of(new Header("Allow", "GET, HEAD, OPTIONS")), new byte[0]));
        }
        return folder.answer(request);
    }

    /** Whether a route is never reached, even if there is no such file. */
    boolean hides(ApiRequest request, RouteMatch match) {
        return first
                && match.route().path().equals(WHOLE_TREE)
                && (request.method().equals("GET") || request.method().equals("HEAD"));
    }
}
