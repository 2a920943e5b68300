package io.github.sammaven.core.local.apigateway.websocket;

import java.time.Clock;
import java.time.Duration;

/** Closes a connection that is idle, or has been open for long enough. */
final class Lifetime {

    private final Connection connection;
    private final Timer timer;
    private final Clock clock;
    private final Timer.Alarm end;
    private Timer.Alarm idle = () -> {};
    private boolean over;

    private Lifetime(Connection connection, Timer timer, Clock clock) {
        this.connection = connection;
        this.timer = timer;
        this.clock = clock;
        this.end = timer.after(SocketLimits.DURATION, () -> connection.close(Ending.GOING_AWAY));
    }

    static void begin(Connection connection, Timer timer, Clock clock) {
        Lifetime lifetime = new Lifetime(connection, timer, clock);
        lifetime.check();
        connection.onEnd(how -> lifetime.end());
    }

    private void check() {
        Duration left = SocketLimits.IDLE.minus(Duration.between(connection.lastActive(), clock.instant()));
        if (left.isZero() || left.isNegative()) {
            connection.close(Ending.GOING_AWAY);
        } else {
            again(left);
        }
    }

    private synchronized void again(Duration left) {
        if (!over) {
            idle = timer.after(left, this::check);
        }
    }

    private synchronized void end() {
        over = true;
        end.cancel();
        idle.cancel();
    }
}
