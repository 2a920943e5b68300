package io.github.sammaven.core.operate.logs;

import io.github.sammaven.core.aws.LogEvents;
import io.github.sammaven.core.aws.LogPage;
import io.github.sammaven.core.aws.LogQuery;
import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.report.Pauser;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks again when it was too often: after 1, 2, 4, 8 and 16 seconds. */
final class PatientPages {

    private static final int ATTEMPTS = 6;

    private final LogEvents events;
    private final Pauser pauser;
    private final AtomicInteger refusals = new AtomicInteger();

    PatientPages(LogEvents events, Pauser pauser) {
        this.events = events;
        this.pauser = pauser;
    }

    Optional<LogPage> page(LogQuery query, Optional<String> token) throws InterruptedException {
        Duration wait = Duration.ofSeconds(1);
        for (int attempt = 1; ; attempt++) {
            try {
                return events.page(query, token);
            } catch (TransientServiceException passing) {
                refusals.incrementAndGet();
                if (attempt == ATTEMPTS) {
                    throw passing;
                }
                pauser.pause(wait);
                wait = wait.multipliedBy(2);
            }
        }
    }

    /** How often it was refused since this was last asked. */
    int refusals() {
        return refusals.getAndSet(0);
    }
}
