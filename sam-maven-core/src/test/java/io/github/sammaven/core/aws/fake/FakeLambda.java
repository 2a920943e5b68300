package io.github.sammaven.core.aws.fake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lambda's Invoke, strict about events and types of calls. */
public final class FakeLambda implements FakeService {

    private static final Pattern INVOKE = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
    private static final Set<String> TYPES = Set.of("RequestResponse", "Event", "DryRun");
    private static final int MOST_SYNCHRONOUS = 6_291_456;
    private static final int MOST_ASYNCHRONOUS = 1_048_576;

    private final Map<String, Function> functions = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private Optional<ServiceAnswer> refusal = Optional.empty();
    private int pending;
    private boolean logTail = true;

    private record Function(String answer, String error, String log) {}

    /** A function that answers. */
    public synchronized FakeLambda answers(String name, String payload, String log) {
        functions.put(name, new Function(payload, "", log));
        return this;
    }

    /** A function that fails. */
    public synchronized FakeLambda fails(String name, String payload, String log) {
        functions.put(name, new Function(payload, "Unhandled", log));
        return this;
    }

    /** Functions are being made for the next {@code times} calls. */
    public synchronized FakeLambda pendingFor(int times) {
        pending = times;
        return this;
    }

    /** The functions give back no end of their log, and refuse to be asked for it. */
    public synchronized FakeLambda withoutLogTail() {
        logTail = false;
        return this;
    }

    /** All calls are refused. */
    public synchronized FakeLambda refuse(int status, String type, String message) {
        refusal = Optional.of(ServiceAnswer.refusal(status, type, message));
        return this;
    }

    /** Name, type of the call and event of each call. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public synchronized ServiceAnswer answer(ServiceRequest request) {
        Matcher path = INVOKE.matcher(URLDecoder.decode(request.uri().getRawPath(), StandardCharsets.UTF_8));
        if (!request.method().equals("POST") || !path.matches()) {
            return ServiceAnswer.refusal(404, "UnknownOperationException", "");
        }
        String name = path.group(1);
        String type = request.header("X-Amz-Invocation-Type").isEmpty()
                ? "RequestResponse"
                : request.header("X-Amz-Invocation-Type");
        calls.add(name + " " + type + " " + request.text());
        Function function = functions.get(name.replaceFirst("^arn:.*:function:", ""));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (function == null) {
            return ServiceAnswer.refusal(
                    404, "ResourceNotFoundException", "Function not found: " + FakeAws.ACCOUNT + ":function:" + name);
        }
        if (!TYPES.contains(type)) {
            return ServiceAnswer.refusal(400, "InvalidParameterValueException", "InvocationType " + type);
        }
        if (!logTail && !request.header("X-Amz-Log-Type").isEmpty()) {
            return ServiceAnswer.refusal(
                    400, "InvalidParameterValueException", "Log type Tail is not supported for this function");
        }
        int most = type.equals("Event") ? MOST_ASYNCHRONOUS : MOST_SYNCHRONOUS;
        if (request.body().length > most) {
            return ServiceAnswer.refusal(413, "RequestEntityTooLargeException", "Request must be smaller than " + most);
        }
        if (pending > 0) {
            pending--;
            return ServiceAnswer.refusal(
                    409,
                    "ResourceConflictException",
                    "The operation cannot be performed at this time. The function is currently in the following state: Pending");
        }
        return switch (type) {
            case "Event" -> new ServiceAnswer(202, Map.of(), new byte[0]);
            case "DryRun" -> new ServiceAnswer(204, Map.of(), new byte[0]);
            default -> answered(function, request.header("X-Amz-Log-Type").equals("Tail"));
        };
    }

    private static ServiceAnswer answered(Function function, boolean log) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-Amz-Executed-Version", "$LATEST");
        if (log) {
            headers.put(
                    "X-Amz-Log-Result",
                    Base64.getEncoder().encodeToString(function.log().getBytes(StandardCharsets.UTF_8)));
        }
        if (!function.error().isEmpty()) {
            headers.put("X-Amz-Function-Error", function.error());
        }
        return new ServiceAnswer(200, headers, function.answer().getBytes(StandardCharsets.UTF_8));
    }
}
