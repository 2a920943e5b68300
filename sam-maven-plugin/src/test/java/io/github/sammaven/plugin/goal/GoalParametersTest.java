package io.github.sammaven.plugin.goal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.maven.api.plugin.testing.MojoExtension.getVariablesAndValuesFromObject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.ResourceToImport;
import io.github.sammaven.core.local.invoke.ExpectedAnswer;
import io.github.sammaven.core.local.invoke.ExpectedError;
import io.github.sammaven.core.local.invoke.ExpectedFigures;
import io.github.sammaven.core.local.invoke.ExpectedOutcome;
import io.github.sammaven.plugin.config.EventOption;
import io.github.sammaven.plugin.config.ImportedResource;
import io.github.sammaven.plugin.config.Invocation;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Maven finds each goal and fills its parameters, from the pom and by type. */
@MojoTest
class GoalParametersTest {

    private static final String POM = "src/test/resources/goals/pom.xml";

    private static Map<String, Object> parametersOf(Object goal) throws IllegalAccessException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Class<?> type = goal.getClass();
                type != AbstractSamMojo.class.getSuperclass();
                type = type.getSuperclass()) {
            values.putAll(getVariablesAndValuesFromObject(type, goal));
        }
        return values;
    }

    private static void assertShared(Map<String, Object> parameters) {
        assertThat(parameters)
                .containsEntry("configFile", "config/samconfig.yaml")
                .containsEntry("configEnv", "test")
                .containsEntry("region", "eu-west-1")
                .containsEntry("profile", "dev")
                .containsEntry("endpointUrl", "http://localhost:4566")
                .containsEntry("parameterOverrides", Map.of("Stage", "test", "Size", "3"))
                .containsEntry("skip", true);
        assertThat(parameters.get("templateFile")).isEqualTo(new File("src/sam/template.yaml").getAbsoluteFile());
        assertThat(parameters.get("project")).isNotNull();
        assertThat(parameters.get("session")).isNotNull();
        assertThat(parameters.get("execution")).isNotNull();
    }

    @Test
    @InjectMojo(goal = "validate", pom = POM)
    void validateIsFilled(ValidateMojo goal) throws Exception {
        assertShared(parametersOf(goal));
    }

    @Test
    @InjectMojo(goal = "transform", pom = POM)
    void transformIsFilled(TransformMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertShared(parameters);
        assertThat(parameters)
                .containsEntry("outputTemplateFile", new File("target/cloudformation.json").getAbsoluteFile());
    }

    @Test
    @InjectMojo(goal = "build", pom = POM)
    void buildIsFilled(BuildMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertShared(parameters);
        assertThat(parameters)
                .containsEntry("cached", false)
                .containsEntry("parallel", false)
                .containsEntry("threads", 2)
                .containsEntry("resourceId", "HelloFunction")
                .containsEntry("exclude", List.of("Worker"))
                .containsEntry("buildDir", new File(".aws-sam/build").getAbsoluteFile());
    }

    @Test
    @InjectMojo(goal = "package", pom = POM)
    void packageIsFilled(PackageMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertShared(parameters);
        assertThat(parameters)
                .containsEntry("upload", false)
                .containsEntry("s3Bucket", "archives")
                .containsEntry("s3Prefix", "orders")
                .containsEntry("kmsKeyId", "alias/key")
                .containsEntry("forceUpload", true)
                .containsEntry("metadata", Map.of("commit", "abc"));
    }

    @Test
    @InjectMojo(goal = "deploy", pom = POM)
    void deployIsFilled(DeployMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertDeploying(parameters);
        assertThat(parameters)
                .containsEntry("guided", true)
                .containsEntry("failOnEmptyChangeset", true)
                .containsEntry("confirmChangeset", true)
                .containsEntry("noExecuteChangeset", true)
                .containsEntry("stopShift", true);
    }

    @Test
    @InjectMojo(goal = "create-change-set", pom = POM)
    void createChangeSetIsFilled(CreateChangeSetMojo goal) throws Exception {
        assertDeploying(parametersOf(goal));
    }

    @Test
    @InjectMojo(goal = "execute-change-set", pom = POM)
    void executeChangeSetIsFilled(ExecuteChangeSetMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertChangeSet(parameters);
        assertThat(parameters).containsEntry("changeSet", "arn:change");
    }

    @Test
    @InjectMojo(goal = "pipeline", pom = POM)
    void pipelineIsFilled(PipelineMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertShared(parameters);
        assertThat(parameters)
                .containsEntry("cicdProvider", List.of("jenkins"))
                .containsEntry("stages", List.of("test", "prod"))
                .containsEntry("approvals", List.of("prod"))
                .containsEntry("stackName", "orders")
                .containsEntry("deploymentBranch", "release")
                .containsEntry("force", true);
    }

    @Test
    @InjectMojo(goal = "iam-policy", pom = POM)
    void iamPolicyIsFilled(IamPolicyMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertShared(parameters);
        assertThat(parameters)
                .containsEntry("policyFor", "ci")
                .containsEntry("output", "json")
                .containsEntry("trust", List.of("github"))
                .containsEntry("trustSubject", "repo:acme/orders")
                .containsEntry("stackName", "orders")
                .containsEntry("accountId", "123456789012")
                .containsEntry("offline", true)
                .containsEntry("s3Bucket", "archives")
                .containsEntry("s3Prefix", "orders")
                .containsEntry("resolveS3", true)
                .containsEntry("kmsKeyId", "alias/key")
                .containsEntry("roleArn", "arn:aws:iam::123456789012:role/deploy")
                .containsEntry("notificationArns", List.of("arn:aws:sns:eu-west-1:123456789012:stacks"))
                .containsEntry("signingProfiles", Map.of("HelloFunction", "orders"))
                .containsEntry("imageRepository", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders")
                .containsEntry(
                        "imageRepositories",
                        Map.of("HelloFunction", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/hello"))
                .containsEntry("resolveImageRepos", true);
    }

    private static void assertChangeSet(Map<String, Object> parameters) {
        assertShared(parameters);
        assertThat(parameters)
                .containsEntry("stackName", "orders")
                .containsEntry("disableRollback", true)
                .containsEntry("onFailure", "DELETE")
                .containsEntry("terminationProtection", true)
                .containsEntry("maxWaitDuration", 5);
    }

    private static void assertDeploying(Map<String, Object> parameters) {
        assertChangeSet(parameters);
        assertThat(parameters)
                .containsEntry("s3Bucket", "archives")
                .containsEntry("resolveS3", true)
                .containsEntry("s3Prefix", "orders")
                .containsEntry("kmsKeyId", "alias/key")
                .containsEntry("forceUpload", true)
                .containsEntry("metadata", Map.of("commit", "abc"))
                .containsEntry("mergeTags", true)
                .containsEntry("includeNestedStacks", false)
                .containsEntry("express", true)
                .containsEntry("recover", true)
                .containsEntry("waitForRunning", true)
                .containsEntry("allowStatefulChanges", List.of("OrdersTable"))
                .containsEntry("capabilities", List.of("CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"))
                .containsEntry("tags", Map.of("team", "blue"))
                .containsEntry("roleArn", "arn:aws:iam::123456789012:role/deploy")
                .containsEntry("notificationArns", List.of("arn:aws:sns:eu-west-1:123456789012:stacks"));
        assertThat(parameters.get("importFile")).isEqualTo(new File("import.json").getAbsoluteFile());
        assertThat(parameters.get("resourcesToImport"))
                .asInstanceOf(InstanceOfAssertFactories.list(ImportedResource.class))
                .extracting(ImportedResource::toImport)
                .containsExactly(new ResourceToImport("Bucket", "AWS::S3::Bucket", Map.of("BucketName", "orders")));
    }

    @Test
    @InjectMojo(goal = "local-invoke", pom = POM)
    void localInvokeIsFilled(LocalInvokeMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertRunning(parameters);
        assertThat(parameters)
                .containsEntry("functionId", "HelloFunction")
                .containsEntry("event", "{\"name\": \"Ada\"}")
                .containsEntry("repeat", 3)
                .containsEntry("runtime", "python3.13")
                .containsEntry("tenantId", "blue")
                .containsEntry("failOnFunctionError", true);
        assertThat(parameters.get("logFile")).isEqualTo(new File("target/calls.log").getAbsoluteFile());
        assertThat(parameters.get("reportsDirectory")).isEqualTo(new File("target/junit").getAbsoluteFile());
        assertThat(parameters.get("eventFile")).isEqualTo(new File("events/hello.json").getAbsoluteFile());
    }

    @Test
    @InjectMojo(goal = "local-invoke", pom = POM)
    void invocationsAreFilled(LocalInvokeMojo goal) throws Exception {
        assertThat(parametersOf(goal).get("invocations"))
                .asInstanceOf(InstanceOfAssertFactories.list(Invocation.class))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.name(1)).isEqualTo("greets");
                            assertThat(first.function()).contains("HelloFunction");
                            assertThat(first.tenantId()).contains("blue");
                            assertThat(new String(
                                            first.event(new EventOption(Path.of(""), InputStream.nullInputStream())),
                                            UTF_8))
                                    .isEqualTo("{\"name\": \"Ada\"}");
                            assertThat(first.outcome(false))
                                    .isEqualTo(new ExpectedOutcome(
                                            new ExpectedAnswer(
                                                    Optional.of("{\"body\": \"hello\"}"),
                                                    OptionalInt.of(200),
                                                    Map.of("Content-Type", "text/plain")),
                                            Optional.empty(),
                                            false,
                                            new ExpectedFigures(
                                                    Optional.of(Duration.ofMillis(1500)), OptionalInt.of(64))));
                        },
                        second -> {
                            assertThat(second.name(2)).isEqualTo("broken.json");
                            assertThat(second.function()).isEmpty();
                            assertThat(second.tenantId()).isEmpty();
                            assertThatThrownBy(() ->
                                            second.event(new EventOption(Path.of(""), InputStream.nullInputStream())))
                                    .hasMessageContaining("broken.json does not exist");
                            assertThat(second.outcome(true))
                                    .isEqualTo(new ExpectedOutcome(
                                            ExpectedAnswer.ANY,
                                            Optional.of(new ExpectedError(
                                                    Optional.of("IllegalState"), Optional.of("no name"))),
                                            true,
                                            ExpectedFigures.ANY));
                        });
    }

    private static void assertRunning(Map<String, Object> parameters) {
        assertShared(parameters);
        assertThat(parameters)
                .containsEntry("runner", "container")
                .containsEntry("javaClient", "loop")
                .containsEntry("environmentVariables", Map.of("TABLE", "orders"))
                .containsEntry("envVars", new File("env.json").getAbsoluteFile())
                .containsEntry("debugPort", List.of("5005", "5006"))
                .containsEntry("debugArgs", "-Xmx1g")
                .containsEntry("debugSuspend", false)
                .containsEntry("debugFunction", "HelloFunction")
                .containsEntry("debuggerPath", new File("tools").getAbsoluteFile())
                .containsEntry("containerEnvVars", new File("container.env").getAbsoluteFile())
                .containsEntry("invokeImage", List.of("HelloFunction=hello:1"))
                .containsEntry("skipPullImage", true)
                .containsEntry("forceImageBuild", true)
                .containsEntry("copyCode", true)
                .containsEntry("dockerVolumeBasedir", "/srv/orders")
                .containsEntry("mountSymlinks", true)
                .containsEntry("runtimeApi", "emulator")
                .containsEntry("dockerNetwork", "orders")
                .containsEntry("addHost", Map.of("db", "10.0.0.7"))
                .containsEntry("containerDns", List.of("10.0.0.1"))
                .containsEntry("containerHost", "engine")
                .containsEntry("containerHostInterface", "0.0.0.0")
                .containsEntry("noMemoryLimit", true)
                .containsEntry("shutdown", true);
    }

    private static void assertServing(Map<String, Object> parameters) {
        assertRunning(parameters);
        assertThat(parameters)
                .containsEntry("host", "localhost")
                .containsEntry("port", 3100)
                .containsEntry("urlPort", 3200)
                .containsEntry("allowUnsigned", true)
                .containsEntry("functions", List.of("HelloFunction", "OrdersFunction"))
                .containsEntry("warm", "eager")
                .containsEntry("minEnvironments", 2)
                .containsEntry("maxEnvironments", 4)
                .containsEntry("watch", false);
    }

    @Test
    @InjectMojo(goal = "start-lambda", pom = POM)
    void startLambdaIsFilled(StartLambdaMojo goal) throws Exception {
        assertServing(parametersOf(goal));
    }

    private static void assertApis(Map<String, Object> parameters) {
        assertServing(parameters);
        assertThat(parameters)
                .containsEntry("mergeApis", true)
                .containsEntry("compat", "sam-cli")
                .containsEntry("staticDir", "web")
                .containsEntry("disableAuthorizer", true)
                .containsEntry("openAuthorizers", List.of("PartnerAuth"))
                .containsEntry("jwks", Map.of("UserAuth", "keys.json"));
        assertThat(parameters.get("sslCertFile")).isEqualTo(new File("tls/cert.pem").getAbsoluteFile());
        assertThat(parameters.get("sslKeyFile")).isEqualTo(new File("tls/key.pem").getAbsoluteFile());
    }

    @Test
    @InjectMojo(goal = "start-api", pom = POM)
    void startApiIsFilled(StartApiMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertApis(parameters);
        assertThat(parameters).containsEntry("console", false).containsEntry("consolePort", 3300);
    }

    @Test
    @InjectMojo(goal = "start", pom = POM)
    void startIsFilled(StartMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertApis(parameters);
        assertThat(parameters).containsEntry("apiPort", 3400);
    }

    @Test
    @InjectMojo(goal = "stop", pom = POM)
    void stopIsFilled(StopMojo goal) throws Exception {
        assertShared(parametersOf(goal));
    }

    @Test
    @InjectMojo(goal = "logs", pom = POM)
    void logsIsFilled(LogsMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertShared(parameters);
        assertThat(parameters)
                .containsEntry("stackName", "orders")
                .containsEntry("names", List.of("Orders", "Child/Audit"))
                .containsEntry("cwLogGroup", List.of("/aws/lambda/other"))
                .containsEntry("filter", "ERROR")
                .containsEntry("startTime", "1h ago")
                .containsEntry("endTime", "5m ago")
                .containsEntry("tail", true)
                .containsEntry("output", "json")
                .containsEntry("groupByRequest", true)
                .containsEntry("includeTraces", true);
    }

    @Test
    @InjectMojo(goal = "traces", pom = POM)
    void tracesIsFilled(TracesMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertShared(parameters);
        assertThat(parameters)
                .containsEntry("stackName", "orders")
                .containsEntry("traceId", List.of("1-5759e988-bd862e3fe1be46a994272793"))
                .containsEntry("startTime", "1h ago")
                .containsEntry("endTime", "5m ago")
                .containsEntry("tail", true)
                .containsEntry("output", "json");
    }

    @Test
    @InjectMojo(goal = "list", pom = POM)
    void listIsFilled(ListMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertShared(parameters);
        assertThat(parameters)
                .containsEntry("stackName", "orders")
                .containsEntry("show", List.of("endpoints", "outputs"))
                .containsEntry("output", "json");
    }

    @Test
    @InjectMojo(goal = "drift", pom = POM)
    void driftIsFilled(DriftMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertShared(parameters);
        assertThat(parameters)
                .containsEntry("stackName", "orders")
                .containsEntry("failOnDrift", true)
                .containsEntry("maxWaitDuration", 5);
    }

    @Test
    @InjectMojo(goal = "publish", pom = POM)
    void publishIsFilled(PublishMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertShared(parameters);
        assertThat(parameters).containsEntry("semanticVersion", "1.2.3").containsEntry("failOnSameVersion", true);
    }

    @Test
    @InjectMojo(goal = "remote-invoke", pom = POM)
    void remoteInvokeIsFilled(RemoteInvokeMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertShared(parameters);
        assertThat(parameters)
                .containsEntry("stackName", "orders")
                .containsEntry("resourceId", "HelloFunction")
                .containsEntry("event", "{\"name\": \"Ada\"}")
                .containsEntry("eventFile", "events/hello.json")
                .containsEntry("testEventName", "small")
                .containsEntry("invocationType", "Event")
                .containsEntry("qualifier", "live")
                .containsEntry("tenantId", "blue")
                .containsEntry("apiParameters", Map.of("DelaySeconds", "5"))
                .containsEntry("output", "json")
                .containsEntry("failOnFunctionError", true);
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void deleteIsFilled(DeleteMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertShared(parameters);
        assertThat(parameters)
                .containsEntry("stackName", "orders")
                .containsEntry("noPrompts", true)
                .containsEntry("s3Bucket", "archives")
                .containsEntry("s3Prefix", "orders")
                .containsEntry("deletePrefix", true)
                .containsEntry("emptyBuckets", true)
                .containsEntry("retainResources", List.of("OrdersTable"))
                .containsEntry("disableTerminationProtection", true)
                .containsEntry("failIfAbsent", true)
                .containsEntry("roleArn", "arn:aws:iam::123456789012:role/deploy")
                .containsEntry("express", true)
                .containsEntry("maxWaitDuration", 5);
    }

    @Test
    @InjectMojo(goal = "deploy")
    void nothingIsFilledInByDefaultSoThatTheConfigurationFileIsAsked(DeployMojo goal) throws Exception {
        Map<String, Object> parameters = parametersOf(goal);

        assertThat(parameters).containsEntry("maxWaitDuration", null).containsEntry("skip", null);
        assertThat(parameters).containsEntry("templateFile", null).containsEntry("capabilities", List.of());
    }

    @Test
    @InjectMojo(goal = "package")
    @MojoParameter(name = "s3Bucket", value = "other")
    void singleParameterIsFilled(PackageMojo goal) throws Exception {
        assertThat(parametersOf(goal)).containsEntry("s3Bucket", "other").containsEntry("upload", null);
    }
}
