package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.PayloadGuard;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class RubyFunctionTest {

    private static final String RUBY = """
            require 'logger'
            $count = 0

            class Odd < StandardError; end

            def hello(event:, context:)
              $count += 1
              puts 'hello from ruby'
              { count: $count, id: context.aws_request_id, arn: context.invoked_function_arn,
                name: context.function_name, memory: context.memory_limit_in_mb, group: context.log_group_name,
                left: context.get_remaining_time_in_millis.between?(1, 20_000), custom: context.client_context,
                trace: ENV['_X_AMZN_TRACE_ID'] }.merge(event)
            end

            def fail(event:, context:)
              raise Odd, 'not today'
            end

            def stop(event:, context:)
              exit event
            end

            def interrupt(event:, context:)
              Process.kill('INT', Process.pid)
              sleep
            end

            def log(event:, context:)
              Logger.new($stdout).warn('careful')
            end

            def layer(event:, context:)
              require 'from_layer'
              [FROM_LAYER, Gem.path.any? { |path| path.end_with?('/ruby/gems/3.3.0') }]
            end

            def sized(event:, context:)
              'x' * (event - 2)
            end

            module Shop
              class Orders
                def self.handle(event:, context:)
                  'in a class'
                end
              end
            end
            """;

    @TempDir
    private Path code = Path.of("");

    private final Functions functions = new Functions(JavaClient.AUTO);

    private LocalFunction ruby(String handler) throws IOException {
        ScriptFunctionTest.needs("ruby");
        Files.writeString(code.resolve("app.rb"), RUBY);
        return Functions.function("ruby3.3", handler, code);
    }

    @Test
    void rubyStaysWarmAndKnowsItsContext() throws IOException {
        Invocation call = new Invocation(
                "3f1c0000-0000-4000-8000-000000000001",
                "{\"ä\":\"ö\"}".getBytes(StandardCharsets.UTF_8),
                Optional.of("{\"custom\":{\"k\":\"v\"}}"),
                Optional.of("Root=1-2-3"));
        try (FunctionEnvironment environment = functions.start(ruby("app.hello"))) {
            assertThat(environment.invoke(call).payloadText())
                    .isEqualTo("{\"count\":1,\"id\":\"3f1c0000-0000-4000-8000-000000000001\","
                            + "\"arn\":\"arn:aws:lambda:eu-central-1:123456789012:function:hello\","
                            + "\"name\":\"hello\",\"memory\":\"512\",\"group\":\"/aws/lambda/hello\","
                            + "\"left\":true,\"custom\":{\"custom\":{\"k\":\"v\"}},\"trace\":\"Root=1-2-3\","
                            + "\"ä\":\"ö\"}");
            assertThat(Functions.call(environment, "{}").payloadText()).startsWith("{\"count\":2,");
        }
        assertThat(functions.lines.get(1)).isEqualTo("hello from ruby");
    }

    @Test
    void rubyEndsWithoutATraceWhenItIsInterrupted() throws IOException {
        InvocationResult result = functions.once(ruby("app.interrupt"), "{}");
        assertThat(result.payloadText()).contains("signal: interrupt");
        assertThat(functions.lines).noneMatch(line -> line.contains("Interrupt"));
    }

    @ParameterizedTest
    @CsvSource({
        "app.fail,Function<Odd>,not today",
        "app.missing,Init<UnknownHandler>,Handler 'missing' missing in app",
        "gone.hello,Init<LoadError>,cannot load such file",
        "hello,Init<ArgumentError>,must be of form FILENAME.METHOD",
        "app.Gone.handle,Init<NameError>,uninitialized constant Gone"
    })
    void errorHasTypeAndMessage(String handler, String type, String message) throws IOException {
        InvocationResult result = functions.once(ruby(handler), "{}");
        assertThat(result.functionError()).contains(type);
        assertThat(result.payloadText()).contains(message, "\"stackTrace\":[");
    }

    @Test
    void environmentOutlivesAnError() throws IOException {
        try (FunctionEnvironment environment = functions.start(ruby("app.fail"))) {
            Functions.call(environment, "{}");
            assertThat(Functions.call(environment, "{}").report().initDuration())
                    .isEmpty();
        }
    }

    @Test
    void exitIsAnExitError() throws IOException {
        assertThat(functions.once(ruby("app.stop"), "3").payloadText())
                .contains("Runtime exited with error: exit status 3");
    }

    @Test
    void methodOfAClassIsAHandler() throws IOException {
        assertThat(functions.once(ruby("app.Shop::Orders.handle"), "{}").payloadText())
                .isEqualTo("\"in a class\"");
    }

    @Test
    void logRecordsCarryTheRequestId() throws IOException {
        InvocationResult result = functions.once(ruby("app.log"), "{}");
        assertThat(functions.lines.get(1)).matches("W, \\[.* #\\d+\\] " + result.requestId() + "  WARN -- : careful");
    }

    @Test
    void librariesAndGemsOfLayersAreFound(@TempDir Path layer) throws IOException {
        Files.createDirectories(layer.resolve("ruby/lib"));
        Files.writeString(layer.resolve("ruby/lib/from_layer.rb"), "FROM_LAYER = 'layered'");
        LocalFunction like = ruby("app.layer");
        LocalFunction function =
                Functions.with(like, List.of(layer), Duration.ofSeconds(20), new HashMap<>(Map.of("A", "b")));
        assertThat(functions.once(function, "{}").payloadText()).isEqualTo("[\"layered\",true]");
    }

    @Test
    void answerOverTheLimitIsRefused() throws IOException {
        try (FunctionEnvironment environment = functions.start(ruby("app.sized"))) {
            int limit = PayloadGuard.MAX_RESPONSE_BYTES;
            assertThat(Functions.call(environment, Integer.toString(limit)).payload())
                    .hasSize(limit);
            assertThat(Functions.call(environment, Integer.toString(limit + 1)).functionError())
                    .contains("Function.ResponseSizeTooLarge");
            assertThat(Functions.call(environment, "10").payload()).hasSize(10);
        }
    }

    @Test
    void otherVersionIsTold() throws IOException {
        ScriptFunctionTest.needs("ruby");
        Files.writeString(code.resolve("app.rb"), RUBY);
        functions.once(Functions.function("ruby9.9", "app.hello", code), "{}");
        assertThat(functions.events)
                .singleElement()
                .asString()
                .contains("Runtime ruby9.9 runs here on Ruby", "Install Ruby 9.9");
    }

    @Test
    void missingRubyIsAPlainError() {
        LocalFunction function = Functions.function("ruby3.4", "app.hello", code);
        assertThatThrownBy(() -> functions.runner("").start(function, line -> {}))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("Runtime ruby3.4 needs Ruby, and there is no ruby on the PATH");
    }
}
