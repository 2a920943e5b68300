package io.github.sammaven.core.build.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DockerfileTest {

    private static BaseImages bases(Map<String, String> arguments, String... lines) {
        return BaseImages.of(Dockerfile.parse(List.of(lines)), new TreeMap<>(arguments));
    }

    @Test
    void stepsAreTheInstructionsInTheirOrder() {
        Dockerfile file = Dockerfile.parse(List.of(
                "# syntax=docker/dockerfile:1",
                "",
                "ARG A=1",
                "from scratch as x",
                "COPY a \\",
                "# between",
                "  b",
                "CMD x"));
        assertThat(file.instructions())
                .extracting(Dockerfile.Instruction::keyword)
                .containsExactly("ARG", "FROM", "COPY", "CMD");
        assertThat(file.lineOfStep(1)).hasValue(3);
        assertThat(file.lineOfStep(3)).hasValue(5);
        assertThat(file.lineOfStep(4)).hasValue(8);
        assertThat(file.lineOfStep(5)).isEqualTo(OptionalInt.empty());
    }

    @Test
    void escapeMayBeAnother() {
        Dockerfile file = Dockerfile.parse(List.of("# escape=`", "FROM scratch", "COPY a `", "b", "COPY c\\", "CMD x"));
        assertThat(file.instructions()).hasSize(4);
    }

    @Test
    void basesAreResolvedAndStagesAreNone() {
        BaseImages found = bases(
                Map.of("TAG", "21"),
                "ARG TAG=17",
                "ARG HOME=\"public.ecr.aws\"",
                "FROM --platform=linux/amd64 ${HOME}/lambda/java:$TAG AS Build",
                "FROM scratch",
                "COPY --from=build /a /a",
                "COPY --from=0 /b /b",
                "COPY --chown=1 --from=tools:1 /c /c");
        assertThat(found.names()).containsExactly("public.ecr.aws/lambda/java:21", "tools:1");
        assertThat(found.complete()).isTrue();
    }

    @Test
    void unknownVariablesAndDownloadsAreNotAllThereIs() {
        assertThat(bases(Map.of(), "FROM $BASE").complete()).isFalse();
        assertThat(bases(Map.of(), "FROM scratch", "ADD https://example.com/x /x")
                        .complete())
                .isFalse();
        assertThat(bases(Map.of(), "FROM scratch", "ADD x.tar /").complete()).isTrue();
    }
}
