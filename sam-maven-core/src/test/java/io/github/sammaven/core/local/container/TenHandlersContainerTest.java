package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.container.docker.DockerEngines;
import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.TenHandlersContract;
import org.junit.jupiter.api.AfterEach;

/** The ten handlers in containers. */
class TenHandlersContainerTest extends TenHandlersContract {

    private ContainerFunctionRunner runner = new ContainerFunctionRunner(
            () -> DockerEngines.connect(System.getenv()), ContainerOptions.defaults(), event -> {});

    @Override
    protected FunctionRunner runner() {
        TestEngine.get();
        runner = new ContainerFunctionRunner(
                () -> DockerEngines.connect(System.getenv()),
                ContainerFunctions.options(TestImages.java()).build(),
                event -> {});
        return runner;
    }

    @Override
    protected String runnerName() {
        return "container";
    }

    @AfterEach
    void close() {
        runner.close();
    }
}
