package io.github.sammaven.core.build.jvm.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A class as its file declares it.
 *
 * @param name as in class files, {@code a/b/Outer$Inner}
 * @param access flags of the class file
 * @param supertypes superclass and interfaces, named as in class files
 * @param methods all, constructors too
 * @param singleton whether it keeps its only instance in a field, as a Kotlin {@code object} does
 * @param innerOf the class around it if an instance of that is needed to make one of this
 */
record ClassShape(
        String name,
        int access,
        List<String> supertypes,
        List<MethodShape> methods,
        boolean singleton,
        Optional<String> innerOf) {

    /**
     * Reads a class file without its code.
     *
     * @return empty if it is damaged, or newer than this can read
     */
    static Optional<ClassShape> of(byte[] classFile) {
        Reader reader = new Reader();
        try {
            new ClassReader(classFile)
                    .accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
        return Optional.of(reader.shape());
    }

    String sourceName() {
        return name.replace('/', '.');
    }

    boolean isPublic() {
        return (access & Opcodes.ACC_PUBLIC) != 0;
    }

    boolean isInterface() {
        return (access & Opcodes.ACC_INTERFACE) != 0;
    }

    boolean isAbstract() {
        return (access & Opcodes.ACC_ABSTRACT) != 0;
    }

    boolean hasPublicConstructor() {
        return methods.stream()
                .anyMatch(method -> method.name().equals("<init>")
                        && method.isPublic()
                        && method.parameters().isEmpty());
    }

    private static final class Reader extends ClassVisitor {

        private final List<String> supertypes = new ArrayList<>();
        private final List<MethodShape> methods = new ArrayList<>();
        private String name = "";
        private int access;
        private boolean singleton;
        private Optional<String> innerOf = Optional.empty();

        Reader() {
            super(Opcodes.ASM9);
        }

        ClassShape shape() {
            return new ClassShape(name, access, List.copyOf(supertypes), List.copyOf(methods), singleton, innerOf);
        }

        @Override
        public void visit(
                int version,
                int flags,
                String ofClass,
                @Nullable String signature,
                @Nullable String superclass,
                String @Nullable [] interfaces) {
            name = ofClass;
            access = flags;
            if (superclass != null) {
                supertypes.add(superclass);
            }
            if (interfaces != null) {
                supertypes.addAll(List.of(interfaces));
            }
        }

        @Override
        public void visitInnerClass(String inner, @Nullable String outer, @Nullable String simpleName, int flags) {
            if (inner.equals(name) && outer != null && (flags & Opcodes.ACC_STATIC) == 0) {
                innerOf = Optional.of(outer);
            }
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int flags, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
            singleton |= field.equals("INSTANCE")
                    && (flags & Opcodes.ACC_STATIC) != 0
                    && descriptor.equals("L" + name + ";");
            return null;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int flags,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            methods.add(MethodShape.of(method, descriptor, flags));
            return null;
        }
    }
}
