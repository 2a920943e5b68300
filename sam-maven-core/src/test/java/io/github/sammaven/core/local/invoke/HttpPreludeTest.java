package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPreludeTest {

    private static final String JSON = "{\"statusCode\":201,\"headers\":{\"Content-Type\":\"text/ä\",\"X-N\":7},"
            + "\"multiValueHeaders\":{\"X-M\":[\"a\",\"b\"]},\"cookies\":[\"c=1\",\"d=2\"]}";
    private static final String END = "\0\0\0\0\0\0\0\0";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void headIsTakenOffHoweverPartsAreCut() {
        byte[] answer = bytes(JSON + END + "body\0\0 with zeros");
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            HttpPrelude prelude = new HttpPrelude();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int at = 0; at < answer.length; ) {
                int end = Math.min(answer.length, at + 1 + random.nextInt(40));
                body.writeBytes(prelude.add(Arrays.copyOfRange(answer, at, end)));
                at = end;
            }
            assertThat(body.toString(StandardCharsets.UTF_8)).as("seed " + seed).isEqualTo("body\0\0 with zeros");
            assertThat(prelude.head())
                    .as("seed " + seed)
                    .contains(new HttpPrelude.Head(
                            201,
                            Map.of(
                                    "Content-Type", List.of("text/ä"),
                                    "X-N", List.of("7"),
                                    "X-M", List.of("a", "b")),
                            List.of("c=1", "d=2")));
        }
    }

    @Test
    void statusIs200IfNoneIsGiven() {
        HttpPrelude prelude = new HttpPrelude();
        assertThat(prelude.add(bytes("{}" + END))).isEmpty();
        assertThat(prelude.head()).contains(new HttpPrelude.Head(200, Map.of(), List.of()));
    }

    @Test
    void headIsAbsentUntilItIsComplete() {
        HttpPrelude prelude = new HttpPrelude();
        prelude.add(bytes(JSON + "\0\0\0\0\0\0\0"));
        assertThat(prelude.head()).isEmpty();
        assertThat(prelude.problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>\0\0\0\0\0\0\0\0rest", "[]\0\0\0\0\0\0\0\0rest", "{}\0\0\0rest", "\0\0\0\0\0\0\0\0rest"})
    void otherBeginningsAreAProblem(String answer) {
        HttpPrelude prelude = new HttpPrelude();
        assertThat(prelude.add(bytes(answer))).isEmpty();
        assertThat(prelude.head()).isEmpty();
        assertThat(prelude.problem()).isPresent();
        assertThat(prelude.add(bytes("more"))).isEmpty();
    }

    @Test
    void preludeWithoutEndIsAProblem() {
        HttpPrelude prelude = new HttpPrelude();
        prelude.add(bytes("x".repeat(HttpPrelude.MAX_BYTES + 1)));
        assertThat(prelude.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("longer than"));
    }

    @Test
    void contentTypeTells() {
        assertThat(HttpPrelude.isIn("application/vnd.awslambda.http-integration-response"))
                .isTrue();
        assertThat(HttpPrelude.isIn("application/json")).isFalse();
    }
}
