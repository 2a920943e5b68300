package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.FunctionTarget;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.ExpressionText;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Resolution;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The stack that is read, with what was noticed so far. */
final class StackReading {

    private final Template template;
    private final TemplateResolver resolver;
    private final FunctionCatalog catalog;
    private final FunctionTarget target;
    private final String path;
    private final List<Problem> problems = new ArrayList<>();

    StackReading(Template template, TemplateResolver resolver, FunctionCatalog catalog, String path) {
        this.template = template;
        this.resolver = resolver;
        this.catalog = catalog;
        this.target = new FunctionTarget(template, catalog);
        this.path = path.isEmpty() || path.endsWith("/") ? path : path + "/";
    }

    Template template() {
        return template;
    }

    /** The name by which other stacks know what has this logical id here. */
    String fullName(String logicalId) {
        return path + logicalId;
    }

    /** The function a resolved expression points at, by its full name. */
    Optional<String> function(Node expression) {
        return target.of(expression).map(LambdaFunction::logicalId).map(this::fullName);
    }

    /** Where a resource is, or what SAM made it of; the file if nobody wrote that. */
    SourceMark mark(String logicalId) {
        MappingNode resources = template.root().mapping("Resources").orElseGet(() -> MappingNode.of(Map.of()));
        return Stream.of(
                        Optional.of(resources.keyMark(logicalId)).filter(mark -> resources.isWritten(logicalId)),
                        resources.get(logicalId).map(Node::mark))
                .flatMap(Optional::stream)
                .filter(SourceMark::isKnown)
                .findFirst()
                .orElseGet(this::file);
    }

    private SourceMark file() {
        return SourceMark.ofFile(template.root().mark().file());
    }

    /** Where a function is, by its full name. */
    Optional<SourceMark> markOfFunction(String fullName) {
        return Optional.of(fullName)
                .filter(name -> name.startsWith(path))
                .flatMap(name -> catalog.function(name.substring(path.length())))
                .map(LambdaFunction::mark);
    }

    /** With everything known put in; the rest stays as it is written. */
    Node resolve(Node node) {
        return resolver.resolve(node).value();
    }

    /** Whether the resource is there, as far as its condition is known. */
    boolean exists(Optional<String> condition) {
        return condition.flatMap(resolver::condition).orElse(true);
    }

    /** The logical id a resolved expression points at: what is left of a {@code Ref}, or of any attribute. */
    static Optional<String> reference(Node expression) {
        Optional<Intrinsic> left = Intrinsic.of(expression);
        if (left.isEmpty()) {
            return expression.asText();
        }
        Node argument = left.get().argument();
        if (left.get().is(Intrinsic.REF)) {
            return argument.asText();
        }
        return left.get().is(Intrinsic.GET_ATT)
                ? argument.asSequence()
                        .flatMap(parts -> parts.items().stream().findFirst())
                        .flatMap(Node::asText)
                        .or(() -> argument.asText().map(text -> text.split("\\.", 2)[0]))
                : Optional.empty();
    }

    /** Short form of an expression that is left, for messages and in place of its value. */
    static String expression(Node node) {
        return Intrinsic.of(node).map(ExpressionText::of).orElse(node.kindName());
    }

    /** Why an expression is left. */
    String reason(Node node) {
        Resolution resolution = resolver.resolve(node);
        return resolution.unknown().stream()
                .findFirst()
                .map(unknown -> unknown.expression() + ": " + unknown.reason())
                .or(() -> resolution.errors().stream().findFirst().map(Problem::message))
                .orElseGet(() -> expression(node));
    }

    void warn(SourceMark mark, String message, String suggestion) {
        problems.add(Problem.warning(mark.isKnown() ? mark : file(), message, suggestion));
    }

    List<Problem> problems() {
        return problems;
    }
}
