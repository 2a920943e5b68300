package io.github.sammaven.core.local.console;

import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.local.journal.RecentRequests;
import java.util.List;
import java.util.Optional;

/**
 * What the page shows.
 *
 * @param title name of the project
 * @param functions that can be called
 * @param routes in the order they are told at the start
 * @param requests the last ones
 * @param events that can be sent to a function
 */
public record ConsoleContent(
        String title, FunctionService functions, List<Entry> routes, RecentRequests requests, EventShelf events) {

    public ConsoleContent {
        routes = List.copyOf(routes);
    }

    /**
     * A way to a function.
     *
     * @param api id of the API, or of the function if it is a URL of its own
     * @param method upper case
     * @param path as it is defined
     * @param function full path, or what answers instead
     * @param access who may call; empty text if everybody
     * @param url to follow; empty if the path has parameters or the method is no GET
     */
    public record Entry(String api, String method, String path, String function, String access, Optional<String> url) {}
}
