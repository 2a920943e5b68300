package io.github.sammaven.core.build.jvm.bytecode;

import io.github.sammaven.core.problem.NearestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person most likely meant by a handler that is not there. Only now are all classes looked at. */
final class HandlerSuggestions {

    private static final int LISTED = 3;
    private static final String BUILD_FIRST = "build the module in the same run, such as with: mvn package";

    private final CodePath path;

    HandlerSuggestions(CodePath path) {
        this.path = path;
    }

    String forClass(String className, String method) throws IOException {
        List<String> classes = new ArrayList<>();
        for (String file : path.own().facts().classes().keySet()) {
            if (!file.startsWith("lib/")) {
                classes.add(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
            }
        }
        Optional<String> nearest = nested(className, classes)
                .or(() -> NearestName.of(className, classes))
                .or(() -> sameSimpleName(className, classes));
        if (nearest.isPresent()) {
            return "Did you mean '" + nearest.get() + (method.isEmpty() ? "" : "::" + methodOf(nearest.get(), method))
                    + "'?";
        }
        List<String> handlers = handlers(classes);
        if (!handlers.isEmpty()) {
            return "handlers there are: " + String.join(", ", handlers);
        }
        return classes.isEmpty() ? "there are no classes in it: " + BUILD_FIRST : "write it as package.Class::method";
    }

    /** As it is spelt in the class; as it was written if the class has nothing like it. */
    private String methodOf(String className, String written) throws IOException {
        Optional<ClassShape> type = path.own().read(className.replace('.', '/')).flatMap(ClassShape::of);
        if (type.isEmpty()) {
            return written;
        }
        List<String> names = Hierarchy.of(type.get(), path).handlerNames();
        return names.contains(written)
                ? written
                : NearestName.of(written, names).orElse(written);
    }

    /** {@code a.Outer.Inner} for {@code a.Outer$Inner}. */
    private static Optional<String> nested(String className, List<String> classes) {
        return classes.stream()
                .filter(name -> name.replace('$', '.').equals(className))
                .findFirst();
    }

    private static Optional<String> sameSimpleName(String className, List<String> classes) {
        List<String> simpleNames =
                classes.stream().map(HandlerSuggestions::simpleName).toList();
        return NearestName.of(simpleName(className), simpleNames).map(name -> classes.get(simpleNames.indexOf(name)));
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private List<String> handlers(List<String> classes) throws IOException {
        List<String> handlers = new ArrayList<>();
        for (String name : classes) {
            Optional<ClassShape> type = path.own().read(name.replace('.', '/')).flatMap(ClassShape::of);
            if (handlers.size() < LISTED
                    && type.isPresent()
                    && type.get().isPublic()
                    && !type.get().isAbstract()
                    && Hierarchy.of(type.get(), path).implementsHandler()) {
                handlers.add(name);
            }
        }
        return handlers;
    }

    String forMethod(Hierarchy hierarchy, String method) throws IOException {
        String type = hierarchy.type().sourceName();
        if (companionHas(hierarchy.type(), method)) {
            return "its companion object has it: give it @JvmStatic there";
        }
        List<String> names = hierarchy.handlerNames();
        Optional<String> nearest = NearestName.of(method, names);
        if (nearest.isPresent()) {
            return "Did you mean '" + type + "::" + nearest.get() + "'?";
        }
        return names.isEmpty()
                ? ""
                : "methods it has: " + String.join(", ", names.subList(0, Math.min(LISTED, names.size())));
    }

    private boolean companionHas(ClassShape type, String method) throws IOException {
        return path.find(type.name() + "$Companion")
                .flatMap(ClassShape::of)
                .filter(companion -> companion.methods().stream()
                        .anyMatch(candidate -> candidate.name().equals(method)))
                .isPresent();
    }
}
