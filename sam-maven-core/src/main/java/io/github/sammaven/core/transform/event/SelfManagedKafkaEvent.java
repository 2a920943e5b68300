package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.ParameterSubstitution;
import io.github.sammaven.core.transform.generate.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code SelfManagedKafka}: a topic of a Kafka cluster that is not AWS's. */
final class SelfManagedKafkaEvent extends PolledEvent {

    private static final String SUBNET = "VPC_SUBNET";
    private static final String SECURITY_GROUP = "VPC_SECURITY_GROUP";
    private static final String ROOT_CERTIFICATE = "SERVER_ROOT_CA_CERTIFICATE";
    private static final Set<String> SECRETS = Set.of(
            "SASL_SCRAM_256_AUTH", "SASL_SCRAM_512_AUTH", SourceAccess.BASIC_AUTH, "CLIENT_CERTIFICATE_TLS_AUTH");
    private static final Set<String> ALL = Set.of(
            "SASL_SCRAM_256_AUTH",
            "SASL_SCRAM_512_AUTH",
            SourceAccess.BASIC_AUTH,
            "CLIENT_CERTIFICATE_TLS_AUTH",
            SUBNET,
            SECURITY_GROUP,
            ROOT_CERTIFICATE);

    private final ParameterSubstitution parameters;

    SelfManagedKafkaEvent(ParameterSubstitution parameters) {
        this.parameters = parameters;
    }

    @Override
    boolean takesConsumerGroup() {
        return true;
    }

    @Override
    void describe(FunctionEvent event, EventSourceMapping mapping) {
        Node servers = event.get("KafkaBootstrapServers").orElse(SequenceNode.of());
        if (servers.asSequence().filter(list -> list.items().isEmpty()).isPresent()) {
            throw event.invalid("KafkaBootstrapServers needs at least one server", "host:port of a broker");
        }
        Node topics = event.get("Topics").orElse(SequenceNode.of());
        if (topics.asSequence().filter(list -> list.items().size() != 1).isPresent()) {
            throw event.invalid("Topics must be a list of exactly one topic", "");
        }
        mapping.with("SelfManagedKafkaEventSourceConfig", KafkaConfig.of(event, parameters));
    }

    @Override
    Optional<Node> policy(FunctionEvent event) {
        SourceAccess access = SourceAccess.required(event).onlyOf(ALL);
        List<Node> statements = new ArrayList<>();
        List<SourceAccess.Entry> secrets = access.of(SECRETS);
        if (secrets.size() > 1) {
            throw event.invalid(
                    secrets.get(1).node(), "SourceAccessConfigurations has more than one way to authenticate", "");
        }
        secrets.forEach(secret -> {
            statements.add(SourceAccess.readingSecret(access.uri(secret)));
            access.of(Set.of(ROOT_CERTIFICATE))
                    .forEach(certificate -> statements.add(SourceAccess.readingSecret(access.uri(secret))));
        });
        if (secrets.isEmpty()) {
            access.of(Set.of(ROOT_CERTIFICATE))
                    .forEach(certificate -> statements.add(SourceAccess.readingSecret(access.uri(certificate))));
        }
        network(event, access).ifPresent(statements::add);
        SourceAccess.keyArn(event)
                .ifPresent(key -> statements.add(PolicyDocument.allow(SequenceNode.ofTexts("kms:Decrypt"), key)));
        statements.addAll(new SchemaRegistry(event, parameters).statements());
        return Optional.of(PolicyDocument.named(
                "SelfManagedKafkaExecutionRolePolicy", PolicyDocument.of(statements.toArray(Node[]::new))));
    }

    private static Optional<Node> network(FunctionEvent event, SourceAccess access) {
        List<SourceAccess.Entry> subnets = access.of(Set.of(SUBNET));
        List<SourceAccess.Entry> groups = access.of(Set.of(SECURITY_GROUP));
        if (subnets.isEmpty() != groups.isEmpty()) {
            throw event.invalid(
                    (subnets.isEmpty() ? groups : subnets).get(0).node(),
                    "VPC_SUBNET and VPC_SECURITY_GROUP belong together",
                    "give both");
        }
        subnets.forEach(access::uri);
        groups.forEach(access::uri);
        return subnets.isEmpty() ? Optional.empty() : Optional.of(SourceAccess.NETWORK_STATEMENT);
    }
}
