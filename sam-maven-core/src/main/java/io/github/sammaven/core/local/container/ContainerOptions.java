package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.debug.DebugOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What users may say about containers. Built from {@link #builder()}.
 *
 * @param runtimeApi whose Runtime API is used
 * @param images what runs and where it comes from
 * @param code how code and layers get in
 * @param network what the container joins
 * @param memoryLimit whether the function's memory limits the container
 * @param debug how to debug; empty to run functions as they are
 * @param environment further variables, over all others
 * @param shutdownGrace how long a function may take to end when it is no longer needed; zero ends it at once
 * @param project label of the containers, to tell those of several projects apart
 */
public record ContainerOptions(
        RuntimeApiPlace runtimeApi,
        ImageOptions images,
        CodeOptions code,
        NetworkOptions network,
        boolean memoryLimit,
        Optional<DebugOptions> debug,
        Map<String, String> environment,
        Duration shutdownGrace,
        String project) {

    public ContainerOptions {
        environment = Map.copyOf(environment);
    }

    /** Nothing said. */
    public static ContainerOptions defaults() {
        return builder().build();
    }

    /** Begins with nothing said. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what is said. Not safe for use by several threads. */
    public static final class Builder {

        private RuntimeApiPlace runtimeApi = RuntimeApiPlace.AUTO;
        private ImageOptions images = ImageOptions.DEFAULTS;
        private CodeOptions code = CodeOptions.DEFAULTS;
        private NetworkOptions network = NetworkOptions.DEFAULTS;
        private boolean memoryLimit = true;
        private Optional<DebugOptions> debug = Optional.empty();
        private Map<String, String> environment = Map.of();
        private Duration shutdownGrace = Duration.ZERO;
        private String project = "";

        private Builder() {}

        public Builder runtimeApi(RuntimeApiPlace place) {
            this.runtimeApi = place;
            return this;
        }

        public Builder images(ImageOptions options) {
            this.images = options;
            return this;
        }

        public Builder code(CodeOptions options) {
            this.code = options;
            return this;
        }

        public Builder network(NetworkOptions options) {
            this.network = options;
            return this;
        }

        public Builder memoryLimit(boolean limit) {
            this.memoryLimit = limit;
            return this;
        }

        public Builder debug(Optional<DebugOptions> options) {
            this.debug = options;
            return this;
        }

        public Builder environment(Map<String, String> variables) {
            this.environment = variables;
            return this;
        }

        public Builder shutdownGrace(Duration grace) {
            this.shutdownGrace = grace;
            return this;
        }

        public Builder project(String name) {
            this.project = name;
            return this;
        }

        public ContainerOptions build() {
            return new ContainerOptions(
                    runtimeApi, images, code, network, memoryLimit, debug, environment, shutdownGrace, project);
        }
    }
}
