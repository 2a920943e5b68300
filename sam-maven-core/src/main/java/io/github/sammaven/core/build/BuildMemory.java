package io.github.sammaven.core.build;

import io.github.sammaven.core.build.fingerprint.BuildRecords;
import io.github.sammaven.core.build.fingerprint.FileHashes;
import io.github.sammaven.core.build.fingerprint.FolderState;
import io.github.sammaven.core.build.fingerprint.InputFingerprint;
import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.workflow.BuildInputs;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.Sharing;
import io.github.sammaven.core.build.workflow.WorkflowChoice;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.template.TemplateWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What is known of the last run, so that what has not changed is not built again. An artifact is as good as new if its
 * inputs have the names, modes and content they had, its settings in the template and the tools are the same, and nobody
 * has touched its folder. Before an artifact is touched it is taken out of the index and its record is removed; both come
 * back when it is complete, so that a failed or killed build leaves nothing that looks finished.
 */
public final class BuildMemory {

    private final Path folder;
    private final ArtifactIndex index;
    private final InputFingerprint fingerprint;
    private final FileHashes hashes;
    private final BuildRecords records;
    private final TemplateWriter writer = new TemplateWriter();

    /**
     * @param folder holds what is remembered; may be removed at any time
     * @param index of the artifacts
     * @param content what of a folder counts
     */
    public BuildMemory(Path folder, ArtifactIndex index, FolderContent content) {
        this.folder = folder;
        this.index = index;
        this.hashes = new FileHashes(folder.resolve("hashes"));
        this.fingerprint = new InputFingerprint(hashes, content);
        this.records = new BuildRecords(folder.resolve("artifacts"));
    }

    /** Everything will be built. */
    public void clear() {
        try {
            records.forgetAll();
        } catch (IOException failed) {
            throw new SamException(folder + " cannot be removed: " + failed.getMessage(), "remove it by hand", failed);
        }
    }

    String fingerprint(WorkflowChoice choice, BuildTarget target, BuildInputs inputs) throws IOException {
        return fingerprint.of(
                List.of(
                        choice.name(),
                        choice.sharing() == Sharing.NEVER ? target.id() : "",
                        choice.sharing() == Sharing.ANY_HANDLER ? "" : target.handler(),
                        Boolean.toString(target.layer()),
                        target.runtime(),
                        target.architecture().lambdaName(),
                        target.method().orElse(""),
                        writer.json(target.metadata())),
                inputs);
    }

    boolean isCurrent(String id, String made, FolderState state) {
        return records.isCurrent(id, made, state);
    }

    /** To be called before the artifacts are touched. */
    void forget(Set<String> ids) throws IOException {
        if (!ids.isEmpty()) {
            index.forget(ids);
        }
        for (String id : ids) {
            records.forget(id);
        }
    }

    void remember(String id, String made, FolderState state) throws IOException {
        records.remember(id, made, state);
    }

    void save() {
        try {
            hashes.save();
        } catch (IOException failed) {
            throw new SamException(folder + " cannot be written: " + failed.getMessage(), "", failed);
        }
    }
}
