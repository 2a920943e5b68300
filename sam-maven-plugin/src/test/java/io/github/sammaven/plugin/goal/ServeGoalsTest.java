package io.github.sammaven.plugin.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.plugin.LinesLog;
import io.github.sammaven.plugin.MavenRun;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The endpoint, from the goals' side. */
@Timeout(60)
class ServeGoalsTest {

    private static final SettingsDecrypter NO_SECRETS = request -> {
        throw new UnsupportedOperationException();
    };

    @TempDir
    private Path basedir;

    private final LinesLog log = new LinesLog();
    private MavenRun run;

    @BeforeEach
    void maven() throws IOException {
        Assumptions.assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3"))),
                "python3 is not on the PATH");
        run = new MavenRun(basedir).commandLine("sam.runner", "process");
        Files.createDirectories(basedir.resolve("hello"));
        Files.writeString(basedir.resolve("hello/app.py"), code("first"));
        Files.writeString(basedir.resolve("template.yaml"), """
                Resources:
                  Hello:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: hello
                      Handler: app.handler
                      Runtime: python3.11
                      AutoPublishAlias: live
                      FunctionUrlConfig: {AuthType: NONE}
                """);
    }

    private static String code(String answer) {
        return "def handler(event, context):\n    return '" + answer + "'\n";
    }

    private <G extends AbstractSamMojo> G ready(G goal) {
        goal.project = run.project();
        goal.session = run.session();
        goal.execution = run.execution();
        goal.setLog(log);
        if (goal instanceof AbstractFunctionMojo running) {
            running.pluginArtifacts = List.of();
        }
        return goal;
    }

    private StartMojo start() {
        return ready(new StartMojo(NO_SECRETS, request -> {
            throw new UnsupportedOperationException();
        }));
    }

    private String call(String endpoint) throws IOException, InterruptedException {
        return call(endpoint, "Hello");
    }

    private String call(String endpoint, String name) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        endpoint + "/2015-03-31/functions/" + name + "/invocations?Qualifier=live"))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void functionToDebugMustBeThere() {
        run.commandLine("sam.debugFunction", "Helo");
        assertThatThrownBy(start()::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("the template has no function 'Helo' to debug")
                .hasMessageContaining("Did you mean 'Hello'?");
    }

    private void await(String text) {
        while (log.lines().stream().noneMatch(line -> line.contains(text))) {
            Thread.onSpinWait();
        }
    }

    private String endpoint() {
        return run.project().getProperties().getProperty("sam.lambda.endpoint");
    }

    @Test
    void startServesUntilStop() throws Exception {
        start().execute();
        String endpoint = endpoint();
        assertThat(endpoint)
                .isEqualTo("http://127.0.0.1:" + run.project().getProperties().getProperty("sam.lambda.port"));
        String url = run.project().getProperties().getProperty("sam.url.Hello");
        assertThat(call(endpoint)).isEqualTo("\"first\"");
        assertThat(get(url)).isEqualTo("first");
        ready(new StopMojo(NO_SECRETS)).execute();
        assertThatThrownBy(() -> call(endpoint)).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> get(url)).isInstanceOf(ConnectException.class);
        assertThat(log.lines())
                .contains("INFO Lambda " + endpoint, "INFO   Hello   function URL " + url + "/", "INFO Stopped");
        assertThat(log.lines()).anyMatch(line -> line.contains("POST /2015-03-31/functions/Hello/invocations"));
    }

    @Test
    void startServesUntilTheBuildFails() throws Exception {
        start().execute();
        String endpoint = endpoint();
        run.session().getRequest().getExecutionListener().sessionEnded(null);
        assertThatThrownBy(() -> call(endpoint)).isInstanceOf(ConnectException.class);
        ready(new StopMojo(NO_SECRETS)).execute();
        assertThat(log.lines()).contains("INFO Nothing to stop");
    }

    @Test
    void portInUseIsNamedWithTheWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            run.commandLine("sam.port", Integer.toString(taken.getLocalPort()));
            assertThatThrownBy(start()::execute)
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " of 127.0.0.1 cannot be listened on")
                    .hasMessageContaining("0 takes a free one");
        }
    }

    @Test
    void unknownFunctionIsAnErrorBeforeTheStart() throws Exception {
        run.commandLine("sam.functions", "Hello,Helo");
        assertThatThrownBy(start()::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("the template has no function 'Helo'")
                .hasMessageContaining("Hello");
        assertThat(endpoint()).isNull();
    }

    @Test
    void recompiledCodeIsServed() throws Exception {
        run.commandLine("sam.watch", "true");
        start().execute();
        String endpoint = endpoint();
        assertThat(call(endpoint)).isEqualTo("\"first\"");
        Files.writeString(basedir.resolve("hello/app.py"), code("second"));
        await("INFO Reloaded Hello");
        assertThat(call(endpoint)).isEqualTo("\"second\"");
        ready(new StopMojo(NO_SECRETS)).execute();
    }

    @Test
    void templateThatBreaksLeavesTheOldCodeRunning() throws Exception {
        run.commandLine("sam.watch", "true");
        start().execute();
        Files.writeString(basedir.resolve("template.yaml"), "Resources: [");
        await("Not reloaded");
        assertThat(call(endpoint())).isEqualTo("\"first\"");
        ready(new StopMojo(NO_SECRETS)).execute();
    }

    /** The template in a folder of its own, nested in one that has nothing else. */
    private void nest() throws IOException {
        Files.createDirectories(basedir.resolve("shop"));
        Files.move(basedir.resolve("hello"), basedir.resolve("shop/hello"));
        Files.move(basedir.resolve("template.yaml"), basedir.resolve("shop/template.yaml"));
        Files.writeString(basedir.resolve("template.yaml"), """
                Resources:
                  Shop: {Type: AWS::Serverless::Application, Properties: {Location: shop/template.yaml}}
                """);
    }

    @Test
    void nestedFunctionIsServedByItsPath() throws Exception {
        nest();
        start().execute();
        String endpoint = endpoint();
        assertThat(call(endpoint, "Shop%2FHello")).isEqualTo("\"first\"");
        assertThat(call(endpoint, "Shop/Hello")).isEqualTo("\"first\"");
        assertThat(call(endpoint, "Hello")).isEqualTo("\"first\"");
        assertThat(call(endpoint, "Shop/Other")).contains("Function not found", "function:Shop/Other");
        assertThat(get(run.project().getProperties().getProperty("sam.url.Shop/Hello")))
                .isEqualTo("first");
        ready(new StopMojo(NO_SECRETS)).execute();
    }

    @Test
    void nestedTemplateThatBreaksLeavesItsFunctionsRunning() throws Exception {
        nest();
        run.commandLine("sam.watch", "true");
        start().execute();
        Files.writeString(basedir.resolve("shop/template.yaml"), "Resources: [");
        await("Not reloaded");
        assertThat(call(endpoint(), "Shop/Hello")).isEqualTo("\"first\"");
        ready(new StopMojo(NO_SECRETS)).execute();
    }

    @Test
    void changedParameterReachesTheNestedFunction() throws Exception {
        nest();
        Path nested = basedir.resolve("shop/template.yaml");
        Files.writeString(
                nested,
                "Parameters: {Handler: {Type: String, Default: app.handler}}\n"
                        + Files.readString(nested).replace("Handler: app.handler", "Handler: !Ref Handler"));
        Files.writeString(basedir.resolve("shop/hello/other.py"), code("other"));
        run.commandLine("sam.watch", "true");
        start().execute();
        assertThat(call(endpoint(), "Shop/Hello")).isEqualTo("\"first\"");
        Files.writeString(basedir.resolve("template.yaml"), """
                Resources:
                  Shop:
                    Type: AWS::Serverless::Application
                    Properties: {Location: shop/template.yaml, Parameters: {Handler: other.handler}}
                """);
        await("INFO Reloaded Shop/Hello");
        assertThat(call(endpoint(), "Shop/Hello")).isEqualTo("\"other\"");
        ready(new StopMojo(NO_SECRETS)).execute();
    }

    @Test
    void startLambdaServesUntilItIsInterrupted() throws Exception {
        run.commandLine("sam.port", "0");
        run.commandLine("sam.urlPort", "0");
        StartLambdaMojo goal = ready(new StartLambdaMojo(NO_SECRETS, request -> {
            throw new UnsupportedOperationException();
        }));
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Thread maven = new Thread(() -> {
            try {
                goal.execute();
                ended.complete(Thread.currentThread().isInterrupted());
            } catch (MojoExecutionException | MojoFailureException e) {
                ended.completeExceptionally(e);
            }
        });
        maven.start();
        await("stop with Ctrl-C");
        String endpoint = log.lines().stream()
                .filter(line -> line.startsWith("INFO Lambda "))
                .map(line -> line.substring("INFO Lambda ".length()))
                .findFirst()
                .orElseThrow();
        assertThat(call(endpoint)).isEqualTo("\"first\"");
        maven.interrupt();
        assertThat(ended.get()).isTrue();
        assertThatThrownBy(() -> call(endpoint)).isInstanceOf(ConnectException.class);
    }
}
