package io.github.sammaven.plugin.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.plugin.LinesLog;
import io.github.sammaven.plugin.MavenRun;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** APIs whose functions change while they are served. */
@Timeout(60)
class StartApiReloadTest {

    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    @TempDir
    private Path basedir;

    private final LinesLog log = new LinesLog();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private Thread maven;

    @BeforeEach
    void start() throws IOException {
        Assumptions.assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3"))),
                "python3 is not on the PATH");
        Files.createDirectories(basedir.resolve("hello"));
        Files.createDirectories(basedir.resolve("guard"));
        Files.writeString(
                basedir.resolve("hello/app.py"), "def handler(event, context):\n    return {'statusCode': 200}\n");
        Files.writeString(basedir.resolve("guard/app.py"), guard("Allow"));
        Files.writeString(basedir.resolve("template.yaml"), """
                Transform: AWS::Serverless-2016-10-31
                Globals: {Function: {Handler: app.handler, Runtime: python3.11}}
                Resources:
                  Shop:
                    Type: AWS::Serverless::Api
                    Properties:
                      StageName: Prod
                      Auth:
                        DefaultAuthorizer: Token
                        Authorizers:
                          Token: {FunctionArn: !GetAtt Guard.Arn, Identity: {ReauthorizeEvery: 3600}}
                  Guard: {Type: AWS::Serverless::Function, Properties: {CodeUri: guard}}
                  Hello:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: hello
                      Events: {Get: {Type: Api, Properties: {RestApiId: !Ref Shop, Path: /, Method: get}}}
                """);
        MavenRun run = new MavenRun(basedir)
                .commandLine("sam.runner", "process")
                .commandLine("sam.port", "0")
                .commandLine("sam.console", "false");
        StartApiMojo goal = new StartApiMojo(
                request -> {
                    throw new UnsupportedOperationException();
                },
                request -> {
                    throw new UnsupportedOperationException();
                });
        goal.project = run.project();
        goal.session = run.session();
        goal.execution = run.execution();
        goal.setLog(log);
        goal.pluginArtifacts = List.of();
        maven = new Thread(() -> {
            try {
                goal.execute();
                ended.complete(null);
            } catch (MojoExecutionException | MojoFailureException e) {
                ended.completeExceptionally(e);
            }
        });
        maven.start();
        await("Stop with Ctrl-C");
    }

    @AfterEach
    void stop() throws Exception {
        if (maven != null) {
            maven.interrupt();
            ended.get();
        }
    }

    private static String guard(String effect) {
        return """
                def handler(event, context):
                    return {'principalId': 'me', 'policyDocument': {'Version': '2012-10-17', 'Statement': [
                        {'Effect': '%s', 'Action': 'execute-api:Invoke', 'Resource': '*'}]}}
                """.formatted(effect);
    }

    private void await(String text) {
        while (log.lines().stream().noneMatch(line -> line.contains(text))) {
            assertThat(ended).isNotDone();
            Thread.onSpinWait();
        }
    }

    private int call() throws IOException, InterruptedException {
        String url = log.lines().stream()
                .map(URL::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + "/"))
                                .header("Authorization", "me")
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void answersOfAnAuthorizerAreForgottenWhenItsCodeChanges() throws Exception {
        assertThat(call()).isEqualTo(200);
        Files.writeString(basedir.resolve("guard/app.py"), guard("Deny"));
        await("INFO Reloaded Guard");
        assertThat(call()).isEqualTo(403);
    }
}
