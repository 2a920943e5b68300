package io.github.sammaven.core.build;

import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.WorkflowChoice;
import io.github.sammaven.core.function.LambdaFunction;
import java.nio.file.Path;

/** What is to be done for one function or layer. */
sealed interface PlannedArtifact {

    /** Of the function or layer. */
    String id();

    /** There is nothing to build. */
    record AsIs(String id, Path path, String source) implements PlannedArtifact {}

    /** A folder goes through a workflow. */
    record Built(BuildTarget target, WorkflowChoice choice) implements PlannedArtifact {

        @Override
        public String id() {
            return target.id();
        }
    }

    /** An image is made. */
    record Image(LambdaFunction function) implements PlannedArtifact {

        @Override
        public String id() {
            return function.id();
        }
    }
}
