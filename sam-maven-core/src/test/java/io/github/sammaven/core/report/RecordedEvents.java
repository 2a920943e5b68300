package io.github.sammaven.core.report;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers all events. */
public final class RecordedEvents implements EventSink {

    private final List<SamEvent> all = new CopyOnWriteArrayList<>();

    @Override
    public void accept(SamEvent event) {
        all.add(event);
    }

    public List<SamEvent> all() {
        return List.copyOf(all);
    }

    public <T extends SamEvent> List<T> of(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
