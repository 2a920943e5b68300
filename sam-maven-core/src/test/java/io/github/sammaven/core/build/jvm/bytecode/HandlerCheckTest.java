package io.github.sammaven.core.build.jvm.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.build.jvm.JavaSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerCheckTest {

    private static final String IMPORTS =
            "import com.amazonaws.services.lambda.runtime.*; import java.io.*; import java.util.*; ";

    @TempDir
    private static Path compiled;

    @TempDir
    private Path temp;

    private Path artifact = compiled;

    @BeforeAll
    static void compile() throws IOException {
        JavaSources.compile(
                compiled,
                """
                package acme; IMPORTS
                public class Orders {
                    public void nothing() {}
                    public String event(Map<String, Object> event) { return ""; }
                    public String both(String event, Context context) { return ""; }
                    public void streams(InputStream in, OutputStream out) {}
                    public void all(InputStream in, OutputStream out, Context context) {}
                    public void outOnly(OutputStream out, Context context) {}
                    public static int fixed(int event) { return 0; }
                    public String two(String a, String b) { return ""; }
                    public void reversed(OutputStream out, InputStream in) {}
                    public void three(String a, String b, Context c) {}
                    public void four(InputStream a, OutputStream b, Context c, int d) {}
                    public void over(String a, String b, String c) {}
                    public void over(String a) {}
                    void hidden(String event) {}
                    private void secret(String event) {}
                    public static class Nested { public void run() {} }
                    public class Inner { public void run() {} }
                }""".replace("IMPORTS", IMPORTS),
                "package acme; " + IMPORTS + "public class Typed implements RequestHandler<String, Integer> {"
                        + " public Integer handleRequest(String in, Context context) { return 1; } }",
                "package acme; " + IMPORTS + "public class Streamed implements RequestStreamHandler {"
                        + " public void handleRequest(InputStream i, OutputStream o, Context c) {} }",
                "package acme; " + IMPORTS + "public abstract class Base<I, O> implements RequestHandler<I, O> {"
                        + " public abstract O answer(I in);"
                        + " public O handleRequest(I in, Context context) { return answer(in); }"
                        + " public static String utility(String in) { return in; } }",
                "package acme; public class Child extends Base<String, String> implements Greets {"
                        + " public String answer(String in) { return in; } }",
                "package acme; public interface Greets { default String greet(String in) { return in; }"
                        + " static String loud(String in) { return in; } }",
                "package acme; class Hidden { public void run() {} }",
                "package acme; public class Arguments { public Arguments(String a) {} public void run() {}"
                        + " public static void fixed() {} }",
                "package acme; public class Single { public static final Single INSTANCE = new Single();"
                        + " private Single() {} public void run() {} }",
                "package acme; public class Companied { public static class Companion {"
                        + " public String run(String in) { return in; } } }",
                "package acme; class Shared { public String run(String in) { return in; } }",
                "package acme; public class Widened extends Shared {}",
                "package acme; public class Compared implements Comparable<Compared> {"
                        + " public int compareTo(Compared o) { return 0; } }",
                "package acme; public class FileKt { public static final String handle(String in) { return in; } }");
    }

    private Optional<Finding> check(String handler) throws IOException {
        return check(handler, true);
    }

    private Optional<Finding> check(String handler, boolean complete) throws IOException {
        try (CodePath path = CodePath.of(artifact, Map.of(), complete, new JarFacts())) {
            return new HandlerCheck(path).check(handler);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.Orders::nothing",
                "acme.Orders::event",
                "acme.Orders::both",
                "acme.Orders::streams",
                "acme.Orders::all",
                "acme.Orders::outOnly",
                "acme.Orders::fixed",
                "acme.Orders::over",
                "acme.Orders::toString",
                "acme.Orders$Nested::run",
                "acme.Typed",
                "acme.Typed::handleRequest",
                "acme.Streamed",
                "acme.Streamed::handleRequest",
                "acme.Child",
                "acme.Child::handleRequest",
                "acme.Child::answer",
                "acme.Child::greet",
                "acme.Child::utility",
                "acme.Base::utility",
                "acme.Greets::loud",
                "acme.Arguments::fixed",
                "acme.Widened::run",
                "acme.Compared::compareTo",
                "acme.FileKt::handle"
            })
    void handlerThatLambdaCanCallIsAccepted(String handler) throws IOException {
        assertThat(check(handler)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme.Order::both | there is no class acme.Order in the artifact | Did you mean 'acme.Orders::both'?",
                "acme.Order::bothh | there is no class acme.Order in the artifact | Did you mean 'acme.Orders::both'?",
                "acme.orders | there is no class acme.orders in the artifact | Did you mean 'acme.Orders'?",
                "acme.Orders.Nested::run | there is no class acme.Orders.Nested | Did you mean 'acme.Orders$Nested::run'?",
                "org.other.Streamed | there is no class org.other.Streamed | Did you mean 'acme.Streamed'?",
                "index.handler | there is no class index.handler | handlers there are: acme.Child, acme.Streamed, acme.Typed",
                "acme.Orders::bothh | acme.Orders has no method bothh | Did you mean 'acme.Orders::both'?",
                "acme.Orders::zzzzzz | acme.Orders has no method zzzzzz | methods it has: nothing, event, both",
                "acme.Orders::two | acme.Orders.two(String, String) | it may take nothing, an event",
                "acme.Orders::reversed | acme.Orders.reversed(OutputStream, InputStream) | it may take nothing",
                "acme.Orders::three | acme.Orders.three(String, String, Context) | it may take nothing",
                "acme.Orders::four | is no method that Lambda can call | it may take nothing",
                "acme.Orders::hidden | acme.Orders.hidden(String), which Handler names, is not public | make it public",
                "acme.Orders::secret | acme.Orders.secret(String), which Handler names, is not public | make it public",
                "acme.Orders$Inner::run | has no public constructor without parameters | make it static",
                "acme.Orders | implements neither RequestHandler nor RequestStreamHandler | acme.Orders::nothing",
                "acme.Base | acme.Base, which Handler names, is abstract | name a class that extends it",
                "acme.Greets::greet | acme.Greets, which Handler names, is an interface | name a class that extends it",
                "acme.Child::loud | acme.Child has no method loud | methods it has: answer",
                "acme.Hidden::run | acme.Hidden, which Handler names, is not public | make the class public",
                "acme.Arguments::run | has no public constructor without parameters | add one, or name a static method",
                "acme.Single::run | has no public constructor without parameters | make the Kotlin object a class",
                "acme.Companied::run | acme.Companied has no method run | give it @JvmStatic there",
                "acme.Compared::compare | acme.Compared has no method compare | Did you mean 'acme.Compared::compareTo'?"
            })
    void handlerThatLambdaCannotCallIsRefusedWithTheWayOut(String handler, String message, String suggestion)
            throws IOException {
        assertThat(check(handler)).hasValueSatisfying(finding -> {
            assertThat(finding.refused()).isTrue();
            assertThat(finding.message()).contains(message);
            assertThat(finding.suggestion()).contains(suggestion);
        });
    }

    @Test
    void suspendingFunctionIsRefused() throws IOException {
        artifact = temp.resolve("artifact");
        JavaSources.compile(
                artifact,
                "package kotlin.coroutines; public interface Continuation {}",
                "package acme; public class Waits { public Object run(kotlin.coroutines.Continuation c) { return c; }"
                        + " }");

        assertThat(check("acme.Waits::run").orElseThrow().suggestion()).contains("runBlocking");
    }

    @Test
    void classInAJarIsFound() throws IOException {
        artifact = Files.createDirectories(temp.resolve("artifact"));
        Path library = JavaSources.compile(
                temp.resolve("library"), "package lib; public class Invoker { public void handle(String in) {} }");
        JavaSources.jar(artifact.resolve("lib/adapter.jar"), library);

        assertThat(check("lib.Invoker::handle")).isEmpty();
        assertThat(check("lib.Invoker::other").orElseThrow().message()).contains("has no method other");
    }

    @Test
    void methodInheritedFromAClassInALayerIsFound() throws IOException {
        artifact = temp.resolve("artifact");
        Path library = JavaSources.compile(
                temp.resolve("library"), "package lib; public class Parent { public void handle(String in) {} }");
        Path layer = temp.resolve("layer");
        JavaSources.jar(layer.resolve("java/lib/parent.jar"), library);
        JavaSources.compile(artifact, 17, List.of(library), "package acme; public class Heir extends lib.Parent {}");

        try (CodePath path = CodePath.of(artifact, Map.of("Base", layer), true, new JarFacts())) {
            assertThat(new HandlerCheck(path).check("acme.Heir::handle")).isEmpty();
            assertThat(new HandlerCheck(path).check("acme.Heir::none")).isPresent();
        }
    }

    @Test
    void nothingIsSaidOfWhatIsOutOfReach() throws IOException {
        artifact = temp.resolve("artifact");
        Path library = JavaSources.compile(
                temp.resolve("library"), "package lib; public class Parent { public void handle(String in) {} }");
        JavaSources.compile(artifact, 17, List.of(library), "package acme; public class Heir extends lib.Parent {}");

        assertThat(check("acme.Heir::handle")).isEmpty();
        assertThat(check("acme.Heir")).isEmpty();
        assertThat(check("elsewhere.Handler::handle", false)).isEmpty();
    }

    @Test
    void jarIsSearchedAsAFolderIs() throws IOException {
        artifact = JavaSources.jar(temp.resolve("orders.jar"), artifact);

        assertThat(check("acme.Orders::both")).isEmpty();
        assertThat(check("acme.Orders::bothh").orElseThrow().suggestion()).contains("acme.Orders::both");
    }

    @Test
    void jarsInsideOfAZipAreOutOfReach() throws IOException {
        artifact = JavaSources.jar(temp.resolve("orders.zip"), Map.of("lib/a.jar", "not looked into"));

        assertThat(check("acme.Orders::both")).isEmpty();
    }

    @Test
    void damagedClassIsLeftToTheRuntime() throws IOException {
        artifact = Files.createDirectories(temp.resolve("artifact/acme")).getParent();
        Files.writeString(artifact.resolve("acme/Broken.class"), "no class");

        assertThat(check("acme.Broken::run")).isEmpty();
    }

    @Test
    void artifactWithoutClassesIsToldToBeBuilt() throws IOException {
        artifact = Files.createDirectories(temp.resolve("empty"));

        assertThat(check("acme.Orders::both").orElseThrow().suggestion()).contains("mvn package");
    }
}
