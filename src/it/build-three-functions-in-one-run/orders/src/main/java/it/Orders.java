package it;

import java.util.Map;

public final class Orders {

    public Map<String, String> handle(Map<String, String> event) {
        return Map.of("orders", Phrases.greeting(event.getOrDefault("name", "nobody")));
    }
}
