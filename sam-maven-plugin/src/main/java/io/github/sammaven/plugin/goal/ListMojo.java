package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.aws.StackOutput;
import io.github.sammaven.core.operate.list.ListedEndpoint;
import io.github.sammaven.core.operate.list.ListedResource;
import io.github.sammaven.core.operate.list.ListingJson;
import io.github.sammaven.core.operate.list.LocalListing;
import io.github.sammaven.core.operate.list.StackListing;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.transform.SamTransformer;
import io.github.sammaven.core.transform.context.TransformOptions;
import io.github.sammaven.plugin.console.ColumnTable;
import io.github.sammaven.plugin.console.FunctionConsole;
import io.github.sammaven.plugin.wiring.Services;
import io.github.sammaven.plugin.wiring.StackViews;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Lists what a stack holds, with the stacks nested in it: resources, endpoints, outputs. Without a stack it lists what the
 * template declares, without network. The lists go to standard output alone.
 *
 * @since 1.0
 */
@Mojo(name = "list", requiresProject = false, threadSafe = true)
public final class ListMojo extends AbstractSamMojo {

    /**
     * The stack. Default: none, and the template alone is listed.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.stackName")
    private @Nullable String stackName;

    /**
     * What to list: {@code resources}, {@code endpoints}, {@code outputs}. Default: all of them, and {@code resources} as
     * JSON.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.show")
    private @Nullable List<String> show;

    /**
     * {@code text}, or {@code json} for an array with the keys of SAM CLI. Default: {@code text}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.output")
    private @Nullable String output;

    /** Made by Maven. */
    @Inject
    public ListMojo(SettingsDecrypter settingsDecrypter) {
        super("list_resources", settingsDecrypter);
    }

    /** What can be listed. */
    private enum Section {
        RESOURCES,
        ENDPOINTS,
        OUTPUTS
    }

    @Override
    void run() {
        boolean json = options().choice("output", output, OutputFormat.TEXT) == OutputFormat.JSON;
        Set<Section> sections = sections(json);
        Optional<String> stack = options().text("stackName", stackName);
        Optional<Template> local = transformed(stack.isEmpty());
        FunctionConsole out = FunctionConsole.ofProcess();
        if (stack.isEmpty()) {
            getLog().warn("no stack is named, so only the template is listed; set -Dsam.stackName=NAME");
            Template template = local.orElseThrow();
            print(out, json, sections, LocalListing.resources(template), LocalListing.endpoints(template), List.of());
            return;
        }
        try (Services services = services()) {
            StackListing listing = new StackViews(services).listing(stack.get(), local);
            print(
                    out,
                    json,
                    sections,
                    sections.contains(Section.RESOURCES) ? listing.resources() : List.of(),
                    sections.contains(Section.ENDPOINTS) ? listing.endpoints() : List.of(),
                    sections.contains(Section.OUTPUTS) ? listing.outputs() : List.of());
        }
    }

    private Set<Section> sections(boolean json) {
        List<Section> wanted = options().choices("show", show, Section.class);
        if (json && wanted.size() > 1) {
            throw new InvalidOptionException("JSON is one list at a time", "name one: -Dsam.show=endpoints");
        }
        if (wanted.isEmpty()) {
            return json ? EnumSet.of(Section.RESOURCES) : EnumSet.allOf(Section.class);
        }
        return EnumSet.copyOf(wanted);
    }

    /** A stack can be listed without its template, and with one that the transform refuses. */
    private Optional<Template> transformed(boolean needed) {
        if (!needed && !Files.exists(templateFile())) {
            return Optional.empty();
        }
        var result = new SamTransformer()
                .transform(
                        template(),
                        TransformOptions.offline(offlineRegion(), parameters()).withLocalFiles());
        return needed ? Optional.of(result.orThrow()) : result.template();
    }

    private static void print(
            FunctionConsole out,
            boolean json,
            Set<Section> sections,
            List<ListedResource> resources,
            List<ListedEndpoint> endpoints,
            List<StackOutput> outputs) {
        if (sections.contains(Section.RESOURCES)) {
            out.result(json ? ListingJson.resources(resources) : text("Resources", resourceTable(resources)));
        }
        if (sections.contains(Section.ENDPOINTS)) {
            out.result(json ? ListingJson.endpoints(endpoints) : text("Endpoints", endpointTable(endpoints)));
        }
        if (sections.contains(Section.OUTPUTS)) {
            out.result(json ? ListingJson.outputs(outputs) : text("Outputs", outputTable(outputs)));
        }
    }

    private static String text(String title, ColumnTable table) {
        return table.rows().isEmpty() ? title + ": none" : title + "\n  " + String.join("\n  ", table.lines());
    }

    private static ColumnTable resourceTable(List<ListedResource> resources) {
        return new ColumnTable(
                List.of("Logical ID", "Physical ID"),
                resources.stream()
                        .map(resource -> List.of(resource.path(), orAbsent(resource.physicalId())))
                        .toList());
    }

    private static ColumnTable endpointTable(List<ListedEndpoint> endpoints) {
        return new ColumnTable(
                List.of("Resource ID", "Physical ID", "Cloud Endpoints", "Methods"),
                endpoints.stream()
                        .map(endpoint -> List.of(
                                endpoint.path(),
                                orAbsent(endpoint.physicalId()),
                                orAbsent(String.join("\n", endpoint.urls())),
                                orAbsent(String.join("\n", endpoint.methods()))))
                        .toList());
    }

    private static ColumnTable outputTable(List<StackOutput> outputs) {
        return new ColumnTable(
                List.of("OutputKey", "OutputValue", "Description"),
                outputs.stream()
                        .map(output -> List.of(output.key(), output.value(), orAbsent(output.description())))
                        .toList());
    }

    private static String orAbsent(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
