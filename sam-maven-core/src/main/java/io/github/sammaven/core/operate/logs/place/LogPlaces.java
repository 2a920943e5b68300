package io.github.sammaven.core.operate.logs.place;

import io.github.sammaven.core.aws.DeployedStacks;
import io.github.sammaven.core.aws.LogDestinations;
import io.github.sammaven.core.operate.logs.LogSource;
import io.github.sammaven.core.operate.stack.DeployedResource;
import io.github.sammaven.core.operate.stack.StackCatalogue;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.work.ParallelWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Log groups of the functions, APIs and state machines of a deployed stack. */
public final class LogPlaces {

    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String REST_API = "AWS::ApiGateway::RestApi";
    private static final String API_V2 = "AWS::ApiGatewayV2::Api";
    private static final String STATE_MACHINE = "AWS::StepFunctions::StateMachine";
    private static final String LOG_GROUP = "AWS::Logs::LogGroup";
    private static final String STACK = "AWS::CloudFormation::Stack";
    private static final int CALLS_AT_A_TIME = 8;

    private final DeployedStacks stacks;
    private final LogDestinations destinations;
    private final EventSink events;

    public LogPlaces(DeployedStacks stacks, LogDestinations destinations, EventSink events) {
        this.stacks = stacks;
        this.destinations = destinations;
        this.events = events;
    }

    /**
     * Where resources log to. One that was named and logs nowhere is warned about.
     *
     * @param names of functions, APIs, state machines, log groups and nested stacks, {@code Child/Orders}; none for all
     * @throws InvalidOptionException if there is no such resource, or it is of another kind
     */
    public List<LogSource> of(StackCatalogue catalogue, List<String> names) {
        List<DeployedResource> wanted =
                names.isEmpty() ? catalogue.ofType(FUNCTION, REST_API, API_V2, STATE_MACHINE) : named(catalogue, names);
        DeployedTemplates templates = new DeployedTemplates(stacks, catalogue);
        ApiStages stages = new ApiStages(catalogue, templates);
        // What the services are asked is asked beforehand, several at a time; templates are read one by one.
        List<Callable<Optional<List<String>>>> asked = wanted.stream()
                .<Callable<Optional<List<String>>>>map(resource -> () -> told(resource))
                .toList();
        List<Optional<List<String>>> told = new ArrayList<>();
        new ParallelWork<>(asked, CALLS_AT_A_TIME).run(told::add);
        List<LogSource> sources = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            List<LogSource> found = sources(wanted.get(i), told.get(i), templates, stages);
            if (found.isEmpty() && !names.isEmpty()) {
                warn(wanted.get(i));
            }
            sources.addAll(found);
        }
        return sources;
    }

    private Optional<List<String>> told(DeployedResource resource) {
        if (resource.type().equals(FUNCTION)) {
            return destinations.ofFunction(resource.physicalId()).map(List::of);
        }
        return resource.type().equals(STATE_MACHINE)
                ? destinations.ofStateMachine(resource.physicalId())
                : Optional.empty();
    }

    private static List<LogSource> sources(
            DeployedResource resource, Optional<List<String>> told, DeployedTemplates templates, ApiStages stages) {
        return switch (resource.type()) {
            case REST_API -> stages.ofRestApi(resource);
            case API_V2 -> stages.ofApiV2(resource);
            case LOG_GROUP -> List.of(new LogSource(resource.path(), resource.physicalId(), LogSource.Kind.GROUP));
            case STATE_MACHINE ->
                told.orElse(List.of()).stream()
                        .map(group -> new LogSource(resource.path(), group, LogSource.Kind.STATE_MACHINE))
                        .toList();
            default ->
                told.orElseGet(() -> List.of(ofTemplate(resource, templates))).stream()
                        .map(group -> new LogSource(resource.path(), group, LogSource.Kind.FUNCTION))
                        .toList();
        };
    }

    private static String ofTemplate(DeployedResource function, DeployedTemplates templates) {
        return templates
                .properties(function)
                .flatMap(properties -> properties.mapping("LoggingConfig"))
                .flatMap((MappingNode logging) -> logging.text("LogGroup"))
                .orElse("/aws/lambda/" + function.physicalId());
    }

    private static List<DeployedResource> named(StackCatalogue catalogue, List<String> names) {
        return names.stream()
                .map(catalogue::get)
                .flatMap(resource -> resource.type().equals(STACK) ? inside(catalogue, resource) : one(resource))
                .distinct()
                .toList();
    }

    private static Stream<DeployedResource> inside(StackCatalogue catalogue, DeployedResource nested) {
        return catalogue.ofType(FUNCTION, REST_API, API_V2, STATE_MACHINE).stream()
                .filter(resource -> resource.path().startsWith(nested.path() + "/"));
    }

    private static Stream<DeployedResource> one(DeployedResource resource) {
        if (!List.of(FUNCTION, REST_API, API_V2, STATE_MACHINE, LOG_GROUP).contains(resource.type())) {
            throw new InvalidOptionException(
                    resource.path() + " is of type " + resource.type() + ", whose logs are not known",
                    "name a function, an API, a state machine, a log group or a nested stack");
        }
        return Stream.of(resource);
    }

    private void warn(DeployedResource resource) {
        String wayOut = resource.type().equals(STATE_MACHINE)
                ? "give it a Logging property with a log group"
                : "give its stage an access log: AccessLogSettings with a DestinationArn";
        events.accept(new Warning(Problem.warning(SourceMark.NONE, resource.path() + " writes no logs", wayOut)));
    }
}
