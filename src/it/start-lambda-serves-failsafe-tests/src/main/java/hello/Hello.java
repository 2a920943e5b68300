package hello;

import java.util.Map;

/** Greets, unless it is asked to fail. */
public final class Hello {

    public Map<String, Object> handle(Map<String, Object> event) {
        if (event.containsKey("fail")) {
            throw new IllegalStateException("as asked");
        }
        System.out.println("greeting " + event.get("name"));
        return Map.of("greeting", "Hello " + event.get("name"));
    }
}
