package io.github.sammaven.core.local.process.loop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Function;

/** Finds the handler a name stands for and makes it callable. */
final class HandlerLoader {

    private static final String STANDARD_METHOD = "handleRequest";

    private final ClassLoader functionClasses;

    HandlerLoader(ClassLoader functionClasses) {
        this.functionClasses = functionClasses;
    }

    /** Loads {@code pkg.Class} or {@code pkg.Class::method}. */
    Handler load(String name) throws HandlerFailure {
        int separator = name.indexOf("::");
        String className = separator < 0 ? name : name.substring(0, separator);
        String methodName = separator < 0 ? STANDARD_METHOD : name.substring(separator + 2);
        Class<?> type = classNamed(className);
        boolean standard = methodName.equals(STANDARD_METHOD);
        if (standard && RequestStreamHandler.class.isAssignableFrom(type)) {
            RequestStreamHandler handler = (RequestStreamHandler) instance(type);
            return (event, answer, context) -> calling(() -> {
                handler.handleRequest(event, answer, context);
                return answer;
            });
        }
        if (standard && RequestHandler.class.isAssignableFrom(type)) {
            return requestHandler(type);
        }
        if (separator < 0) {
            throw new HandlerFailure(
                    "java.lang.Exception",
                    "Class " + className + " implements neither RequestHandler nor RequestStreamHandler",
                    new Exception(className));
        }
        return method(type, methodName);
    }

    private Handler requestHandler(Class<?> type) throws HandlerFailure {
        @SuppressWarnings("unchecked")
        RequestHandler<Object, Object> handler = (RequestHandler<Object, Object>) instance(type);
        Type[] types = TypeArguments.of(type, RequestHandler.class);
        Json input = new Json(types[0], functionClasses);
        Json output = new Json(types[1], functionClasses);
        return (event, answer, context) -> {
            Object in = input.read(event);
            Object out = calling(() -> handler.handleRequest(in, context));
            output.write(out, answer);
        };
    }

    private Handler method(Class<?> type, String name) throws HandlerFailure {
        Method method = Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(name) && !candidate.isBridge())
                .filter(HandlerLoader::isCallable)
                .max(Comparator.comparingInt(Method::getParameterCount))
                .orElseThrow(() -> new HandlerFailure(
                        "java.lang.NoSuchMethodException",
                        "No public method named " + name + " with appropriate method signature found on class "
                                + type.getName(),
                        new NoSuchMethodException(name)));
        Object target = Modifier.isStatic(method.getModifiers()) ? type : instance(type);
        method.setAccessible(true);
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length >= 2 && parameters[1] == OutputStream.class) {
            return (event, answer, context) ->
                    invoke(method, target, parameters.length == 2 ? in(event, answer) : in(event, answer, context));
        }
        boolean takesEvent = parameters.length > 0 && parameters[0] != Context.class;
        boolean takesContext = parameters.length > 0 && parameters[parameters.length - 1] == Context.class;
        Json input = new Json(takesEvent ? method.getGenericParameterTypes()[0] : Object.class, functionClasses);
        boolean isVoid = method.getReturnType() == void.class;
        Json output = new Json(isVoid ? Object.class : method.getGenericReturnType(), functionClasses);
        Function<Object, Function<Context, Object[]>> arguments = event -> context ->
                takesEvent ? takesContext ? in(event, context) : in(event) : takesContext ? in(context) : in();
        return (event, answer, context) -> {
            Object value = takesEvent ? input.read(event) : "";
            Object out = invoke(method, target, arguments.apply(value).apply(context));
            output.write(out, answer);
        };
    }

    private static Object[] in(Object... arguments) {
        return arguments;
    }

    private static boolean isCallable(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length <= 1) {
            return true;
        }
        boolean streams = parameters[0] == InputStream.class && parameters[1] == OutputStream.class;
        if (parameters.length == 2) {
            return streams || parameters[1] == Context.class;
        }
        return parameters.length == 3 && streams && parameters[2] == Context.class;
    }

    private Class<?> classNamed(String name) throws HandlerFailure {
        try {
            return Class.forName(name, true, functionClasses);
        } catch (ClassNotFoundException e) {
            throw new HandlerFailure("java.lang.ClassNotFoundException", "Class not found: " + name, e);
        } catch (ExceptionInInitializerError e) {
            Throwable cause = e.getCause();
            throw new HandlerFailure(cause == null ? e : cause);
        } catch (LinkageError e) {
            throw new HandlerFailure(e);
        }
    }

    private static Object instance(Class<?> type) throws HandlerFailure {
        try {
            var constructor = type.getConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new HandlerFailure(e.getTargetException());
        } catch (ExceptionInInitializerError e) {
            Throwable cause = e.getCause();
            throw new HandlerFailure(cause == null ? e : cause);
        } catch (ReflectiveOperationException e) {
            throw new HandlerFailure(
                    "java.lang.Exception", "Class " + type.getName() + " has no public zero-argument constructor", e);
        } catch (LinkageError e) {
            throw new HandlerFailure(e);
        }
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws HandlerFailure {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw new HandlerFailure(e.getTargetException());
        } catch (IllegalAccessException e) {
            throw new HandlerFailure(e);
        }
    }

    /** A call into the user's code. */
    @FunctionalInterface
    private interface UserCode {
        Object run() throws Exception;
    }

    private static Object calling(UserCode code) throws HandlerFailure {
        try {
            return code.run();
        } catch (Throwable e) {
            throw new HandlerFailure(e);
        }
    }
}
