package io.github.sammaven.core.aws.fake;

import java.time.Instant;

/** An event as the service keeps it. */
record FakeEvent(
        String id,
        Instant time,
        String logicalId,
        String physicalId,
        String resourceType,
        String status,
        String reason) {}
