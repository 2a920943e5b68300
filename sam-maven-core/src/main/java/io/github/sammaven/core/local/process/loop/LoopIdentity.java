package io.github.sammaven.core.local.process.loop;

import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.util.Map;

/** The Cognito user of a call, from its JSON text; of an empty text all is empty. */
final class LoopIdentity implements CognitoIdentity {

    private final Map<?, ?> document;

    LoopIdentity(String json) {
        Object parsed = json.isEmpty()
                ? Map.of()
                : JacksonFactory.getInstance()
                        .getSerializer((java.lang.reflect.Type) Map.class)
                        .fromJson(json);
        this.document = parsed instanceof Map<?, ?> map ? map : Map.of();
    }

    @Override
    public String getIdentityId() {
        return text("cognitoIdentityId");
    }

    @Override
    public String getIdentityPoolId() {
        return text("cognitoIdentityPoolId");
    }

    private String text(String name) {
        Object value = document.get(name);
        return value == null ? "" : value.toString();
    }
}
