package io.github.sammaven.core.local.apigateway.proxy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sammaven.core.local.apigateway.model.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the fields of a function's answer. */
final class AnswerFields {

    static final String JSON = "application/json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final int MIN_STATUS = 100;
    private static final int MAX_STATUS = 599;
    private static final int MAX_STATUS_LINE = 999;
    private static final char LAST_ASCII = 0x7E;

    /** They belong to the server. */
    private static final Set<String> OF_SERVER = Set.of("content-length", "transfer-encoding", "connection");

    private AnswerFields() {}

    static JsonNode parse(byte[] payload) throws MalformedAnswerException {
        JsonNode answer;
        try {
            answer = MAPPER.readTree(payload);
        } catch (IOException e) {
            throw new MalformedAnswerException("the function's answer is not JSON");
        }
        if (answer.isMissingNode()) {
            throw new MalformedAnswerException("the function's answer is empty");
        }
        return answer;
    }

    /** @param samCli takes all numbers that a status line has room for */
    static int status(JsonNode status, boolean samCli) throws MalformedAnswerException {
        int code = 0;
        if (status.isNumber() && status.canConvertToInt() && status.doubleValue() == status.intValue()) {
            code = status.intValue();
        } else if (status.isTextual() && DIGITS.matcher(status.asText()).matches()) {
            code = Integer.parseInt(status.asText());
        }
        if (samCli ? code < 1 || code > MAX_STATUS_LINE : code < MIN_STATUS || code > MAX_STATUS) {
            throw new MalformedAnswerException("statusCode of the function's answer is no status of HTTP: " + status);
        }
        return code;
    }

    /** @throws MalformedAnswerException if it is neither absent nor an object */
    static Iterable<Map.Entry<String, JsonNode>> entries(JsonNode answer, String field)
            throws MalformedAnswerException {
        JsonNode value = answer.path(field);
        if (!value.isObject() && !value.isMissingNode() && !value.isNull()) {
            throw new MalformedAnswerException(field + " of the function's answer is no object");
        }
        return value.properties();
    }

    /** Adds a header with a plain value; none for {@code null}, and none that belongs to the server. */
    static void addHeader(List<Header> headers, String name, JsonNode value, boolean samCli)
            throws MalformedAnswerException {
        if (value.isNull() || isOfServer(name)) {
            return;
        }
        if (value.isContainerNode() && !samCli) {
            throw new MalformedAnswerException("header " + name + " of the function's answer is no text");
        }
        headers.add(header(name, samCli ? PythonText.of(value) : value.asText()));
    }

    static boolean isOfServer(String name) {
        return OF_SERVER.contains(name.toLowerCase(Locale.ROOT));
    }

    /** What is not ASCII goes out as UTF-8. */
    static Header header(String name, String value) throws MalformedAnswerException {
        if (!HEADER_NAME.matcher(name).matches()) {
            throw new MalformedAnswerException("the function's answer has a header that HTTP cannot have: " + name);
        }
        boolean ascii = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                throw new MalformedAnswerException("header " + name + " of the function's answer has a line break");
            }
            ascii &= c <= LAST_ASCII;
        }
        return new Header(
                name, ascii ? value : new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    static void addContentType(List<Header> headers) {
        if (headers.stream().noneMatch(header -> header.isNamed("Content-Type"))) {
            headers.add(new Header("Content-Type", JSON));
        }
    }

    /** @throws MalformedAnswerException if it is no boolean, and no text that says one */
    static boolean flag(JsonNode answer, String field) throws MalformedAnswerException {
        JsonNode value = answer.path(field);
        String text = value.isTextual() ? value.asText() : "";
        if (value.isMissingNode() || value.isNull() || text.equals("false") || text.equals("False")) {
            return false;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (text.equals("true") || text.equals("True")) {
            return true;
        }
        throw new MalformedAnswerException(field + " of the function's answer is neither true nor false");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @param lenient for the text itself if it is no base64 */
    static byte[] decoded(String base64, boolean lenient) throws MalformedAnswerException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            if (lenient) {
                return utf8(base64);
            }
            throw new MalformedAnswerException("the body of the function's answer is not base64");
        }
    }
}
