package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Optional;

/**
 * A part of the traces of a time.
 *
 * @param ids of complete traces
 * @param partial how many were left out because parts of them have not come yet
 * @param next what to ask on with; empty at the end
 */
public record TraceSummaries(List<String> ids, int partial, Optional<String> next) {

    public TraceSummaries {
        ids = List.copyOf(ids);
    }
}
