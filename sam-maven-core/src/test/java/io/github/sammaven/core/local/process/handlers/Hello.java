package io.github.sammaven.core.local.process.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Java handlers for the process tests, one a method. */
public final class Hello {

    private int calls;

    public Map<String, Object> answer(Map<String, Object> event, Context context) {
        calls++;
        return Map.of(
                "hello", event.getOrDefault("name", "world"),
                "id", context.getAwsRequestId(),
                "calls", calls,
                "function", context.getFunctionName(),
                "variable", System.getenv().getOrDefault("COLOUR", "none"));
    }

    public String fail(Map<String, Object> event) {
        throw new IllegalStateException("no " + event.get("name"));
    }

    public String exit(Map<String, Object> event) {
        System.exit((Integer) event.get("status"));
        return "";
    }

    public String hang(Map<String, Object> event) throws InterruptedException {
        if (event.containsKey("hang")) {
            new CountDownLatch(1).await();
        }
        return "done";
    }

    /** Answers with so many bytes of JSON, its two quotes included. */
    public String large(Map<String, Object> event) {
        return "x".repeat((Integer) event.get("bytes") - 2);
    }

    public int log(Map<String, Object> event) {
        int lines = (Integer) event.get("lines");
        for (int i = 0; i < lines; i++) {
            System.out.println("line " + i);
        }
        System.err.print("no end");
        System.err.flush();
        return lines;
    }

    public String layered(Map<String, Object> event) {
        return getClass().getClassLoader().getResource("from-layer.txt") == null ? "absent" : "present";
    }
}
