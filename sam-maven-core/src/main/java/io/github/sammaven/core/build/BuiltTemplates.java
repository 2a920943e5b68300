package io.github.sammaven.core.build;

import io.github.sammaven.core.build.folder.ArtifactLayout;
import io.github.sammaven.core.build.folder.FolderMirror;
import io.github.sammaven.core.build.folder.FolderRemoval;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.stack.Stack;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.TemplateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Templates of the root stack and of those nested in it beside what was built for them: {@code template.yaml},
 * {@code Child/template.yaml}. Other tools that know the layout of SAM CLI's build folder can go on from there.
 */
public final class BuiltTemplates {

    static final String NAME = "template.yaml";

    private final StackTree stacks;
    private final LocalPaths paths;
    private final Path outputFolder;
    private final TemplateFile writer = new TemplateFile();

    /**
     * @param paths where else in a template a path may stand
     * @param outputFolder of the build
     */
    public BuiltTemplates(StackTree stacks, LocalPaths paths, Path outputFolder) {
        this.stacks = stacks;
        this.paths = paths;
        this.outputFolder = outputFolder;
    }

    /** Takes the root's template out of the output folder: until it is written again, nothing there looks finished. */
    public void remove() {
        Path template = outputFolder.resolve(NAME);
        try {
            Files.deleteIfExists(template);
        } catch (IOException failed) {
            throw new SamException(template + " cannot be removed: " + failed.getMessage(), "", failed);
        }
    }

    /** Writes the templates into the output folder. */
    public void write(BuildResult result) {
        write(BuiltContent.of(result, outputFolder), outputFolder);
    }

    /**
     * Makes {@code folder} hold the templates and a copy of what was built, and nothing else. The template of the root
     * comes last: without it nothing there looks finished.
     *
     * @param folder checked before, see {@link BuildDirectory}
     */
    public void export(BuildResult result, Path folder) {
        try {
            new FolderRemoval().empty(folder);
            PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            BuiltContent content = BuiltContent.of(result, outputFolder);
            for (String id : content.built()) {
                copy(outputFolder.resolve(id), folder.resolve(id));
            }
            write(content.moved(path -> folder.resolve(outputFolder.relativize(path))), folder);
        } catch (IOException failed) {
            throw new SamException(folder + " cannot be written: " + failed.getMessage(), "", failed);
        }
    }

    private void write(BuiltContent content, Path folder) {
        BuiltTemplate built = new BuiltTemplate(stacks, paths, content);
        for (Stack stack : stacks.stacks().subList(1, stacks.stacks().size())) {
            write(built, stack, folder.resolve(stack.path()));
        }
        write(built, stacks.root(), folder);
    }

    private void write(BuiltTemplate built, Stack stack, Path folder) {
        writer.write(built.of(stack, folder), folder.resolve(NAME));
    }

    private static void copy(Path from, Path to) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(from)) {
            all.filter(Files::isRegularFile).forEach(file -> files.put(nameIn(from, file), file));
        }
        new FolderMirror().write(ArtifactLayout.of(files), to);
    }

    private static String nameIn(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
