package io.github.sammaven.core.build;

import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.jvm.JavaLayouts;
import io.github.sammaven.core.build.jvm.JavaModules;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.Sharing;
import io.github.sammaven.core.build.workflow.WorkflowChoice;
import java.nio.file.Path;
import java.util.List;

/** The workflows there are. */
public final class StandardWorkflows {

    private StandardWorkflows() {}

    /**
     * @param modules the Java modules of the running build
     * @param content what of a folder counts
     * @param jarFolder where jars made here are kept from run to run
     */
    public static Workflows of(JavaModules modules, FolderContent content, Path jarFolder) {
        PlainCopyWorkflow plain = new PlainCopyWorkflow(content);
        ModuleWorkflow java = new ModuleWorkflow(modules, new JavaLayouts(content, jarFolder), plain);
        return new Workflows(
                List.of(new WorkflowChoice("java", StandardWorkflows::isJava, Sharing.SAME_HANDLER, java)), plain);
    }

    /** Of layers that do not say how they are built, only those that may be a module become a target. */
    private static boolean isJava(BuildTarget target) {
        return target.method().isEmpty() && target.layer()
                || target.method().orElse(target.runtime()).startsWith("java");
    }
}
