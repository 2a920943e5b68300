package io.github.sammaven.plugin.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Images to run instead of a function's own, as {@code IMAGE} for all or {@code Function=IMAGE}. */
public final class InvokeImages {

    private InvokeImages() {}

    /** By function; the empty key is for all others. */
    public static Map<String, String> byFunction(List<String> words) {
        Map<String, String> images = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            images.put(
                    word.substring(0, Math.max(equals, 0)).strip(),
                    word.substring(equals + 1).strip());
        }
        return images;
    }
}
