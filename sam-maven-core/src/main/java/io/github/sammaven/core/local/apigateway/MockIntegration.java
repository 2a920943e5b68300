package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.Integration;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Answers without a backend: the request template says a status, and the status chooses the answer. Templates are taken
 * as they are written; their language is not run.
 */
final class MockIntegration {

    private static final String JSON = "application/json";
    private static final String DEFAULT = "default";
    private static final ApiResponse UNSUPPORTED_TYPE =
            ApiResponse.json(415, "{\"message\": \"Unsupported Media Type\"}");
    private static final Pattern STATUS = Pattern.compile("[\"']?statusCode[\"']?\\s*:\\s*[\"']?(\\d{3})");

    private final Map<String, Optional<String>> statuses = new TreeMap<>();
    private final List<Choice> choices = new ArrayList<>();
    private final boolean anyTypePasses;

    /** An answer with the statuses it is for. */
    private record Choice(Pattern statuses, ApiResponse answer) {}

    /** What becomes of a request. */
    sealed interface Answer {}

    record Given(ApiResponse response) implements Answer {}

    /** No response is chosen. */
    record Undecided(String reason) implements Answer {}

    MockIntegration(Integration.Mock mock) {
        mock.requestTemplates()
                .forEach((type, template) -> statuses.put(type.toLowerCase(Locale.ROOT), status(template)));
        new TreeMap<>(mock.responses()).forEach((status, response) -> {
            if (!status.equals(DEFAULT)) {
                choices.add(new Choice(pattern(status), response(response)));
            }
        });
        Optional.ofNullable(mock.responses().get(DEFAULT))
                .ifPresent(response -> choices.add(new Choice(Pattern.compile(".*"), response(response))));
        String passthrough = mock.passthrough().orElse("when_no_match").toLowerCase(Locale.ROOT);
        anyTypePasses =
                passthrough.equals("when_no_match") || passthrough.equals("when_no_templates") && statuses.isEmpty();
    }

    private static Optional<String> status(String template) {
        Matcher found = STATUS.matcher(template);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Pattern pattern(String statuses) {
        try {
            return Pattern.compile(statuses);
        } catch (PatternSyntaxException e) {
            return Pattern.compile(Pattern.quote(statuses));
        }
    }

    private static ApiResponse response(Integration.MockResponse mock) {
        Map<String, String> templates = new TreeMap<>(mock.templates());
        String type = templates.containsKey(JSON) || templates.isEmpty()
                ? JSON
                : templates.keySet().iterator().next();
        byte[] body = templates.getOrDefault(type, "").getBytes(StandardCharsets.UTF_8);
        return new ApiResponse(mock.status(), List.of(new Header("Content-Type", type)), body).with(mock.headers());
    }

    Answer answer(ApiRequest request) {
        String type = request.header("Content-Type").map(MockIntegration::bare).orElse(JSON);
        Optional<String> status = statuses.get(type);
        if (status == null && !anyTypePasses) {
            return new Given(UNSUPPORTED_TYPE);
        }
        // A body that is passed on as it is may say the status itself.
        String wanted =
                (status == null ? status(new String(request.body(), StandardCharsets.UTF_8)) : status).orElse("");
        if (wanted.isEmpty()) {
            return new Undecided("the mock has no request template for " + type + " that says a statusCode");
        }
        return choices.stream()
                .filter(choice -> choice.statuses().matcher(wanted).matches())
                .findFirst()
                .<Answer>map(choice -> new Given(choice.answer()))
                .orElseGet(() -> new Undecided("the mock has no response for status " + wanted));
    }

    private static String bare(String type) {
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
