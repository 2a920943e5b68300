package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import java.nio.file.Path;
import java.util.List;

/** A process that runs a function in a container and then is in no hurry to end. */
final class AbandonedProcess {

    private AbandonedProcess() {}

    /** Arguments: image, folder with {@code app.py}, and {@code exit} to end at once without closing anything. */
    public static void main(String[] arguments) throws Exception {
        ContainerFunctions functions = new ContainerFunctions(ContainerFunctions.options(arguments[0]));
        FunctionEnvironment environment =
                functions.start(ContainerFunctions.zip("python3.11", "app.hello", Path.of(arguments[1]), List.of()));
        System.out.println(ContainerFunctions.call(environment, "{}").payloadText());
        if (arguments.length > 2) {
            System.exit(0);
        }
        System.in.read();
    }
}
