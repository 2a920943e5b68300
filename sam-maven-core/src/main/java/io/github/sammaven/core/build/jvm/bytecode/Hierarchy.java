package io.github.sammaven.core.build.jvm.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A class with everything it inherits from.
 *
 * @param type the class itself
 * @param all the class and its known supertypes, nearest first
 * @param names of all supertypes, known or not, as in class files
 * @param known whether every supertype could be read
 */
record Hierarchy(ClassShape type, List<ClassShape> all, Set<String> names, boolean known) {

    /** The runtime of Lambda brings these; they need not be in the artifact. */
    static final String REQUEST_HANDLER = "com/amazonaws/services/lambda/runtime/RequestHandler";

    static final String STREAM_HANDLER = "com/amazonaws/services/lambda/runtime/RequestStreamHandler";
    private static final Set<String> HANDLERS = Set.of(REQUEST_HANDLER, STREAM_HANDLER);

    static Hierarchy of(ClassShape type, CodePath path) throws IOException {
        List<ClassShape> all = new ArrayList<>(List.of(type));
        Set<String> names = new LinkedHashSet<>(List.of(type.name()));
        Deque<String> waiting = new ArrayDeque<>(type.supertypes());
        boolean known = true;
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            if (!names.add(name) || HANDLERS.contains(name)) {
                continue;
            }
            Optional<ClassShape> supertype = bytes(name, path).flatMap(ClassShape::of);
            known &= supertype.isPresent();
            supertype.ifPresent(all::add);
            supertype.map(ClassShape::supertypes).ifPresent(waiting::addAll);
        }
        return new Hierarchy(type, all, names, known);
    }

    private static Optional<byte[]> bytes(String name, CodePath path) throws IOException {
        if (!name.startsWith("java/")) {
            return path.find(name);
        }
        try (InputStream own = ClassLoader.getPlatformClassLoader().getResourceAsStream(name + ".class")) {
            return own == null ? Optional.empty() : Optional.of(own.readAllBytes());
        }
    }

    boolean implementsHandler() {
        return names.contains(REQUEST_HANDLER) || names.contains(STREAM_HANDLER);
    }

    /** All methods of a name that the class has or inherits; static ones of interfaces are not inherited. */
    List<MethodShape> methods(String name) {
        return all.stream()
                .flatMap(this::inherited)
                .filter(method -> method.name().equals(name))
                .toList();
    }

    private Stream<MethodShape> inherited(ClassShape from) {
        return from.methods().stream().filter(method -> from == type || !(from.isInterface() && method.isStatic()));
    }

    /** Names of the methods that could be a handler, but for those every object has. */
    List<String> handlerNames() {
        return all.stream()
                .filter(from -> !from.name().equals("java/lang/Object"))
                .flatMap(this::inherited)
                .filter(method -> method.isPublic() && !method.isConstructor() && !method.isBridge())
                .filter(MethodShape::fitsLambda)
                .map(MethodShape::name)
                .distinct()
                .toList();
    }
}
