package io.github.sammaven.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the map of packages: who may use whom, and where third-party types stay. */
class ArchitectureTest {

    private static final String BASE = "io.github.sammaven.core";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    /** A package and the other packages of core it may use; everything else is out of its reach. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("problem", Set.of()),
            Map.entry("report", Set.of("problem")),
            Map.entry("template", Set.of("files", "problem")),
            Map.entry("stack", Set.of("template", "problem")),
            Map.entry("function", Set.of("stack", "template", "problem")),
            Map.entry("config", Set.of("config.toml", "files", "template", "problem")),
            Map.entry("config.toml", Set.of()),
            Map.entry("container", Set.of("problem")),
            Map.entry("container.docker", Set.of("container", "function", "problem")),
            Map.entry("limits", Set.of("function", "template", "problem")),
            Map.entry("transform.context", Set.of("template", "problem")),
            Map.entry("transform.policy", Set.of("template", "problem")),
            Map.entry("transform.generate", transform("context", "policy")),
            Map.entry("transform.openapi", transform("context")),
            Map.entry("transform.hash", transform("context")),
            Map.entry("transform.implicit", transform("context", "openapi")),
            Map.entry("transform.domain", transform("context")),
            Map.entry("transform.usageplan", transform("context")),
            Map.entry("transform.deployment", transform("context", "generate")),
            Map.entry("transform.function", transform("context", "generate")),
            Map.entry("transform.graphql", transform("context", "policy", "generate")),
            Map.entry("transform.connector", transform("context", "policy", "generate")),
            Map.entry("transform.websocket", transform("context", "generate")),
            Map.entry("transform.event", transform("context", "policy", "generate", "openapi")),
            Map.entry(
                    "transform.resource",
                    transform(
                            "context",
                            "policy",
                            "generate",
                            "openapi",
                            "domain",
                            "usageplan",
                            "deployment",
                            "function",
                            "graphql",
                            "connector",
                            "websocket",
                            "hash",
                            "event")),
            Map.entry(
                    "transform",
                    transform(
                            "context",
                            "policy",
                            "generate",
                            "openapi",
                            "implicit",
                            "domain",
                            "usageplan",
                            "deployment",
                            "function",
                            "graphql",
                            "connector",
                            "websocket",
                            "event",
                            "resource")),
            Map.entry(
                    "validate", Set.of("transform", "transform.context", "limits", "function", "template", "problem")),
            Map.entry("work", Set.of("problem")),
            Map.entry("files", Set.of("problem")),
            Map.entry("archive", Set.of("files", "problem")),
            Map.entry("build.image", Set.of("files", "container", "function", "template", "report", "problem")),
            Map.entry("ignore", Set.of("problem")),
            Map.entry("size", Set.of("files", "limits", "problem")),
            Map.entry("build.folder", Set.of("files", "ignore", "problem")),
            Map.entry("build.workflow", Set.of("function", "template", "problem")),
            Map.entry("build.fingerprint", Set.of("build.folder", "build.workflow", "files", "problem")),
            Map.entry("build.jvm.bytecode", Set.of("problem")),
            Map.entry(
                    "build.jvm",
                    Set.of(
                            "build.jvm.bytecode",
                            "build.workflow",
                            "build.folder",
                            "work",
                            "limits",
                            "function",
                            "template",
                            "report",
                            "problem")),
            Map.entry("build.binary", Set.of("function")),
            Map.entry("build.tool", Set.of("problem")),
            Map.entry("build.python", workflow("build.binary")),
            Map.entry("build.nodejs", workflow("build.binary")),
            Map.entry("build.ruby", workflow("build.binary")),
            Map.entry("build.makefile", workflow()),
            Map.entry("build.provided", workflow("build.binary", "build.jvm")),
            Map.entry(
                    "build",
                    Set.of(
                            "files",
                            "build.tool",
                            "build.python",
                            "build.nodejs",
                            "build.ruby",
                            "build.makefile",
                            "build.provided",
                            "ignore",
                            "build.workflow",
                            "build.folder",
                            "build.fingerprint",
                            "build.jvm",
                            "work",
                            "limits",
                            "function",
                            "stack",
                            "template",
                            "report",
                            "problem")),
            Map.entry("packaging.loop", Set.of("template", "problem")),
            Map.entry("packaging.cdk", Set.of("template", "problem")),
            Map.entry("packaging.artifact", Set.of("packaging.loop", "template", "problem")),
            Map.entry(
                    "packaging",
                    Set.of(
                            "packaging.loop",
                            "packaging.cdk",
                            "packaging.artifact",
                            "archive",
                            "ignore",
                            "size",
                            "build",
                            "signing",
                            "work",
                            "limits",
                            "function",
                            "stack",
                            "template",
                            "report",
                            "aws",
                            "problem")),
            Map.entry("pipeline", Set.of("permission", "files", "template", "problem")),
            Map.entry("deploy.poll", Set.of("report", "aws", "problem")),
            Map.entry("deploy.origin", Set.of("transform", "transform.context", "template", "problem")),
            Map.entry("deploy.change", Set.of("deploy.origin", "template", "report", "aws", "problem")),
            Map.entry("deploy.gate", Set.of("deploy", "deploy.change", "report", "problem")),
            Map.entry("deploy.cause", Set.of()),
            Map.entry(
                    "deploy.follow",
                    Set.of("deploy.cause", "deploy.poll", "deploy.origin", "template", "report", "aws", "problem")),
            Map.entry("parameter", Set.of("config", "limits", "template", "problem")),
            Map.entry("endpoint", Set.of("local.apigateway.model", "local.functionurl", "function", "problem")),
            Map.entry(
                    "guided",
                    Set.of(
                            "capability",
                            "endpoint",
                            "function",
                            "packaging.image",
                            "signing",
                            "parameter",
                            "config",
                            "template",
                            "report",
                            "problem")),
            Map.entry("capability", Set.of("stack", "template", "problem")),
            Map.entry(
                    "deploy",
                    Set.of(
                            "parameter",
                            "deploy.poll",
                            "deploy.cause",
                            "deploy.origin",
                            "deploy.change",
                            "deploy.follow",
                            "limits",
                            "template",
                            "report",
                            "aws",
                            "problem")),
            Map.entry(
                    "deploy.shift",
                    Set.of("deploy.poll", "deploy.origin", "deploy.follow", "template", "report", "aws", "problem")),
            Map.entry("operate.time", Set.of("problem")),
            Map.entry("operate.logs", Set.of("aws", "report", "problem")),
            Map.entry("operate.trace", Set.of("operate.stack", "aws", "report", "problem")),
            Map.entry("operate.logs.lambda", Set.of("operate.logs", "aws")),
            Map.entry(
                    "operate.logs.place",
                    Set.of("operate.logs", "operate.stack", "work", "template", "aws", "report", "problem")),
            Map.entry("operate.list", Set.of("operate.stack", "template", "aws", "report", "problem")),
            Map.entry("operate.drift", Set.of("operate.stack", "deploy.poll", "aws", "problem")),
            Map.entry("operate.publish", Set.of("template", "aws", "problem")),
            Map.entry("operate.stack", Set.of("aws", "problem")),
            Map.entry(
                    "permission",
                    Set.of(
                            "transform",
                            "transform.context",
                            "deploy.origin",
                            "stack",
                            "template",
                            "report",
                            "aws",
                            "problem")),
            Map.entry("signing", Set.of("report", "aws", "problem")),
            Map.entry("managed", Set.of("deploy", "deploy.poll", "work", "template", "report", "aws", "problem")),
            Map.entry("operate.invoke", Set.of("operate.stack", "deploy.poll", "limits", "report", "aws", "problem")),
            Map.entry(
                    "operate.remove",
                    Set.of(
                            "managed",
                            "packaging.artifact",
                            "deploy.follow",
                            "deploy.origin",
                            "deploy.poll",
                            "template",
                            "report",
                            "aws",
                            "problem")),
            Map.entry("packaging.image", Set.of("container", "aws", "report", "problem")),
            Map.entry("aws", Set.of("problem")),
            Map.entry("aws.sdk", Set.of("aws", "work", "problem")),
            Map.entry("local.invoke", Set.of("local.files", "limits", "function", "template", "report", "problem")),
            Map.entry("local.runtime", Set.of("local.runtime.http", "local.invoke", "problem")),
            Map.entry("local.runtime.http", Set.of()),
            Map.entry("local.files", Set.of("problem")),
            Map.entry("local.debug", Set.of("problem")),
            Map.entry(
                    "local.process",
                    Set.of(
                            "local.debug",
                            "local.invoke",
                            "local.runtime",
                            "local.files",
                            "function",
                            "report",
                            "problem")),
            Map.entry(
                    "local.container",
                    Set.of(
                            "container",
                            "local.debug",
                            "local.invoke",
                            "local.runtime",
                            "local.files",
                            "function",
                            "report",
                            "problem")),
            Map.entry(
                    "local.container.docker",
                    Set.of("local.container", "container", "container.docker", "function", "problem")),
            Map.entry(
                    "local.runner",
                    Set.of(
                            "container",
                            "local.invoke",
                            "local.process",
                            "local.container",
                            "local.container.docker",
                            "function",
                            "report",
                            "problem")),
            Map.entry("local.watch", Set.of("report")),
            Map.entry(
                    "local.serve",
                    Set.of(
                            "local.invoke",
                            "local.watch",
                            "build",
                            "build.jvm",
                            "function",
                            "stack",
                            "template",
                            "report",
                            "problem")),
            Map.entry("local.http", Set.of("problem")),
            Map.entry(
                    "local.functionurl",
                    Set.of(
                            "local.apigateway.model",
                            "local.apigateway.proxy",
                            "local.http",
                            "local.invoke",
                            "limits",
                            "function",
                            "template",
                            "report",
                            "problem")),
            Map.entry("local.journal", Set.of("local.invoke", "problem")),
            Map.entry("local.apigateway.model", Set.of("problem")),
            Map.entry(
                    "local.apigateway.definition",
                    Set.of("local.apigateway.model", "transform", "function", "template", "report", "problem")),
            Map.entry("local.apigateway.route", Set.of("local.apigateway.model", "problem")),
            Map.entry("local.apigateway.proxy", Set.of("local.apigateway.model", "local.invoke", "limits", "problem")),
            Map.entry("local.apigateway.authorize.policy", Set.of()),
            Map.entry("local.apigateway.authorize.identity", Set.of("local.apigateway.model", "problem")),
            Map.entry(
                    "local.apigateway.authorize.lambda",
                    Set.of(
                            "local.apigateway.authorize.identity",
                            "local.apigateway.authorize.policy",
                            "local.apigateway.model",
                            "local.invoke",
                            "problem")),
            Map.entry(
                    "local.apigateway.authorize.token",
                    Set.of("local.apigateway.authorize.identity", "local.apigateway.model", "problem")),
            Map.entry("local.apigateway.authorize.signature", Set.of("local.apigateway.model", "problem")),
            Map.entry("local.apigateway.authorize.usage", Set.of("local.apigateway.model", "problem")),
            Map.entry(
                    "local.apigateway.authorize",
                    Set.of(
                            "local.apigateway.authorize.identity",
                            "local.apigateway.authorize.lambda",
                            "local.apigateway.authorize.token",
                            "local.apigateway.authorize.signature",
                            "local.apigateway.authorize.usage",
                            "local.apigateway.model",
                            "local.apigateway.proxy",
                            "local.invoke",
                            "limits",
                            "report",
                            "problem")),
            Map.entry(
                    "local.apigateway.websocket",
                    Set.of(
                            "local.apigateway.model",
                            "local.apigateway.proxy",
                            "local.apigateway.authorize",
                            "local.journal",
                            "local.http",
                            "local.invoke",
                            "limits",
                            "report",
                            "problem")),
            Map.entry(
                    "local.apigateway",
                    Set.of(
                            "local.apigateway.model",
                            "local.apigateway.route",
                            "local.apigateway.proxy",
                            "local.apigateway.authorize.lambda",
                            "local.apigateway.authorize",
                            "local.apigateway.websocket",
                            "local.journal",
                            "local.http",
                            "local.invoke",
                            "limits",
                            "report",
                            "problem")),
            Map.entry(
                    "local.console",
                    Set.of("local.journal", "local.http", "local.invoke", "limits", "report", "problem")),
            Map.entry(
                    "local.lambdaapi",
                    Set.of("local.http", "local.invoke", "limits", "function", "template", "report", "problem")));

    /** What every workflow that runs a tool may use. */
    private static Set<String> workflow(String... more) {
        return Stream.concat(
                        Stream.of(
                                "build.workflow",
                                "build.folder",
                                "build.tool",
                                "function",
                                "template",
                                "report",
                                "problem"),
                        Arrays.stream(more))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Packages of the transform, and the two below all of them. */
    private static Set<String> transform(String... names) {
        return Stream.concat(
                        Stream.of("template", "problem"), Arrays.stream(names).map("transform."::concat))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Third-party packages and the only packages of core that may see them. */
    private static final Map<String, List<String>> FENCES = Map.ofEntries(
            Map.entry("software.amazon.awssdk", List.of("aws.sdk")),
            Map.entry("org.snakeyaml", List.of("template", "config")),
            Map.entry("com.nimbusds", List.of("local.apigateway.authorize.token")),
            Map.entry("org.tomlj", List.of("config", "config.toml")),
            Map.entry("org.objectweb.asm", List.of("build.jvm.bytecode")),
            Map.entry("org.apache.commons.compress", List.of("container", "local.files")),
            Map.entry(
                    "io.undertow",
                    List.of(
                            "local.http",
                            "local.lambdaapi",
                            "local.functionurl",
                            "local.apigateway",
                            "local.apigateway.websocket",
                            "local.console")),
            Map.entry("com.samskivert", List.of("local.console")),
            Map.entry("software.amazon.eventstream", List.of("local.lambdaapi")),
            Map.entry("com.amazonaws", List.of("local.process.loop", "local.process.training")),
            Map.entry("com.github.dockerjava", List.of("container.docker", "local.container.docker")),
            Map.entry("org.apache.maven", List.of()));

    static Stream<Arguments> arrows() {
        return ARROWS.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("arrows")
    void usesOnlyThePackagesBelowIt(String name, Set<String> allowed) {
        Set<String> reachable = allowed.stream().map(ArchitectureTest::full).collect(Collectors.toSet());
        classes()
                .that()
                .resideInAPackage(full(name))
                .should()
                .onlyDependOnClassesThat(
                        new DescribedPredicate<>("are outside core, in " + name + " or in " + allowed) {
                            @Override
                            public boolean test(JavaClass target) {
                                String home = target.getPackageName();
                                return !home.startsWith(BASE) || home.equals(full(name)) || reachable.contains(home);
                            }
                        })
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void everyPackageIsOnTheMap() {
        Set<String> known = ARROWS.keySet().stream().map(ArchitectureTest::full).collect(Collectors.toSet());
        // These run in the child process and know nobody.
        known.add(full("local.process.loop"));
        known.add(full("local.process.training"));
        Set<String> present = MAIN.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(known).containsAll(present);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(MAIN);
    }

    static Stream<Arguments> fences() {
        return FENCES.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fences")
    void thirdPartyTypesStayBehindTheirFence(String library, List<String> homes) {
        String[] allowed = homes.stream().map(ArchitectureTest::full).toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .check(MAIN);
    }

    @Test
    void everyPackageSaysWhatLivesThere() throws IOException {
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> silent = files.filter(Files::isDirectory)
                    .filter(folder -> hasJava(folder) && !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertThat(silent).isEmpty();
        }
    }

    private static boolean hasJava(Path folder) {
        String[] names = folder.toFile().list((parent, name) -> name.endsWith(".java"));
        return names != null && Arrays.stream(names).findAny().isPresent();
    }

    private static String full(String name) {
        return BASE + "." + name;
    }
}
