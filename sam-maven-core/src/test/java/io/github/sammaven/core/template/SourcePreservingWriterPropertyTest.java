package io.github.sammaven.core.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is changed, the text is read as the changed tree, and lines outside of the changed part stay. */
class SourcePreservingWriterPropertyTest {

    private final SourcePreservingWriter writer = new SourcePreservingWriter();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomEditsOfRandomSourcesAreReadBack(long seed) {
        for (int i = 0; i < 50; i++) {
            check(
                    new RandomSource(seed * 1000 + i).text(),
                    new Random(seed * 1000 + i),
                    8,
                    "source " + (seed * 1000 + i));
        }
    }

    @Test
    void randomEditsOfTemplatesAreReadBack() throws IOException {
        for (Path file : templates(Path.of("src/test/resources/transform"))) {
            check(
                    Files.readString(file),
                    new Random(file.getParent().getFileName().hashCode()),
                    10,
                    file.toString());
        }
    }

    /** Over folders of real templates, {@code -Dconformance.templates=DIR1:DIR2}. */
    @Test
    void randomEditsOfRealTemplatesAreReadBack() throws IOException {
        String folders = System.getProperty("conformance.templates", "");
        assumeTrue(!folders.isEmpty(), "no folder of templates is given with -Dconformance.templates");
        for (String folder : folders.split(File.pathSeparator)) {
            for (Path file : templates(Path.of(folder))) {
                check(Files.readString(file), new Random(file.getFileName().hashCode()), 8, file.toString());
            }
        }
    }

    private void check(String source, Random random, int edits, String name) {
        MappingNode root = read(source).root();
        assertThat(writer.write(source, root)).isEqualTo(source);
        boolean shared = source.contains("&");
        for (int i = 0; i < edits; i++) {
            int number = i;
            RandomEdit edit = RandomEdit.of(root, random);
            String result = writer.write(source, edit.wanted());
            Supplier<String> message = () -> "%s, edit %d: %s%n%s%n---- became ----%n%s"
                    .formatted(name, number, edit.what(), shown(source), shown(result));
            assertThat(read(result).root()).as(message).isEqualTo(edit.wanted());
            if (!shared
                    && edit.wanted().size() > 0
                    && edit.first() > root.mark().line()) {
                checkLines(source, result, edit, message);
            }
        }
    }

    private static String shown(String text) {
        return text.length() > 5000 ? "(long)" : text;
    }

    /** In a collection in brackets a comma comes or goes in the line before or behind as well. */
    private static void checkLines(String source, String result, RandomEdit edit, Supplier<String> message) {
        List<String> before = source.lines().toList();
        List<String> after = result.lines().toList();
        int head = Math.max(0, edit.first() - 2);
        assertThat(after.subList(0, Math.min(head, after.size()))).as(message).isEqualTo(before.subList(0, head));
        int tail = edit.next() == 0 ? 0 : before.size() - edit.next();
        assertThat(after.subList(Math.max(0, after.size() - tail), after.size()))
                .as(message)
                .isEqualTo(before.subList(before.size() - tail, before.size()));
    }

    private static Template read(String text) {
        return new TemplateReader().parse(text, Path.of("t"), "t");
    }

    private static List<Path> templates(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .forEach(files::add);
        }
        assertThat(files).isNotEmpty();
        return files;
    }
}
