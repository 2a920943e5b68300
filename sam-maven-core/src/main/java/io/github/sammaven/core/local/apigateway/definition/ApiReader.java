package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import java.util.ArrayList;
import java.util.List;

/** Reads the APIs of one stack. */
public final class ApiReader {

    private ApiReader() {}

    /**
     * Never fails: what cannot be served is among the problems of the result.
     *
     * @param transformed after the SAM transform
     * @param resolver of {@code transformed}
     * @param catalog the functions of the stack
     * @param stackPath of a nested stack, {@code Shop/}; empty for the stack of the template itself
     */
    public static ApiDefinitions read(
            Template transformed, TemplateResolver resolver, FunctionCatalog catalog, String stackPath) {
        StackReading stack = new StackReading(transformed, resolver, catalog, stackPath);
        StackResources resources = new StackResources(stack);
        UsagePlans plans = new UsagePlans(resources);
        RestApiReader rest = new RestApiReader(stack, resources, plans);
        HttpApiReader http = new HttpApiReader(stack, resources, plans);
        List<LocalApi> apis = new ArrayList<>();
        resources.of(StackResources.REST_API).forEach(api -> apis.add(rest.read(api)));
        resources.of(StackResources.HTTP_API).forEach(api -> apis.add(http.read(api)));
        return new ApiDefinitions(apis, stack.problems());
    }
}
