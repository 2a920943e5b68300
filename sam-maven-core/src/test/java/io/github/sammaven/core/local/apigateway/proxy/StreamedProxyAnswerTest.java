package io.github.sammaven.core.local.apigateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamedProxyAnswerTest {

    private static final String PRELUDE_TYPE = "application/vnd.awslambda.http-integration-response";
    private static final String END = "\0\0\0\0\0\0\0\0";

    private final List<String> got = new ArrayList<>();
    private final StreamedProxyAnswer answer = new StreamedProxyAnswer(
            new StreamedProxyAnswer.Sink() {
                @Override
                public void head(int status, List<Header> headers) {
                    StringBuilder line = new StringBuilder().append(status);
                    headers.forEach(header ->
                            line.append(' ').append(header.name()).append('=').append(header.value()));
                    got.add(line.toString());
                }

                @Override
                public void failed(ApiResponse response) {
                    got.add("failed " + response.status());
                }

                @Override
                public void part(byte[] bytes) {
                    got.add(new String(bytes, StandardCharsets.UTF_8));
                }
            },
            List.of(new Header("Apigw-Requestid", "id")),
            () -> ApiResponse.json(502, "{}"));

    private void parts(String... parts) {
        for (String part : parts) {
            answer.part(part.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void headComesOnceAndPartsAsTheyAreMade() {
        answer.begin(PRELUDE_TYPE);
        parts(
                "{\"statusCode\":206,\"headers\":{\"A\":\"1\",\"content-length\":\"9\"},",
                "\"cookies\":[\"c=1\"]}\0\0\0");
        assertThat(got).isEmpty();
        parts("\0\0\0\0\0one", "two");
        assertThat(got)
                .containsExactly(
                        "206 A=1 Content-Type=application/json Set-Cookie=c=1 Apigw-Requestid=id", "one", "two");
    }

    @Test
    void answerWithoutPreludeIsTheBody() {
        answer.begin("text/csv");
        parts("a,b");
        assertThat(got).containsExactly("200 Content-Type=text/csv Apigw-Requestid=id", "a,b");
    }

    @Test
    void preludeThatIsNotJsonFailsAndTheRestIsDropped() {
        answer.begin(PRELUDE_TYPE);
        parts("no json" + END + "body", "more");
        assertThat(got).containsExactly("failed 502");
    }

    @Test
    void statusThatHttpHasNotFailsAndTheRestIsDropped() {
        answer.begin(PRELUDE_TYPE);
        parts("{\"statusCode\":99}" + END + "body", "more");
        assertThat(got).containsExactly("failed 502");
    }

    @Test
    void headerWithALineBreakFails() {
        answer.begin(PRELUDE_TYPE);
        parts("{\"headers\":{\"A\":\"1\\r\\nB: 2\"}}" + END + "body");
        assertThat(got).containsExactly("failed 502");
    }
}
