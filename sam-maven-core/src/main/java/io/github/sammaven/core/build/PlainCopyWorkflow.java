package io.github.sammaven.core.build;

import io.github.sammaven.core.build.folder.ArtifactLayout;
import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.folder.FolderMirror;
import io.github.sammaven.core.build.workflow.BuildInputs;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.BuildWorkflow;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** Takes a folder over without what tools put there for themselves. */
public final class PlainCopyWorkflow implements BuildWorkflow {

    private final FolderContent content;
    private final FolderMirror mirror = new FolderMirror();

    public PlainCopyWorkflow(FolderContent content) {
        this.content = content;
    }

    @Override
    public boolean takesAsIs(BuildTarget target) {
        return true;
    }

    List<Problem> problems(Path folder) {
        try {
            content.of(folder);
            return List.of();
        } catch (InvalidTemplateException refused) {
            return refused.problems();
        } catch (IOException unreadable) {
            return List.of(Problem.error(SourceMark.NONE, folder + " cannot be read: " + unreadable.getMessage()));
        }
    }

    @Override
    public BuildInputs inputs(BuildTarget target) {
        return new BuildInputs(List.of(target.code().path()), new TreeMap<>());
    }

    @Override
    public void build(BuildTarget target, Path folder) throws IOException {
        mirror.write(ArtifactLayout.of(content.of(target.code().path())), folder);
    }
}
