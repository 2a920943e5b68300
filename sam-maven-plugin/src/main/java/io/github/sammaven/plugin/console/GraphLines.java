package io.github.sammaven.plugin.console;

import io.github.sammaven.core.aws.ServiceNode;
import io.github.sammaven.core.operate.trace.ServiceGraph;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The graph of services as text.
 *
 * @param zone of the times
 */
public record GraphLines(ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    /** The time, and each service with its figures and what it calls; none for an empty graph. */
    public List<String> of(ServiceGraph graph) {
        if (graph.services().isEmpty()) {
            return List.of();
        }
        Map<Integer, String> names = new HashMap<>();
        graph.services().forEach(service -> names.put(service.reference(), service.name()));
        List<String> lines = new ArrayList<>();
        lines.add("Services from " + TIME.format(graph.from().atZone(zone)) + " to "
                + TIME.format(graph.to().atZone(zone)));
        graph.services().forEach(service -> lines.add("  " + line(service, names)));
        return lines;
    }

    private static String line(ServiceNode service, Map<Integer, String> names) {
        String calls = service.edges().stream()
                .map(called -> names.getOrDefault(called, String.valueOf(called)))
                .collect(Collectors.joining(", "));
        return service.name()
                + (service.type().isEmpty() ? "" : " (" + service.type() + ")")
                + figures(service)
                + (calls.isEmpty() ? "" : "  calls " + calls);
    }

    /** Whoever only calls others has none. */
    private static String figures(ServiceNode service) {
        if (service.calls() == 0) {
            return "";
        }
        return "  " + Units.count(service.calls(), "call") + ", " + Units.count(service.errors(), "error") + ", "
                + Units.count(service.faults(), "fault")
                + String.format(Locale.ROOT, ", %.3f s on average", service.seconds() / service.calls());
    }
}
