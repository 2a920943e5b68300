package it;

import java.util.Map;

public final class Billing {

    public Map<String, String> handle(Map<String, String> event) {
        return Map.of("billing", Phrases.greeting(event.getOrDefault("name", "nobody")));
    }
}
