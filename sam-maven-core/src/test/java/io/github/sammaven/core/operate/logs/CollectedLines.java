package io.github.sammaven.core.operate.logs;

import java.util.ArrayList;
import java.util.List;

/** Keeps messages in the order in which they were told. */
final class CollectedLines implements LogSink {

    final List<String> messages = new ArrayList<>();
    int pauses;

    @Override
    public void line(LogLine line) {
        messages.add(line.source().label() + " " + line.event().message());
    }

    @Override
    public void pause() {
        pauses++;
    }
}
