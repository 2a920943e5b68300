package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Header;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cookies of a request, {@code name=value}. */
final class Cookies {

    private Cookies() {}

    /** As they were sent. */
    static List<String> asSent(ApiRequest request) {
        List<String> cookies = new ArrayList<>();
        for (Header header : request.headers()) {
            if (header.isNamed("Cookie")) {
                addAll(cookies, header.value());
            }
        }
        return cookies;
    }

    private static void addAll(List<String> cookies, String line) {
        int from = 0;
        while (from <= line.length()) {
            int next = line.indexOf(';', from);
            int to = next < 0 ? line.length() : next;
            String cookie = line.substring(from, to).strip();
            if (!cookie.isEmpty()) {
                cookies.add(cookie);
            }
            from = to + 1;
        }
    }

    /** As SAM CLI writes them anew: one of each name, without quotes. */
    static Collection<String> parsed(ApiRequest request) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String cookie : asSent(request)) {
            int equals = cookie.indexOf('=');
            String name = equals < 0 ? cookie : cookie.substring(0, equals);
            byName.put(name, name + "=" + (equals < 0 ? "" : unquoted(cookie.substring(equals + 1))));
        }
        return byName.values();
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
