package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.invoke.CallByCallLogs;
import io.github.sammaven.core.local.invoke.FunctionPool;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.PoolOptions;
import io.github.sammaven.core.local.invoke.WarmMode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many callers of one function in real processes. */
@Timeout(120)
class FunctionPoolProcessTest {

    private static final int CALLS = 200;

    @TempDir
    private Path code = Path.of("");

    private final Functions functions = new Functions(JavaClient.AUTO);

    private FunctionPool pool(String handler, int max) throws IOException {
        Assumptions.assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3"))),
                "python3 is not on the PATH");
        Files.writeString(code.resolve("app.py"), """
                import os
                def echo(event, context):
                    for i in range(3):
                        print(context.aws_request_id, i)
                    return {"event": event, "id": context.aws_request_id, "pid": os.getpid()}
                """);
        return FunctionPool.open(
                Functions.function("python3.11", handler, code),
                functions.runner(),
                new CallByCallLogs(functions.lines::add),
                new PoolOptions(WarmMode.LAZY, 1, max));
    }

    @Test
    void manyCallsAtOnceAreNeitherLostNorMixedUp() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLS);
        List<Invocation> invocations = new ArrayList<>();
        List<InvocationResult> results = new ArrayList<>();
        try (FunctionPool pool = pool("app.echo", 4)) {
            List<Future<InvocationResult>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                Invocation invocation = Invocation.of(("\"call " + i + "\"").getBytes(StandardCharsets.UTF_8));
                invocations.add(invocation);
                calls.add(callers.submit(() -> pool.invoke(invocation)));
            }
            for (Future<InvocationResult> call : calls) {
                results.add(call.get());
            }
        } finally {
            callers.shutdownNow();
        }
        Set<String> processes = new LinkedHashSet<>();
        for (int i = 0; i < CALLS; i++) {
            String text = results.get(i).payloadText();
            assertThat(text)
                    .startsWith("{\"event\": \"call " + i + "\", \"id\": \""
                            + invocations.get(i).requestId() + "\"");
            processes.add(text.substring(text.indexOf("\"pid\"")));
        }
        assertThat(processes).hasSizeBetween(1, 4);
        assertThatLinesOfACallStayTogether(invocations);
    }

    private void assertThatLinesOfACallStayTogether(List<Invocation> invocations) {
        List<String> bare = functions.lines.stream()
                .map(line -> line.replaceFirst("^Hello#[1-4] ", ""))
                .toList();
        assertThat(bare).hasSize(CALLS * 6);
        for (Invocation invocation : invocations) {
            String id = invocation.requestId();
            int first = bare.indexOf("START RequestId: " + id + " Version: $LATEST");
            assertThat(bare.subList(first, first + 5))
                    .containsExactly(
                            "START RequestId: " + id + " Version: $LATEST",
                            id + " 0",
                            id + " 1",
                            id + " 2",
                            "END RequestId: " + id);
            assertThat(bare.get(first + 5)).startsWith("REPORT RequestId: " + id);
        }
    }

    @Test
    void reloadUnderLoadLosesNothing() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (FunctionPool pool = pool("app.echo", 2)) {
            List<Future<InvocationResult>> calls = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                byte[] event = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
                calls.add(callers.submit(() -> pool.invoke(Invocation.of(event))));
                if (i % 20 == 10) {
                    pool.replace(pool.function());
                }
            }
            for (int i = 0; i < calls.size(); i++) {
                assertThat(calls.get(i).get().payloadText()).startsWith("{\"event\": " + i + ",");
            }
        } finally {
            callers.shutdownNow();
        }
    }
}
