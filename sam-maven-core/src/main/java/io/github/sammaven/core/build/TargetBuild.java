package io.github.sammaven.core.build;

import io.github.sammaven.core.build.fingerprint.FolderState;
import io.github.sammaven.core.build.folder.ArtifactLayout;
import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.folder.FolderMirror;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.WorkflowChoice;
import io.github.sammaven.core.report.ArtifactBuilt.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings the folders of targets that share one build up to date. */
final class TargetBuild {

    private final List<BuildTarget> targets;
    private final WorkflowChoice choice;
    private final BuildSetup setup;
    private final FolderContent content;
    private final FolderMirror mirror = new FolderMirror();

    /** @param targets in template order; any of their builds gives the artifact of all */
    TargetBuild(List<BuildTarget> targets, WorkflowChoice choice, BuildSetup setup) {
        this.targets = targets;
        this.choice = choice;
        this.setup = setup;
        this.content = new FolderContent(setup.buildFolder());
    }

    /** Of the first target. */
    String id() {
        return targets.get(0).id();
    }

    List<Finished> run() throws IOException {
        Optional<String> fingerprint = fingerprint();
        Map<BuildTarget, FolderState> current = new LinkedHashMap<>();
        if (fingerprint.isPresent()) {
            findCurrent(fingerprint.get(), current);
        }
        Optional<BuildTarget> model = current.keySet().stream().findFirst();
        List<Finished> finished = new ArrayList<>();
        for (BuildTarget target : targets) {
            FolderState state = current.get(target);
            finished.add(
                    state == null
                            ? update(target, model, fingerprint)
                            : Finished.of(artifact(target), state.bytes(), Outcome.UNCHANGED, Duration.ZERO));
            model = model.or(() -> Optional.of(target));
        }
        return finished;
    }

    private void findCurrent(String fingerprint, Map<BuildTarget, FolderState> current) throws IOException {
        BuildMemory memory = setup.memory().orElseThrow();
        Set<String> outdated = new HashSet<>();
        for (BuildTarget target : targets) {
            FolderState state = FolderState.of(folder(target));
            if (Files.isDirectory(folder(target)) && memory.isCurrent(target.id(), fingerprint, state)) {
                current.put(target, state);
            } else {
                outdated.add(target.id());
            }
        }
        memory.forget(outdated);
    }

    private Optional<String> fingerprint() throws IOException {
        Optional<BuildMemory> memory = setup.memory();
        BuildTarget first = targets.get(0);
        return memory.isEmpty()
                ? Optional.empty()
                : Optional.of(memory.get()
                        .fingerprint(choice, first, choice.workflow().inputs(first)));
    }

    private Finished update(BuildTarget target, Optional<BuildTarget> model, Optional<String> fingerprint)
            throws IOException {
        long start = System.nanoTime();
        Path folder = folder(target);
        Files.createDirectories(folder);
        if (model.isPresent()) {
            mirror.write(ArtifactLayout.of(content.of(folder(model.get()))), folder);
        } else {
            choice.workflow().build(target, folder);
        }
        FolderState state = FolderState.of(folder);
        if (fingerprint.isPresent()) {
            setup.memory().orElseThrow().remember(target.id(), fingerprint.get(), state);
        }
        return Finished.of(artifact(target), state.bytes(), Outcome.BUILT, Duration.ofNanos(System.nanoTime() - start));
    }

    private BuiltArtifact artifact(BuildTarget target) {
        Path artifact = choice.workflow().artifact(target, folder(target));
        return new BuiltArtifact(target.id(), artifact, choice.workflow().source(target));
    }

    private Path folder(BuildTarget target) {
        return setup.outputFolder().resolve(target.id());
    }
}
