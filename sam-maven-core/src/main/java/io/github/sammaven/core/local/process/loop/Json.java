package io.github.sammaven.core.local.process.loop;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;

/** JSON of one type, as AWS's serialization library reads and writes it, with its own rules for AWS's events. */
final class Json {

    private final PojoSerializer<Object> serializer;

    Json(Type type, ClassLoader functionClasses) {
        this.serializer = serializer(type, functionClasses);
    }

    @SuppressWarnings("unchecked")
    private static PojoSerializer<Object> serializer(Type type, ClassLoader functionClasses) {
        if (type instanceof Class<?> plain && LambdaEventSerializers.isLambdaSupportedEvent(plain.getName())) {
            return LambdaEventSerializers.serializerFor((Class<Object>) plain, functionClasses);
        }
        return JacksonFactory.getInstance().getSerializer(type);
    }

    Object read(InputStream json) throws HandlerFailure {
        try {
            return serializer.fromJson(json);
        } catch (RuntimeException e) {
            throw new HandlerFailure("java.lang.RuntimeException", "An error occurred during JSON parsing", causeOf(e));
        }
    }

    void write(Object value, OutputStream json) throws HandlerFailure {
        try {
            serializer.toJson(value, json);
        } catch (RuntimeException e) {
            throw new HandlerFailure(
                    "java.lang.RuntimeException",
                    "An error occurred during JSON serialization of response",
                    causeOf(e));
        }
    }

    private static RuntimeException causeOf(RuntimeException failure) {
        return new RuntimeException(failure.getMessage(), failure);
    }
}
