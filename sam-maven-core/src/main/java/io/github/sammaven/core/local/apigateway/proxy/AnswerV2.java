package io.github.sammaven.core.local.apigateway.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers of payload version 2.0, of HTTP APIs and function URLs. */
public final class AnswerV2 {

    private static final int OK = 200;

    private final boolean samCli;

    public AnswerV2(Compatibility compatibility) {
        samCli = compatibility == Compatibility.SAM_CLI;
    }

    /** What has no {@code statusCode} is the body of a JSON response. */
    public ApiResponse read(byte[] payload) throws MalformedAnswerException {
        JsonNode answer = AnswerFields.parse(payload);
        if (answer.isObject() && answer.has("statusCode")) {
            return described(answer);
        }
        return new ApiResponse(
                OK,
                List.of(new Header("Content-Type", AnswerFields.JSON)),
                answer.isTextual() ? AnswerFields.utf8(answer.asText()) : payload);
    }

    private ApiResponse described(JsonNode answer) throws MalformedAnswerException {
        int status = AnswerFields.status(answer.path("statusCode"), samCli);
        List<Header> headers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : AnswerFields.entries(answer, "headers")) {
            AnswerFields.addHeader(headers, field.getKey(), field.getValue(), samCli);
        }
        AnswerFields.addContentType(headers);
        JsonNode cookies = answer.path("cookies");
        if (cookies.isArray()) {
            for (JsonNode cookie : cookies) {
                headers.add(AnswerFields.header("Set-Cookie", cookie.asText()));
            }
        }
        return new ApiResponse(status, headers, body(answer));
    }

    private byte[] body(JsonNode answer) throws MalformedAnswerException {
        boolean encoded = AnswerFields.flag(answer, "isBase64Encoded");
        JsonNode body = answer.path("body");
        if (body.isMissingNode() || body.isNull()) {
            return new byte[0];
        }
        String text = samCli ? PythonText.of(body) : body.isTextual() ? body.asText() : body.toString();
        return encoded ? AnswerFields.decoded(text, samCli) : AnswerFields.utf8(text);
    }
}
