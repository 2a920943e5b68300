package io.github.sammaven.core.deploy.cause;

import java.util.List;
import java.util.Optional;

/** All known causes, the more exact before the more general. */
public final class KnownCauses {

    private static final List<KnownCause> ALL = List.of(
            new ExecutionRolePermission(),
            new MissingPermission(),
            new RoleTrust(),
            CauseTable.exact(),
            new NameTaken(),
            new QuotaExceeded(),
            CauseTable.general());

    private KnownCauses() {}

    /** What to do about a failure, one or more lines without a full stop; empty if the cause is not a known one. */
    public static Optional<String> hint(FailedResource failed) {
        return ALL.stream().flatMap(cause -> cause.hint(failed).stream()).findFirst();
    }
}
