package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.TenHandlersContract;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The ten handlers as child processes, with AWS's client and with our loop. */
@ParameterizedClass
@EnumSource(
        value = JavaClient.class,
        names = {"AWS", "LOOP"})
class TenHandlersTest extends TenHandlersContract {

    @Parameter
    private JavaClient client = JavaClient.AUTO;

    @Override
    protected FunctionRunner runner() {
        Assumptions.assumeTrue(
                client == JavaClient.LOOP || System.getProperty("os.name").equals("Linux"),
                "AWS's Java client needs Linux");
        return new Functions(client).runner();
    }

    @Override
    protected String runnerName() {
        return "process-" + client.name().toLowerCase(Locale.ROOT);
    }
}
