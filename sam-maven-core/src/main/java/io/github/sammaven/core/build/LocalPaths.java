package io.github.sammaven.core.build;

import io.github.sammaven.core.stack.Stack;
import io.github.sammaven.core.template.Template;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The places of a template where the path of a local file may stand. */
public interface LocalPaths {

    /**
     * A copy of the template where each path of this machine is what {@code change} makes of it. Addresses, image names
     * and everything that is not text stay as they are.
     */
    Template change(Template template, UnaryOperator<String> change);

    /**
     * A copy of the template where functions and layers of loops are what was built for them in each turn. Here loops are
     * left alone.
     *
     * @param stack of the template
     * @param built place, or name of the image, by id; empty if the resource is not built
     */
    default Template placeInLoops(Template template, Stack stack, Function<String, Optional<String>> built) {
        return template;
    }
}
