package io.github.sammaven.core.local.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.runtime.LogLines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedStreamTest {

    private static final String MARK = "\u0001mark\n";

    private final List<String> lines = new ArrayList<>();
    private final MarkedStream stream = new MarkedStream(new LogLines(lines::add), MARK);

    private void add(String text) {
        stream.add(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void unfinishedLineIsHeldUntilAMark() {
        add("one\ntw");
        assertThat(lines).containsExactly("one");
        add("o" + MARK + "three\n");
        assertThat(lines).containsExactly("one", "two", "three");
        assertThat(stream.marks()).isEqualTo(1);
    }

    @Test
    void whatOnlyLooksLikeAMarkIsOutput() {
        add("a\u0001marker\n\u0001\u0001mark\n\u0001ma");
        stream.close();
        assertThat(lines).containsExactly("a\u0001marker", "\u0001", "\u0001ma");
        assertThat(stream.marks()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void piecesOfAnySizeGiveTheSame(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        int marks = 0;
        for (int i = 0; i < 500; i++) {
            String line = "line " + i + "x".repeat(random.nextInt(40));
            expected.add(line);
            text.append(line);
            if (random.nextInt(4) == 0) {
                marks++;
                text.append(MARK);
            } else {
                text.append('\n');
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        int from = 0;
        while (from < bytes.length) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(30));
            stream.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        stream.close();
        assertThat(lines).as("seed %d", seed).isEqualTo(expected);
        assertThat(stream.marks()).as("seed %d", seed).isEqualTo(marks);
    }

    @Test
    void endlessLineDoesNotFillTheMemory() {
        add("x".repeat(300_000));
        assertThat(lines).isNotEmpty();
        stream.close();
        assertThat(String.join("", lines)).hasSize(300_000);
    }
}
