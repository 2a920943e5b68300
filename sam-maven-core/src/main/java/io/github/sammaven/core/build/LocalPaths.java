package io.github.sammaven.core.build;

import io.github.sammaven.core.template.Template;
import java.util.function.UnaryOperator;

/** The places of a template where the path of a local file may stand. */
@FunctionalInterface
public interface LocalPaths {

    /**
     * A copy of the template where each path of this machine is what {@code change} makes of it. Addresses, image names
     * and everything that is not text stay as they are.
     */
    Template change(Template template, UnaryOperator<String> change);
}
