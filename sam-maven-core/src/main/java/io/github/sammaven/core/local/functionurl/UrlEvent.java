package io.github.sammaven.core.local.functionurl;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The event of payload version 2.0 that a request to a function URL becomes. */
final class UrlEvent {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);
    private static final Pattern TEXT = Pattern.compile(
            "text/.*|application/(json|javascript|xml|.*\\+json|.*\\+xml|x-www-form-urlencoded)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/,\\s]+)/");

    private final LocalFunction function;

    UrlEvent(LocalFunction function) {
        this.function = function;
    }

    /** @param authorization of a signed request */
    byte[] of(
            HttpServerExchange exchange,
            byte[] body,
            String requestId,
            ZonedDateTime now,
            Optional<String> authorization) {
        ObjectNode event = MAPPER.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", "$default")
                .put("rawPath", exchange.getRequestPath())
                .put("rawQueryString", exchange.getQueryString());
        cookies(exchange, event);
        headers(exchange).forEach(event.putObject("headers")::put);
        query(exchange, event);
        event.set("requestContext", context(exchange, requestId, now, authorization));
        body(exchange, body, event);
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void cookies(HttpServerExchange exchange, ObjectNode event) {
        HeaderValues given = exchange.getRequestHeaders().get("Cookie");
        if (given != null) {
            var cookies = event.putArray("cookies");
            given.forEach(line -> {
                for (String cookie : line.split(";\\s*")) {
                    cookies.add(cookie);
                }
            });
        }
    }

    private static Map<String, String> headers(HttpServerExchange exchange) {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach(values -> headers.put(
                        values.getHeaderName().toString().toLowerCase(Locale.ROOT), String.join(",", values)));
        headers.remove("cookie");
        headers.putIfAbsent(
                "x-forwarded-for", exchange.getSourceAddress().getAddress().getHostAddress());
        headers.putIfAbsent("x-forwarded-proto", exchange.getRequestScheme());
        headers.putIfAbsent("x-forwarded-port", Integer.toString(exchange.getHostPort()));
        return headers;
    }

    private static void query(HttpServerExchange exchange, ObjectNode event) {
        if (!exchange.getQueryParameters().isEmpty()) {
            ObjectNode query = event.putObject("queryStringParameters");
            exchange.getQueryParameters().forEach((name, values) -> query.put(name, String.join(",", values)));
        }
    }

    private ObjectNode context(
            HttpServerExchange exchange, String requestId, ZonedDateTime now, Optional<String> authorization) {
        String urlId = function.name().replace('/', '-').toLowerCase(Locale.ROOT);
        ObjectNode context = MAPPER.createObjectNode()
                .put("accountId", authorization.isPresent() ? function.accountId() : "anonymous")
                .put("apiId", urlId)
                .put("domainName", urlId + ".lambda-url." + function.region() + ".on.aws")
                .put("domainPrefix", urlId);
        authorization.ifPresent(signature -> context.putObject("authorizer")
                .putObject("iam")
                .put("accessKey", accessKey(signature))
                .put("accountId", function.accountId())
                .put("userArn", "arn:aws:iam::" + function.accountId() + ":user/local")
                .put("userId", "local"));
        context.putObject("http")
                .put("method", exchange.getRequestMethod().toString())
                .put("path", exchange.getRequestPath())
                .put("protocol", exchange.getProtocol().toString())
                .put("sourceIp", exchange.getSourceAddress().getAddress().getHostAddress())
                .put(
                        "userAgent",
                        Optional.ofNullable(exchange.getRequestHeaders().getFirst("User-Agent"))
                                .orElse(""));
        return context.put("requestId", requestId)
                .put("routeKey", "$default")
                .put("stage", "$default")
                .put("time", TIME.format(now.withZoneSameInstant(ZoneOffset.UTC)))
                .put("timeEpoch", now.toInstant().toEpochMilli());
    }

    private static String accessKey(String signature) {
        Matcher credential = CREDENTIAL.matcher(signature);
        return credential.find() ? credential.group(1) : "";
    }

    private static void body(HttpServerExchange exchange, byte[] body, ObjectNode event) {
        Optional<String> text = body.length == 0 ? Optional.empty() : text(exchange, body);
        if (body.length > 0) {
            event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
        }
        event.put("isBase64Encoded", body.length > 0 && text.isEmpty());
    }

    private static Optional<String> text(HttpServerExchange exchange, byte[] body) {
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("")
                .split(";")[0]
                .strip();
        if (!TEXT.matcher(type).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}
