package io.github.sammaven.core.build.workflow;

import java.io.IOException;
import java.nio.file.Path;

/**
 * How one kind of code becomes an artifact. Sources are left untouched: whatever is made goes to the artifact's folder
 * or to a temporary one. Methods may be called from several threads at once, each for another target; a workflow keeps
 * no state of a target.
 *
 * <p>Both methods throw an {@code InvalidTemplateException} with every problem at the place in the template if the code
 * cannot be built as it is, and a {@code SamException} that ends with a tool's last words if a tool fails or is missing.
 */
public interface BuildWorkflow {

    /** Where the target's code comes from, as shown: the path in the template, unless there is a better name. */
    default String source(BuildTarget target) {
        return target.code().written();
    }

    /** Whether {@link #build} would only copy the folder of the code; cheap. */
    default boolean takesAsIs(BuildTarget target) {
        return false;
    }

    /** What {@link #build} will depend on; cheap, and asked for before every build. */
    BuildInputs inputs(BuildTarget target) throws IOException;

    /**
     * Makes the artifact.
     *
     * @param folder exists; afterwards it holds exactly the artifact. It may hold what an earlier build of the target has
     *     left, whole or half
     */
    void build(BuildTarget target, Path folder) throws IOException;

    /** What in the folder of the target is its artifact: nearly always the folder itself, otherwise a file in it. */
    default Path artifact(BuildTarget target, Path folder) {
        return folder;
    }
}
