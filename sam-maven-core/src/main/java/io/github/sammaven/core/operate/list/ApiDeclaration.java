package io.github.sammaven.core.operate.list;

import java.util.List;

/**
 * An API as a CloudFormation template declares it.
 *
 * @param logicalId of the API
 * @param scheme {@code https}, or {@code wss} for a WebSocket API
 * @param stages logical ids of its stages
 * @param domains of a domain name, a logical id or the name itself, and the base path behind it, which may be empty
 * @param methods as {@link ListedEndpoint#methods()}
 */
record ApiDeclaration(
        String logicalId, String scheme, List<String> stages, List<DomainMapping> domains, List<String> methods) {

    ApiDeclaration {
        stages = List.copyOf(stages);
        domains = List.copyOf(domains);
        methods = List.copyOf(methods);
    }

    /** @param domain logical id of the domain name, or the name itself */
    record DomainMapping(String domain, String basePath) {}
}
