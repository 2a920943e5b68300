package io.github.sammaven.core.local.apigateway.route;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The routes of a REST or HTTP API, found by method and path.
 *
 * <p>A literal segment goes before a parameter, a parameter before a greedy one, {@code $default} is the last. A method
 * goes before {@code ANY}. In REST APIs the best path decides alone: a method it has not is not looked for further
 * away. HTTP APIs and SAM CLI look for it.
 *
 * <p>An escaped slash stays inside of its segment, and {@code /a/} is not {@code /a}; in SAM CLI an escaped slash is a
 * slash, and one slash at the end does not count.
 *
 * <p>A path with the stage in front, as the domain of {@code execute-api} asks for it, is taken as well, if nothing but
 * {@code $default} has it as it is; not in SAM CLI.
 */
public final class RouteTable {

    private static final String DEFAULT_STAGE = "$default";

    private final PathNode root = new PathNode();
    private final boolean samCli;
    private final boolean pathDecides;
    private final String stagePrefix;
    private @Nullable Route fallback;

    private RouteTable(LocalApi api, Compatibility compatibility) {
        samCli = compatibility == Compatibility.SAM_CLI;
        pathDecides = !samCli && api.kind() == ApiKind.REST;
        stagePrefix = samCli || api.stage().isEmpty() || api.stage().equals(DEFAULT_STAGE) ? "" : "/" + api.stage();
    }

    public static RouteTable of(LocalApi api, Compatibility compatibility) {
        RouteTable table = new RouteTable(api, compatibility);
        api.routes().forEach(table::add);
        return table;
    }

    private void add(Route route) {
        if (route.path().equals(Route.DEFAULT)) {
            fallback = fallback == null ? route : fallback;
            return;
        }
        PathTemplate template = PathTemplate.of(samCli ? withoutLastSlash(route.path()) : route.path());
        PathNode node = root;
        for (PathTemplate.Segment segment : template.segments()) {
            node = node.grow(segment);
        }
        node.end(route, template.names());
    }

    /**
     * The route of a request; empty if there is none.
     *
     * @param rawPath up to the question mark, escapes kept
     */
    public Optional<RouteMatch> match(String method, String rawPath) {
        String upperCase = method.toUpperCase(Locale.ROOT);
        String path = samCli ? withoutLastSlash(withPlainSlashes(rawPath)) : rawPath;
        RouteMatch match = path.startsWith("/") ? search(upperCase, path, false) : null;
        if (match == null && isStaged(path)) {
            String rest = path.substring(stagePrefix.length());
            match = search(upperCase, rest.isEmpty() ? "/" : rest, true);
        }
        if (match == null && fallback != null) {
            match = new RouteMatch(fallback, Map.of(), isStaged(path));
        }
        return Optional.ofNullable(match);
    }

    private boolean isStaged(String path) {
        return !stagePrefix.isEmpty()
                && path.startsWith(stagePrefix)
                && (path.length() == stagePrefix.length() || path.charAt(stagePrefix.length()) == '/');
    }

    private @Nullable RouteMatch search(String method, String path, boolean stageInPath) {
        PathSearch search = new PathSearch(path, method, pathDecides, samCli);
        PathNode.Ending ending = search.from(root);
        return ending == null
                ? null
                : new RouteMatch(ending.route(), byName(ending.names(), search.values()), stageInPath);
    }

    private static Map<String, String> byName(List<String> names, List<String> values) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            parameters.put(names.get(i), values.get(i));
        }
        return parameters;
    }

    private static String withPlainSlashes(String path) {
        return path.indexOf('%') < 0 ? path : path.replace("%2F", "/").replace("%2f", "/");
    }

    private static String withoutLastSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
