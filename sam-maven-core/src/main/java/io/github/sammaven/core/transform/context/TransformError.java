package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.problem.Problem;
import java.util.Optional;

/**
 * One reason why a template cannot be transformed.
 *
 * @param logicalId the resource it is about; empty if it is the template as a whole
 * @param eventId the key of the event of that resource, if it is about one
 * @param problem what, where, and the way out
 */
public record TransformError(Optional<String> logicalId, Optional<String> eventId, Problem problem) {}
