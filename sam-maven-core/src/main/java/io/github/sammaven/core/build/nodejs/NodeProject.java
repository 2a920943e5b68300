package io.github.sammaven.core.build.nodejs;

import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.folder.ScratchFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A code folder with the local packages it depends on. */
final class NodeProject {

    private final Path code;
    private final FolderContent content;

    NodeProject(Path code, FolderContent content) {
        this.code = code;
        this.content = content;
    }

    /** The sources, by path. */
    Map<String, Path> files() throws IOException {
        return content.of(code, sources());
    }

    /** Everything a result depends on. */
    List<Path> inputs() throws IOException {
        List<Path> inputs = new ArrayList<>(files().values());
        for (Path dependency : outside()) {
            Map<String, Path> files = content.of(dependency);
            files.forEach((name, file) -> {
                if (NodeFiles.isSource(name)) {
                    inputs.add(file);
                }
            });
            if (files.isEmpty()) {
                inputs.add(dependency);
            }
        }
        return inputs;
    }

    /** A copy of the sources a tool may write to, local packages in the same places beside it. */
    Path copyTo(ScratchFolder scratch) throws IOException {
        List<Path> originals = new ArrayList<>(List.of(code));
        originals.addAll(outside());
        return scratch.mirror(originals, content, sources()).get(0);
    }

    /** Code without a {@code package.json} is taken as it is. */
    private Predicate<String> sources() {
        return NodePackage.isIn(code) ? NodeFiles::isSource : name -> true;
    }

    private List<Path> outside() throws IOException {
        if (!NodePackage.isIn(code)) {
            return List.of();
        }
        return NodePackage.read(code).localDependencies().stream()
                .filter(path -> !path.startsWith(code))
                .toList();
    }
}
