package io.github.sammaven.core.aws.sdk;

import java.time.Duration;

/**
 * How long a call to S3 may take.
 *
 * @param connect until there is a connection
 * @param silence until the server sends something
 * @param attempt one attempt altogether, the body of up to 8 MB included
 * @param attempts how often to try, the first time included; unless {@code AWS_MAX_ATTEMPTS} says so otherwise
 */
record CallLimits(Duration connect, Duration silence, Duration attempt, int attempts) {

    /** 10 s, 30 s, 5 min (a part of 8 MB at 28 KB/s), 6 attempts: at worst half an hour for one that never answers. */
    static CallLimits standard() {
        return new CallLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(5), 6);
    }
}
