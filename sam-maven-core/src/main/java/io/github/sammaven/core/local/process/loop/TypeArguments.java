package io.github.sammaven.core.local.process.loop;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;

/** What a class puts in for the type variables of an interface it implements, at whatever distance. */
final class TypeArguments {

    private TypeArguments() {}

    /** One type for each variable; {@code Object} where the class leaves it open. */
    static Type[] of(Class<?> type, Class<?> wanted) {
        Type[] found = search(type, wanted, new HashMap<>());
        if (found.length > 0) {
            return found;
        }
        Type[] open = new Type[wanted.getTypeParameters().length];
        java.util.Arrays.fill(open, Object.class);
        return open;
    }

    private static Type[] search(Type type, Class<?> wanted, Map<TypeVariable<?>, Type> bindings) {
        Class<?> raw;
        if (type instanceof ParameterizedType parameterized) {
            raw = (Class<?>) parameterized.getRawType();
            Type[] arguments = parameterized.getActualTypeArguments();
            for (int i = 0; i < arguments.length; i++) {
                Type argument = bindings.getOrDefault(arguments[i], arguments[i]);
                arguments[i] = argument instanceof TypeVariable ? Object.class : argument;
                bindings.put(raw.getTypeParameters()[i], arguments[i]);
            }
            if (raw == wanted) {
                return arguments;
            }
        } else if (type instanceof Class<?> plain) {
            raw = plain;
        } else {
            return new Type[0];
        }
        for (Type parent : raw.getGenericInterfaces()) {
            Type[] found = search(parent, wanted, bindings);
            if (found.length > 0) {
                return found;
            }
        }
        Type parent = raw.getGenericSuperclass();
        return parent == null ? new Type[0] : search(parent, wanted, bindings);
    }
}
