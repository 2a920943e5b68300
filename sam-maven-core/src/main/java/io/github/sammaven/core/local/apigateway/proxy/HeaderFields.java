package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The values of each header of a request, sorted by name, with those that the gateway adds. */
final class HeaderFields {

    private static final Set<String> OF_CONNECTION =
            Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "http2-settings");
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final String FORWARDED_PORT = "X-Forwarded-Port";

    private HeaderFields() {}

    /** Names as the client wrote them first. */
    static Map<String, List<String>> asSent(ApiRequest request) {
        return ofAws(request, UnaryOperator.identity());
    }

    static Map<String, List<String>> inSmallLetters(ApiRequest request) {
        return ofAws(request, name -> name.toLowerCase(Locale.ROOT));
    }

    /** As SAM CLI gives them: {@code X-Low}, values joined. */
    static Map<String, List<String>> capitalised(ApiRequest request) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : request.headers()) {
            fields.computeIfAbsent(capitalised(header.name()), key -> new ArrayList<>(1))
                    .add(header.value());
        }
        fields.replaceAll((name, values) -> List.of(String.join(", ", values)));
        return forwarded(fields, request, UnaryOperator.identity());
    }

    private static Map<String, List<String>> ofAws(ApiRequest request, UnaryOperator<String> form) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : request.headers()) {
            fields.computeIfAbsent(form.apply(header.name()), key -> new ArrayList<>(1))
                    .add(header.value());
        }
        fields.keySet().removeIf(name -> OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT)));
        fields.merge(
                form.apply(FORWARDED_FOR),
                List.of(request.caller().address()),
                (before, last) -> List.of(String.join(", ", before) + ", " + last.get(0)));
        fields.computeIfAbsent(form.apply(TraceHeader.NAME), name -> List.of(TraceHeader.of(request)));
        return forwarded(fields, request, form);
    }

    private static Map<String, List<String>> forwarded(
            Map<String, List<String>> fields, ApiRequest request, UnaryOperator<String> form) {
        fields.put(form.apply(FORWARDED_PROTO), List.of(request.caller().scheme()));
        fields.put(
                form.apply(FORWARDED_PORT),
                List.of(Integer.toString(request.caller().port())));
        return fields;
    }

    private static String capitalised(String name) {
        StringBuilder capitalised = new StringBuilder(name.toLowerCase(Locale.ROOT));
        for (int i = 0; i < capitalised.length(); i++) {
            if (i == 0 || capitalised.charAt(i - 1) == '-') {
                capitalised.setCharAt(i, Character.toUpperCase(capitalised.charAt(i)));
            }
        }
        return capitalised.toString();
    }
}
