package io.github.sammaven.core.local.process.loop;

import com.amazonaws.services.lambda.runtime.Client;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** The client context of a call, from its JSON text. */
final class MobileClient implements ClientContext, Client {

    private final Map<String, String> client;
    private final Map<String, String> custom;
    private final Map<String, String> environment;

    MobileClient(String json) {
        Object parsed = JacksonFactory.getInstance()
                .getSerializer((java.lang.reflect.Type) Map.class)
                .fromJson(json);
        Map<?, ?> document = parsed instanceof Map<?, ?> map ? map : Map.of();
        this.client = texts(document.get("client"));
        this.custom = texts(document.get("custom"));
        this.environment = texts(document.get("env"));
    }

    private static Map<String, String> texts(Object value) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
        }
        return texts;
    }

    @Override
    public Client getClient() {
        return this;
    }

    @Override
    public Map<String, String> getCustom() {
        return custom;
    }

    @Override
    public Map<String, String> getEnvironment() {
        return environment;
    }

    @Override
    public String getInstallationId() {
        return client.getOrDefault("installation_id", "");
    }

    @Override
    public String getAppTitle() {
        return client.getOrDefault("app_title", "");
    }

    @Override
    public String getAppVersionName() {
        return client.getOrDefault("app_version_name", "");
    }

    @Override
    public String getAppVersionCode() {
        return client.getOrDefault("app_version_code", "");
    }

    @Override
    public String getAppPackageName() {
        return client.getOrDefault("app_package_name", "");
    }
}
