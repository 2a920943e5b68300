package io.github.sammaven.core.build.jvm.bytecode;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A method as its class file declares it.
 *
 * @param name its name; {@code <init>} for a constructor
 * @param parameters class names of its parameters as in source code
 * @param access flags of the class file
 */
record MethodShape(String name, List<String> parameters, int access) {

    private static final String CONTEXT = "com.amazonaws.services.lambda.runtime.Context";
    private static final String CONTINUATION = "kotlin.coroutines.Continuation";
    private static final List<String> STREAMS = List.of("java.io.InputStream", "java.io.OutputStream");

    static MethodShape of(String name, String descriptor, int access) {
        return new MethodShape(
                name,
                Arrays.stream(Type.getArgumentTypes(descriptor))
                        .map(Type::getClassName)
                        .toList(),
                access);
    }

    boolean isPublic() {
        return (access & Opcodes.ACC_PUBLIC) != 0;
    }

    boolean isStatic() {
        return (access & Opcodes.ACC_STATIC) != 0;
    }

    /** Made by a compiler for a method of other types that it calls. */
    boolean isBridge() {
        return (access & (Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC)) != 0;
    }

    boolean isConstructor() {
        return name.startsWith("<");
    }

    boolean takesContext() {
        return !parameters.isEmpty() && parameters.get(parameters.size() - 1).equals(CONTEXT);
    }

    boolean isSuspending() {
        return !parameters.isEmpty() && parameters.get(parameters.size() - 1).equals(CONTINUATION);
    }

    /** Nothing; an event; an event and a context; two streams; two streams and a context. */
    boolean fitsLambda() {
        return switch (parameters.size()) {
            case 0 -> true;
            case 1 -> !isSuspending();
            case 2 -> takesContext() || parameters.equals(STREAMS);
            case 3 -> takesContext() && parameters.subList(0, 2).equals(STREAMS);
            default -> false;
        };
    }

    @Override
    public String toString() {
        return name
                + parameters.stream()
                        .map(type -> type.substring(type.lastIndexOf('.') + 1))
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
