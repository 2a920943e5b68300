package io.github.sammaven.core.local.apigateway.authorize.signature;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.PercentEncoding;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text of a request that is signed, as Signature Version 4 lays it out for services other than S3. */
final class SignedRequest {

    private SignedRequest() {}

    /**
     * @param signedHeaders names in small letters, in their order
     * @param leftOut a parameter of the query that is not signed; empty text for none
     */
    static String canonical(ApiRequest request, List<String> signedHeaders, String leftOut, String bodyHash) {
        StringBuilder text = new StringBuilder(request.method())
                .append('\n')
                .append(path(request.path()))
                .append('\n')
                .append(query(request.query(), leftOut))
                .append('\n');
        for (String name : signedHeaders) {
            text.append(name).append(':').append(header(request, name)).append('\n');
        }
        return text.append('\n')
                .append(String.join(";", signedHeaders))
                .append('\n')
                .append(bodyHash)
                .toString();
    }

    /** Without dots and double slashes, and its escapes escaped once more. */
    private static String path(String path) {
        Deque<String> kept = new ArrayDeque<>();
        for (String segment : path.split("/")) {
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.addLast(UriText.encoded(segment));
            }
        }
        String normal = "/" + String.join("/", kept);
        return path.endsWith("/") && normal.length() > 1 ? normal + "/" : normal;
    }

    private static String query(String query, String leftOut) {
        return query.isEmpty()
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(pair -> !pair.isEmpty())
                        .map(Pair::of)
                        .filter(pair -> !pair.name().equals(leftOut))
                        .sorted(Comparator.comparing(Pair::name).thenComparing(Pair::value))
                        .map(pair -> pair.name() + "=" + pair.value())
                        .collect(Collectors.joining("&"));
    }

    /** A parameter, its escapes written in the one way that is signed. */
    private record Pair(String name, String value) {

        static Pair of(String pair) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            return new Pair(normal(name), normal(value));
        }

        private static String normal(String text) {
            return UriText.encoded(PercentEncoding.decode(text));
        }
    }

    private static String header(ApiRequest request, String name) {
        return request.headers().stream()
                .filter(header -> header.name().toLowerCase(Locale.ROOT).equals(name))
                .map(Header::value)
                .map(SignedRequest::withSingleBlanks)
                .collect(Collectors.joining(","));
    }

    private static String withSingleBlanks(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (char c : value.strip().toCharArray()) {
            boolean blank = c == ' ' || c == '\t';
            if (!blank) {
                text.append(c);
            } else if (text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
        return text.toString();
    }
}
