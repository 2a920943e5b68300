package io.github.sammaven.core.local.apigateway.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers of payload version 1.0, of REST APIs and HTTP APIs. */
final class AnswerV1 {

    private static final Set<String> KNOWN =
            Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded", "base64Encoded", "cookies");
    private static final int OK = 200;

    private final boolean rest;
    private final boolean samCli;
    private final MediaTypes binary;

    AnswerV1(boolean rest, boolean samCli, MediaTypes binary) {
        this.rest = rest;
        this.samCli = samCli;
        this.binary = binary;
    }

    ApiResponse read(byte[] payload, ApiRequest request) throws MalformedAnswerException {
        JsonNode answer = AnswerFields.parse(payload);
        if (!answer.isObject()) {
            throw new MalformedAnswerException("the function's answer is no JSON object");
        }
        if (rest) {
            refuseUnknown(answer);
        }
        int status = status(answer.path("statusCode"));
        List<Header> headers = headers(answer);
        AnswerFields.addContentType(headers);
        return new ApiResponse(status, headers, body(answer, headers, request));
    }

    private static void refuseUnknown(JsonNode answer) throws MalformedAnswerException {
        for (Map.Entry<String, JsonNode> field : answer.properties()) {
            if (!KNOWN.contains(field.getKey())) {
                throw new MalformedAnswerException(
                        "the function's answer has a field that REST APIs do not know: " + field.getKey());
            }
        }
    }

    private int status(JsonNode status) throws MalformedAnswerException {
        boolean missing = status.isMissingNode() || status.isNull();
        if (samCli && rest && (missing || status.isNumber() && status.intValue() == 0)) {
            return OK;
        }
        if (missing) {
            throw new MalformedAnswerException("the function's answer has no statusCode");
        }
        return AnswerFields.status(status, samCli);
    }

    private List<Header> headers(JsonNode answer) throws MalformedAnswerException {
        List<Header> headers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : AnswerFields.entries(answer, "multiValueHeaders")) {
            if (!field.getValue().isArray()) {
                throw new MalformedAnswerException(
                        "multiValueHeaders." + field.getKey() + " of the function's answer is no list");
            }
            for (JsonNode value : field.getValue()) {
                AnswerFields.addHeader(headers, field.getKey(), value, samCli);
            }
        }
        List<Header> single = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : AnswerFields.entries(answer, "headers")) {
            AnswerFields.addHeader(single, field.getKey(), field.getValue(), samCli);
        }
        single.removeIf(headers::contains);
        headers.addAll(single);
        return headers;
    }

    private byte[] body(JsonNode answer, List<Header> headers, ApiRequest request) throws MalformedAnswerException {
        String flag = rest && answer.has("base64Encoded") ? "base64Encoded" : "isBase64Encoded";
        boolean encoded = AnswerFields.flag(answer, flag);
        JsonNode body = answer.path("body");
        if (body.isMissingNode() || body.isNull()) {
            return new byte[0];
        }
        if (!body.isTextual() && !samCli) {
            throw new MalformedAnswerException("the body of the function's answer is no text");
        }
        String text = PythonText.of(body);
        return encoded && isDecoded(headers, request) ? AnswerFields.decoded(text, samCli) : AnswerFields.utf8(text);
    }

    private boolean isDecoded(List<Header> headers, ApiRequest request) {
        if (!rest) {
            return true;
        }
        String accept = request.header("Accept").orElse("");
        return samCli ? isAccepted(accept, headers) : binary.hasAll() || binary.has(firstOf(accept));
    }

    private static String firstOf(String accept) {
        int comma = accept.indexOf(',');
        return MediaTypes.bare(comma < 0 ? accept : accept.substring(0, comma));
    }

    private boolean isAccepted(String accept, List<Header> headers) {
        String type = headers.stream()
                .filter(header -> header.isNamed("Content-Type"))
                .map(header -> MediaTypes.bare(header.value()))
                .findFirst()
                .orElse("");
        List<String> accepted = new ArrayList<>();
        for (String entry : accept.split(",")) {
            accepted.add(MediaTypes.bare(entry));
        }
        return new MediaTypes(accepted).has(type) && binary.hasLiterally(type);
    }
}
