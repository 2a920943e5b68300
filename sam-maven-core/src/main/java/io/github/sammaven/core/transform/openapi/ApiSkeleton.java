package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import java.util.Map;

/** What an API without a definition starts with. */
public final class ApiSkeleton {

    private ApiSkeleton() {}

    public static MappingNode rest() {
        return of("swagger", "2.0");
    }

    public static MappingNode http() {
        return of("openapi", "3.0.1");
    }

    private static MappingNode of(String versionKey, String version) {
        return MappingNode.builder()
                .put(versionKey, version)
                .put(
                        "info",
                        MappingNode.builder()
                                .put("version", "1.0")
                                .put("title", Intrinsic.ref("AWS::StackName"))
                                .build())
                .put("paths", MappingNode.of(Map.of()))
                .build();
    }
}
