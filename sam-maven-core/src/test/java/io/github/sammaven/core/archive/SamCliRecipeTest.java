package io.github.sammaven.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipe once more, in the language of SAM CLI and with its ways to walk and to sort. */
class SamCliRecipeTest {

    private static final String RECIPE = """
            import hashlib, os, sys
            root = sys.argv[1]
            paths = [os.path.join(top, name) for top, _, names in os.walk(root, followlinks=True) for name in names]
            paths.sort()
            tree = hashlib.md5()
            for path in paths:
                tree.update(os.path.relpath(path, root).encode("utf-8"))
                with open(path, "rb") as content:
                    tree.update(hashlib.md5(content.read()).hexdigest().encode("utf-8"))
            print(tree.hexdigest(), end="")
            """;

    @TempDir
    private Path work;

    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73, 74, 75, 76})
    void pythonComputesTheSameHash(long seed) throws Exception {
        assumeThat(ZipReaders.has("python3")).as("python3").isTrue();
        Path folder = work.resolve("tree");
        write(folder, new RandomTree(seed).files());
        write(folder, Map.of("a/b", "1", "a-b", "2", "a.b", "3", "a b", "4", "a+b", "5", "a/b.c/d", "6", "a0", "7"));
        Path shared = work.resolve("shared");
        write(shared, Map.of("one.txt", "one", "deep/two.txt", "two"));
        Files.createSymbolicLink(folder.resolve("linked"), shared);
        Files.createSymbolicLink(folder.resolve("linked.txt"), shared.resolve("one.txt"));

        String hash = HashedTree.of(new FileTreeReader().read(folder).files())
                .hashes()
                .content();

        assertThat(ZipReaders.run("python3", "-X", "utf8", "-c", RECIPE, folder))
                .as("seed %d", seed)
                .isEqualTo(hash);
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.exists(path.getParent()) || Files.isDirectory(path.getParent())) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
    }
}
