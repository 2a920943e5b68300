package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.PercentEncoding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a query. */
public final class QueryString {

    private QueryString() {}

    /**
     * The values of each parameter, decoded, in their order; {@code ""} where there is no equals sign.
     *
     * @param raw what stands behind the question mark
     */
    public static Map<String, List<String>> parse(String raw) {
        if (raw.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        int from = 0;
        while (from <= raw.length()) {
            int next = raw.indexOf('&', from);
            int to = next < 0 ? raw.length() : next;
            if (to > from) {
                add(parameters, raw.substring(from, to));
            }
            from = to + 1;
        }
        return parameters;
    }

    private static void add(Map<String, List<String>> parameters, String parameter) {
        int equals = parameter.indexOf('=');
        String name = PercentEncoding.decodeQuery(equals < 0 ? parameter : parameter.substring(0, equals));
        String value = equals < 0 ? "" : PercentEncoding.decodeQuery(parameter.substring(equals + 1));
        parameters.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
    }
}
