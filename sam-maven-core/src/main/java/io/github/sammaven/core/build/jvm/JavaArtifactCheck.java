package io.github.sammaven.core.build.jvm;

import io.github.sammaven.core.build.jvm.bytecode.ClassVersionCheck;
import io.github.sammaven.core.build.jvm.bytecode.CodePath;
import io.github.sammaven.core.build.jvm.bytecode.DuplicateClassCheck;
import io.github.sammaven.core.build.jvm.bytecode.Finding;
import io.github.sammaven.core.build.jvm.bytecode.HandlerCheck;
import io.github.sammaven.core.build.jvm.bytecode.JarFacts;
import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.function.LayerReference;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks finished artifacts of Java functions as Lambda's runtime will see them, with their layers: the handler is there
 * and can be called, the runtime's Java loads the classes, no class is there twice with different content.
 */
public final class JavaArtifactCheck {

    private static final Pattern JAVA_RUNTIME = Pattern.compile("java(\\d+)(?:\\..*)?");
    private static final String TOOL_OPTIONS = "JAVA_TOOL_OPTIONS";

    /** A script that is started in place of Java, and may start something else by the handler's name. */
    private static final String WRAPPER = "AWS_LAMBDA_EXEC_WRAPPER";

    private final JarFacts jars;

    /** @param memory file that keeps what is known of jars from run to run */
    public JavaArtifactCheck(Path memory) {
        jars = JarFacts.rememberedIn(memory);
    }

    /**
     * @param catalog the functions; those of other runtimes and those whose code is elsewhere are passed over
     * @param artifacts folder, jar or zip by id of function or layer
     * @return errors and warnings, sorted by place
     * @throws SamException if an artifact cannot be read
     */
    public List<Problem> check(FunctionCatalog catalog, Map<String, Path> artifacts) {
        List<Problem> problems = new ArrayList<>();
        for (LambdaFunction function : catalog.functions()) {
            Matcher runtime = JAVA_RUNTIME.matcher(function.runtime());
            Path artifact = artifacts.get(function.id());
            if (runtime.matches() && artifact != null && function.code() instanceof CodeSource.Local code) {
                try {
                    check(function, code, Integer.parseInt(runtime.group(1)), artifact, artifacts, problems);
                } catch (IOException failed) {
                    throw new SamException(
                            Problem.error(
                                    code.mark(),
                                    function.id() + ": the classes in " + code.written() + " cannot be read: "
                                            + failed.getMessage(),
                                    "if it is a jar, build it anew"),
                            failed);
                }
            }
        }
        jars.save();
        return problems.stream().sorted().distinct().toList();
    }

    private void check(
            LambdaFunction function,
            CodeSource.Local code,
            int java,
            Path artifact,
            Map<String, Path> artifacts,
            List<Problem> problems)
            throws IOException {
        Map<String, Path> layers = new LinkedHashMap<>();
        boolean complete = true;
        for (LayerReference layer : function.layers()) {
            Optional<Path> here = layer instanceof LayerReference.InTemplate own
                    ? Optional.ofNullable(artifacts.get(own.id()))
                    : Optional.empty();
            complete &= here.isPresent();
            if (layer instanceof LayerReference.InTemplate own) {
                here.ifPresent(path -> layers.put(own.id(), path));
            }
        }
        try (CodePath path = CodePath.of(artifact, layers, complete, jars)) {
            if (!function.handler().isEmpty() && !function.environment().containsKey(WRAPPER)) {
                SourceMark place = markOf(function, "Handler");
                new HandlerCheck(path)
                        .check(function.handler())
                        .ifPresent(finding -> problems.add(problem(function, place, finding)));
            }
            boolean preview =
                    function.environment().getOrDefault(TOOL_OPTIONS, "").contains("--enable-preview");
            for (Finding finding : new ClassVersionCheck(function.runtime(), java, preview).check(path)) {
                problems.add(problem(function, markOf(function, "Runtime"), finding));
            }
            for (Finding finding : new DuplicateClassCheck().check(path)) {
                problems.add(problem(function, code.mark(), finding));
            }
        }
    }

    /** Where a property is written; it may be among the Globals. */
    private static SourceMark markOf(LambdaFunction function, String property) {
        return function.properties().isWritten(property) ? function.properties().keyMark(property) : function.mark();
    }

    private static Problem problem(LambdaFunction function, SourceMark place, Finding finding) {
        String message = function.id() + ": " + finding.message();
        return finding.refused()
                ? Problem.error(place, message, finding.suggestion())
                : Problem.warning(place, message, finding.suggestion());
    }
}
