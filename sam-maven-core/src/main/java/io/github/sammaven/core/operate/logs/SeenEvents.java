package io.github.sammaven.core.operate.logs;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ids of events that were told, as many as fit. */
final class SeenEvents {

    private final int capacity;
    private final Map<String, Long> times = new LinkedHashMap<>();
    private long floor = Long.MIN_VALUE;

    SeenEvents(int capacity) {
        this.capacity = capacity;
    }

    /** False if it was told before, or may have been. */
    boolean add(String id, long time) {
        if (time <= floor || times.putIfAbsent(id, time) != null) {
            return false;
        }
        if (times.size() > capacity) {
            Iterator<Long> oldest = times.values().iterator();
            // What is as old as this could not be told from what was forgotten.
            floor = Math.max(floor, oldest.next());
            oldest.remove();
        }
        return true;
    }

    /** Ids of events before that time are not needed any more: nobody will ask for them. */
    void forgetBefore(long time) {
        times.values().removeIf(told -> told < time);
    }
}
