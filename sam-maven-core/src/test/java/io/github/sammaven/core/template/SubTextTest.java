package io.github.sammaven.core.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubTextTest {

    @Test
    void textIsCutIntoItsParts() {
        SubText text = SubText.parse("a ${B} ${C.D.E}${!F} ${G");
        assertThat(text.parts())
                .containsExactly(
                        new SubText.Literal("a ", 0, 2),
                        new SubText.Variable("B", 2, 6),
                        new SubText.Literal(" ", 6, 7),
                        new SubText.Variable("C.D.E", 7, 15),
                        new SubText.Escaped("F", 15, 20),
                        new SubText.Literal(" ${G", 20, 24));
        SubText.Variable dotted = text.variables().get(1);
        assertThat(dotted.head()).isEqualTo("C");
        assertThat(dotted.attribute()).contains("D.E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${}", "${ a}", "${a-b}", "${a${b}", "${ä}"})
    void strangeNamesAreVariablesThatAreNotWellFormed(String text) {
        assertThat(SubText.parse(text).variables())
                .first()
                .extracting(SubText.Variable::isWellFormed)
                .isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void partsCoverTheTextWithoutGaps(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            String text = random.ints(random.nextInt(30), 0, 7)
                    .mapToObj(
                            pick -> List.of("$", "{", "}", "!", "a", ".", "${").get(pick))
                    .collect(Collectors.joining());
            StringBuilder covered = new StringBuilder();
            for (SubText.Part part : SubText.parse(text).parts()) {
                assertThat(part.start()).as("seed %d, text %s", seed, text).isEqualTo(covered.length());
                covered.append(text, part.start(), part.end());
            }
            assertThat(covered).as("seed %d", seed).hasToString(text);
        }
    }
}
