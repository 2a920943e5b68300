package it;

import java.util.Map;

public final class Audit {

    public Map<String, String> handle(Map<String, String> event) {
        return Map.of("audit", Phrases.greeting(event.getOrDefault("name", "nobody")));
    }
}
