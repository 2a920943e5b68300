package io.github.sammaven.core.deploy.cause;

import java.util.Optional;

/** A kind of failure that people meet again and again. */
interface KnownCause {

    /** What to do about it, one or more lines; empty if this is not the cause. */
    Optional<String> hint(FailedResource failed);
}
