package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A native executable is its own runtime. */
@Timeout(120)
class ProvidedFunctionTest {

    /** Answers each event with its handler, a count and the event, on one connection; an event of "x" ends it. */
    private static final String PROGRAM = """
            #include <arpa/inet.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <strings.h>
            #include <unistd.h>

            static char body[65536], id[64];
            static FILE *in;

            static int answer(void) {
              char line[1024];
              int status = 0, length = 0;
              while (fgets(line, sizeof line, in)) {
                if (!strncmp(line, "HTTP/", 5)) status = atoi(line + 9);
                else if (!strncasecmp(line, "content-length:", 15)) length = atoi(line + 15);
                else if (!strncasecmp(line, "lambda-runtime-aws-request-id:", 30)) sscanf(line + 30, "%63s", id);
                else if (!strcmp(line, "\\r\\n")) break;
              }
              body[fread(body, 1, length, in)] = 0;
              return status;
            }

            int main(void) {
              char host[64] = "", text[70000], call[80000];
              sscanf(getenv("AWS_LAMBDA_RUNTIME_API"), "%63[^:]", host);
              struct sockaddr_in to = {.sin_family = AF_INET};
              to.sin_port = htons(atoi(strchr(getenv("AWS_LAMBDA_RUNTIME_API"), ':') + 1));
              inet_pton(AF_INET, host, &to.sin_addr);
              int link = socket(AF_INET, SOCK_STREAM, 0);
              if (connect(link, (struct sockaddr *)&to, sizeof to)) return 3;
              in = fdopen(dup(link), "r");
              for (int count = 1;; count++) {
                dprintf(link, "GET /2018-06-01/runtime/invocation/next HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n");
                if (answer() != 200) return 4;
                if (!strcmp(body, "\\"x\\"")) abort();
                printf("call %d\\n", count);
                fflush(stdout);
                int size = snprintf(text, sizeof text, "{\\"handler\\":\\"%s\\",\\"count\\":%d,\\"event\\":%s}",
                                    getenv("_HANDLER"), count, body);
                snprintf(call, sizeof call,
                         "POST /2018-06-01/runtime/invocation/%s/response HTTP/1.1\\r\\nHost: x\\r\\n"
                         "Content-Length: %d\\r\\n\\r\\n%s", id, size, text);
                dprintf(link, "%s", call);
                if (answer() != 202) return 5;
              }
            }
            """;

    @TempDir
    private Path code = Path.of("");

    private final Functions functions = new Functions(JavaClient.AUTO);

    private LocalFunction compiled(Path folder) throws IOException, InterruptedException {
        ScriptFunctionTest.needs("gcc");
        Path source = Files.writeString(code.resolve("main.c"), PROGRAM);
        Files.createDirectories(folder);
        Process gcc = new ProcessBuilder(
                        "gcc", "-O1", "-o", folder.resolve("bootstrap").toString(), source.toString())
                .inheritIO()
                .start();
        assertThat(gcc.waitFor()).as("gcc").isZero();
        return Functions.function("provided.al2023", "orders.handle", code);
    }

    @Test
    void nativeExecutableIsRunAndStaysWarm() throws Exception {
        try (FunctionEnvironment environment = functions.start(compiled(code))) {
            assertThat(Functions.call(environment, "{\"a\":1}").payloadText())
                    .isEqualTo("{\"handler\":\"orders.handle\",\"count\":1,\"event\":{\"a\":1}}");
            assertThat(Functions.call(environment, "[]").payloadText())
                    .isEqualTo("{\"handler\":\"orders.handle\",\"count\":2,\"event\":[]}");
        }
        assertThat(functions.lines).contains("call 1", "call 2");
    }

    @Test
    void crashOfANativeExecutableIsAnExitErrorAndTheNextCallStartsAnew() throws Exception {
        try (FunctionEnvironment environment = functions.start(compiled(code))) {
            assertThat(Functions.call(environment, "\"x\"").payloadText())
                    .contains("\"errorType\":\"Runtime.ExitError\"", "signal: aborted");
            assertThat(Functions.call(environment, "{}").payloadText()).contains("\"count\":1");
        }
    }

    @Test
    void bootstrapOfALayerIsFound(@TempDir Path layer) throws Exception {
        LocalFunction like = compiled(layer);
        LocalFunction function = Functions.with(like, List.of(layer), Duration.ofSeconds(20), Map.of());
        assertThat(functions.once(function, "1").payloadText()).contains("\"event\":1");
    }
}
