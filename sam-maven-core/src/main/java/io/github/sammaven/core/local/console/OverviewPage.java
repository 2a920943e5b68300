package io.github.sammaven.core.local.console;

import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.util.List;
import java.util.TreeMap;

/** Functions, routes and the list of requests. */
record OverviewPage(String title, List<FunctionRow> functions, List<RouteRow> routes, RequestList requests) {

    /** A function with its variables. */
    record FunctionRow(
            String name,
            String runtime,
            String handler,
            int memory,
            long timeout,
            List<RequestPage.Figure> environment) {

        static FunctionRow of(LocalFunction function) {
            boolean zip = function.code() instanceof Zip;
            return new FunctionRow(
                    function.name(),
                    zip ? ((Zip) function.code()).runtime() : "image",
                    zip ? ((Zip) function.code()).handler() : "",
                    function.memoryMb(),
                    function.timeout().toSeconds(),
                    new TreeMap<>(function.environment())
                            .entrySet().stream()
                                    .map(variable -> new RequestPage.Figure(
                                            variable.getKey(), Hidden.shown(variable.getKey(), variable.getValue())))
                                    .toList());
        }
    }

    /** A way to a function. */
    record RouteRow(String api, String method, String path, String function, String access, List<String> links) {

        static RouteRow of(ConsoleContent.Entry entry) {
            return new RouteRow(
                    entry.api(),
                    entry.method(),
                    entry.path(),
                    entry.function(),
                    entry.access(),
                    entry.url().stream().toList());
        }
    }

    /**
     * The list that is renewed.
     *
     * @param count of all requests so far
     * @param rows those that are kept, newest first
     */
    record RequestList(long count, List<RequestRow> rows) {

        /** How many can be looked at. */
        int kept() {
            return rows.size();
        }
    }
}
