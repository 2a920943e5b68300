package io.github.sammaven.core.local.process.loop;

import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Errors in the form AWS's Java runtime gives them. */
final class ErrorJson {

    private static final int MAX_CAUSES = 20;
    private static final String OURS = ErrorJson.class.getPackageName() + ".";

    private ErrorJson() {}

    static byte[] of(HandlerFailure failure) {
        Map<String, Object> document = describe(failure.thrown(), 0);
        document.put("errorMessage", failure.getMessage());
        document.put("errorType", failure.type());
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        JacksonFactory.getInstance()
                .getSerializer((java.lang.reflect.Type) Map.class)
                .toJson(document, json);
        return json.toByteArray();
    }

    private static Map<String, Object> describe(Throwable thrown, int depth) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("errorMessage", thrown.getMessage());
        document.put("errorType", thrown.getClass().getName());
        document.put("stackTrace", frames(thrown));
        if (thrown.getCause() != null && depth < MAX_CAUSES) {
            document.put("cause", describe(thrown.getCause(), depth + 1));
        }
        return document;
    }

    /** The user's frames: up to where the loop, or reflection on its behalf, called them. */
    private static List<String> frames(Throwable thrown) {
        List<String> frames = new ArrayList<>();
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().startsWith(OURS)) {
                break;
            }
            frames.add(frame.toString());
        }
        while (!frames.isEmpty() && isReflection(frames.get(frames.size() - 1))) {
            frames.remove(frames.size() - 1);
        }
        return frames;
    }

    private static boolean isReflection(String frame) {
        return frame.startsWith("java.base/jdk.internal.reflect.") || frame.startsWith("java.base/java.lang.reflect.");
    }
}
