package io.github.sammaven.core.aws.fake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call in the AWS Query protocol.
 *
 * @param parameters form fields by name
 */
public record QueryRequest(Map<String, String> parameters) {

    static QueryRequest parse(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new QueryRequest(fields);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public String action() {
        return get("Action").orElse("");
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** @throws QueryError if the field is absent */
    String required(String name) {
        String member = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return get(name).orElseThrow(() -> QueryError.constraint("null", member, "not be null"));
    }

    /** The values of {@code name.member.1}, {@code name.member.2}, ... */
    public List<String> list(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 1; parameters.containsKey(name + ".member." + i); i++) {
            values.add(parameters.get(name + ".member." + i));
        }
        return values;
    }

    /** The fields of each structure {@code name.member.N}. */
    public List<QueryRequest> structures(String name) {
        Map<Integer, Map<String, String>> found = new LinkedHashMap<>();
        String prefix = name + ".member.";
        parameters.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                int dot = key.indexOf('.', prefix.length());
                int index = Integer.parseInt(key.substring(prefix.length(), dot));
                found.computeIfAbsent(index, none -> new LinkedHashMap<>()).put(key.substring(dot + 1), value);
            }
        });
        return found.values().stream().map(QueryRequest::new).toList();
    }
}
