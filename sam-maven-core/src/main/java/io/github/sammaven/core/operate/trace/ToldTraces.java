package io.github.sammaven.core.operate.trace;

import io.github.sammaven.core.aws.TraceRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which traces were told, and with how many parts. Beyond 100,000 the oldest are forgotten. */
final class ToldTraces {

    private static final int CAPACITY = 100_000;

    private final Map<String, Integer> parts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > CAPACITY;
        }
    };

    boolean knows(String id) {
        return parts.containsKey(id);
    }

    /** Parts come late, and may be replaced by longer ones. */
    boolean isNews(TraceRecord trace) {
        int size = trace.documents().hashCode();
        Integer before = parts.put(trace.id(), size);
        return before == null || before != size;
    }
}
