package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.operate.invoke.InvokeRequest;
import io.github.sammaven.core.operate.invoke.InvokeResult;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.plugin.config.AnswerFormat;
import io.github.sammaven.plugin.config.EventText;
import io.github.sammaven.plugin.console.FunctionConsole;
import io.github.sammaven.plugin.console.ProblemLines;
import io.github.sammaven.plugin.wiring.RemoteInvocation;
import io.github.sammaven.plugin.wiring.Services;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Sends an event to something that is deployed: calls a function, starts a state machine and waits for its end, sends a
 * message to a queue, or puts a record into a stream. The answer goes to standard output, a function's log to standard
 * error. Fails if the function or the execution fails. Needs no project.
 *
 * @since 1.0
 */
@Mojo(name = "remote-invoke", requiresProject = false, threadSafe = true)
public final class RemoteInvokeMojo extends AbstractSamMojo {

    /**
     * The stack that holds the resource.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.stackName")
    private @Nullable String stackName;

    /**
     * What gets the event: logical id, {@code Child/Id} for a resource of the nested stack {@code Child}, physical id or
     * ARN. Default: the only function of the stack; if it has none the only state machine, then queue, then stream.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.resourceId")
    private @Nullable String resourceId;

    /**
     * The event: text, the path of a file with it, or {@code -} for the standard input. What is no JSON is sent as a JSON
     * string where JSON is needed. Default: {@code {}}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.event")
    private @Nullable String event;

    /**
     * A file with the event, or {@code -} for the standard input. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.eventFile")
    private @Nullable String eventFile;

    /**
     * Name of a test event that is shared in the Lambda console, for functions. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.testEventName")
    private @Nullable String testEventName;

    /**
     * {@code RequestResponse}, {@code Event} or {@code DryRun}, for functions. Default: {@code RequestResponse}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.invocationType")
    private @Nullable String invocationType;

    /**
     * Version or alias of the function. Default: the latest code.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.qualifier")
    private @Nullable String qualifier;

    /**
     * Who the call is for; needed by, and only by, a function with {@code TenancyConfig}. Default: nobody in particular.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.tenantId")
    private @Nullable String tenantId;

    /**
     * Parameters of the service's API by its own names, such as {@code DelaySeconds} of a queue; also
     * {@code -Dsam.apiParameters="K=V K2=V2"} and {@code -Dsam.apiParameter.K=V}. Default: none.
     *
     * @since 1.0
     */
    @Parameter
    private @Nullable Map<String, String> apiParameters;

    /**
     * {@code text} for the answer alone, {@code json} for all that the service has answered. Default: {@code text}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.output")
    private @Nullable String output;

    /**
     * Whether a failing function or execution fails the build. Default: {@code true}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.failOnFunctionError")
    private @Nullable Boolean failOnFunctionError;

    /** Made by Maven. */
    @Inject
    public RemoteInvokeMojo(SettingsDecrypter settingsDecrypter) {
        super("remote_invoke", settingsDecrypter);
    }

    @Override
    void run() throws MojoFailureException {
        AnswerFormat format = options().choice("output", output, AnswerFormat.TEXT);
        InvokeRequest request = request();
        InvokeResult result;
        try (Services services = services()) {
            result = new RemoteInvocation(services).invoke(request);
        }
        print(result, format);
        if (result.failure().isPresent()) {
            failed(result.failure().get());
        }
    }

    private InvokeRequest request() {
        return new InvokeRequest(
                options().text("stackName", stackName),
                options().text("resourceId", resourceId),
                new EventText(basedir(), System.in)
                        .read(options().text("event", event), options().text("eventFile", eventFile)),
                options().text("testEventName", testEventName),
                parametersOfApi());
    }

    private Map<String, String> parametersOfApi() {
        Map<String, String> parameters =
                new LinkedHashMap<>(options().map("apiParameters", "apiParameter", apiParameters));
        options().text("invocationType", invocationType).ifPresent(type -> parameters.put("InvocationType", type));
        options().text("qualifier", qualifier).ifPresent(version -> parameters.put("Qualifier", version));
        options().text("tenantId", tenantId).ifPresent(tenant -> parameters.put("TenantId", tenant));
        return parameters;
    }

    private static void print(InvokeResult result, AnswerFormat format) {
        try (FunctionConsole console = FunctionConsole.ofProcess()) {
            if (format == AnswerFormat.JSON) {
                console.result(result.json());
                return;
            }
            if (!result.log().isEmpty()) {
                console.line(result.log().stripTrailing());
            }
            if (!result.payload().isEmpty()) {
                console.result(result.payload());
            }
        }
    }

    private void failed(Problem failure) throws MojoFailureException {
        if (options().flag("failOnFunctionError", failOnFunctionError, true)) {
            throw new MojoFailureException(failure.toString());
        }
        new ProblemLines(getLog()).all(List.of(Problem.warning(failure.mark(), failure.message(), "")));
    }
}
