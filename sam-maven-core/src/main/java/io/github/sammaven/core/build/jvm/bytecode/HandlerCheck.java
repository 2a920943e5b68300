package io.github.sammaven.core.build.jvm.bytecode;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether Lambda's Java runtime can call what {@code Handler} names: {@code pkg.Class::method}, or {@code pkg.Class} of a
 * class that implements {@code RequestHandler} or {@code RequestStreamHandler}. Nothing is said where a class that
 * decides on it is out of reach.
 */
public final class HandlerCheck {

    private static final String SEPARATOR = "::";

    /** Of several methods Lambda takes that with a context, then that with the most parameters. */
    private static final Comparator<MethodShape> BY_PRIORITY = Comparator.comparing(MethodShape::isBridge)
            .thenComparing(method -> !method.takesContext())
            .thenComparing(method -> -method.parameters().size());

    private final CodePath path;
    private final HandlerSuggestions suggestions;

    public HandlerCheck(CodePath path) {
        this.path = path;
        this.suggestions = new HandlerSuggestions(path);
    }

    /** @return empty if the handler can be called, or nobody can tell */
    public Optional<Finding> check(String handler) throws IOException {
        int separator = handler.lastIndexOf(SEPARATOR);
        String className = separator < 0 ? handler : handler.substring(0, separator);
        String method = separator < 0 ? "" : handler.substring(separator + SEPARATOR.length());
        Optional<byte[]> bytes = className.isEmpty() ? Optional.empty() : path.find(className.replace('.', '/'));
        if (bytes.isEmpty()) {
            return path.isComplete()
                    ? Optional.of(Finding.error(
                            "there is no class " + className + " in the artifact, which Handler names",
                            suggestions.forClass(className, method)))
                    : Optional.empty();
        }
        Optional<ClassShape> type = ClassShape.of(bytes.get());
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (!type.get().sourceName().equals(className)) {
            return Optional.of(Finding.error(
                    "there is no class " + className + " in the artifact, which Handler names",
                    "Did you mean '" + type.get().sourceName() + (method.isEmpty() ? "" : SEPARATOR + method) + "'?"));
        }
        Hierarchy hierarchy = Hierarchy.of(type.get(), path);
        return method.isEmpty() ? ofInterface(hierarchy) : ofMethod(hierarchy, method);
    }

    private static Optional<Finding> ofInterface(Hierarchy hierarchy) {
        if (hierarchy.implementsHandler()) {
            return instantiation(hierarchy.type());
        }
        if (!hierarchy.known()) {
            return Optional.empty();
        }
        String name = hierarchy.type().sourceName();
        String methods = hierarchy.handlerNames().stream()
                .limit(3)
                .map(method -> name + SEPARATOR + method)
                .collect(Collectors.joining(", "));
        return Optional.of(Finding.error(
                name + " implements neither RequestHandler nor RequestStreamHandler, and Handler names no method of it",
                methods.isEmpty() ? "implement one of the two" : "name a method: " + methods));
    }

    private Optional<Finding> ofMethod(Hierarchy hierarchy, String name) throws IOException {
        List<MethodShape> named = hierarchy.methods(name);
        Optional<MethodShape> chosen = named.stream()
                .filter(method -> method.isPublic() && method.fitsLambda())
                .min(BY_PRIORITY);
        if (chosen.isPresent()) {
            return chosen.get().isStatic() ? access(hierarchy.type()) : instantiation(hierarchy.type());
        }
        if (!hierarchy.known() || hierarchy.implementsHandler() && name.equals("handleRequest")) {
            return Optional.empty();
        }
        String type = hierarchy.type().sourceName();
        if (named.isEmpty()) {
            return Optional.of(Finding.error(
                    type + " has no method " + name + ", which Handler names", suggestions.forMethod(hierarchy, name)));
        }
        Optional<MethodShape> open =
                named.stream().filter(MethodShape::isPublic).findFirst();
        if (open.isEmpty()) {
            return Optional.of(Finding.error(
                    type + "." + named.get(0) + ", which Handler names, is not public", "make it public"));
        }
        return Optional.of(Finding.error(
                type + "." + open.get() + ", which Handler names, is no method that Lambda can call",
                open.get().isSuspending()
                        ? "Lambda does not call suspending functions: wrap it in one that runs it with runBlocking"
                        : "it may take nothing, an event, an event and a Context, or an InputStream and an OutputStream"
                                + " with or without a Context"));
    }

    private static Optional<Finding> access(ClassShape type) {
        return type.isPublic()
                ? Optional.empty()
                : Optional.of(Finding.error(
                        type.sourceName() + ", which Handler names, is not public", "make the class public"));
    }

    private static Optional<Finding> instantiation(ClassShape type) {
        Optional<Finding> hidden = access(type);
        if (hidden.isPresent()) {
            return hidden;
        }
        String name = type.sourceName();
        if (type.isInterface() || type.isAbstract()) {
            return Optional.of(Finding.error(
                    name + ", which Handler names, is " + (type.isInterface() ? "an interface" : "abstract")
                            + ": Lambda cannot make an instance of it",
                    "name a class that extends it, or a static method"));
        }
        if (type.hasPublicConstructor()) {
            return Optional.empty();
        }
        return Optional.of(Finding.error(
                name + ", which Handler names, has no public constructor without parameters", wayToAnInstance(type)));
    }

    private static String wayToAnInstance(ClassShape type) {
        if (type.innerOf().isPresent()) {
            return "make it static: as an inner class it needs an instance of "
                    + type.innerOf().get().replace('/', '.');
        }
        return type.singleton()
                ? "make the Kotlin object a class, or give its function @JvmStatic"
                : "add one, or name a static method";
    }
}
