package io.github.sammaven.core.packaging;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.nio.file.Path;

/**
 * A property of a resource that stands for something on this machine.
 *
 * @param logicalId the resource
 * @param property which of its properties
 * @param path absolute and normalised; may not exist
 * @param source where it came from, as shown
 * @param mark where the property's value is, or the resource if it has none
 */
record LocalReference(String logicalId, PackageableProperty property, Path path, String source, SourceMark mark) {

    /** {@code fault} as an error at this place. */
    Problem problem(Fault fault) {
        return Problem.error(
                mark,
                "Parameter " + property.name() + " of resource " + logicalId + " " + fault.clause(),
                fault.suggestion());
    }
}
