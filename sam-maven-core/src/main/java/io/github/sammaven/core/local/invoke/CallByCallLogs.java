package io.github.sammaven.core.local.invoke;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many environments on one log. The lines of a call stay together: of calls at the same time one is shown as it goes, and
 * the others when that one is over. While more than one environment is alive, each line says whose it is:
 * {@code Hello#2 }.
 */
public final class CallByCallLogs implements EnvironmentLogs {

    private final FunctionLog shown;
    /** Calls whose first line came while another was shown, oldest first. */
    private final Deque<Call> waiting = new ArrayDeque<>();

    private @Nullable Call live;
    private int environments;

    /** @param shown where all lines go; called by one thread at a time */
    public CallByCallLogs(FunctionLog shown) {
        this.shown = shown;
    }

    /** The lines of one call that are not shown yet. */
    private static final class Call {
        private final List<String> held = new ArrayList<>();
        private boolean over;
    }

    @Override
    public synchronized EnvironmentLog open(String function, int environment) {
        environments++;
        return new Environment(function + "#" + environment + " ");
    }

    private synchronized void add(Call call, String line) {
        if (live == null) {
            live = call;
        }
        if (live == call) {
            shown.line(line);
        } else {
            if (call.held.isEmpty()) {
                waiting.add(call);
            }
            call.held.add(line);
        }
    }

    private synchronized void end(Call call) {
        call.over = true;
        if (live == call) {
            live = null;
        }
        showWaiting();
    }

    private void showWaiting() {
        if (live != null) {
            return;
        }
        waiting.stream().filter(call -> call.over).forEach(this::show);
        waiting.removeIf(call -> call.over);
        Call next = waiting.poll();
        if (next != null) {
            show(next);
            live = next;
        }
    }

    private void show(Call call) {
        call.held.forEach(shown::line);
        call.held.clear();
    }

    private synchronized void closed() {
        environments--;
    }

    private synchronized String prefixed(String prefix, String line) {
        return environments > 1 ? prefix + line : line;
    }

    private final class Environment implements EnvironmentLog {

        private final String prefix;
        private @Nullable Call current;
        private boolean closed;

        private Environment(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public synchronized void callBegins() {
            current = new Call();
        }

        /** A line between calls, as of the init phase, stands for itself. */
        @Override
        public synchronized void line(String line) {
            Call call = current == null ? new Call() : current;
            add(call, prefixed(prefix, line));
            if (current == null) {
                end(call);
            }
        }

        @Override
        public synchronized void callEnds() {
            if (current != null) {
                end(current);
                current = null;
            }
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                callEnds();
                closed();
            }
        }
    }
}
