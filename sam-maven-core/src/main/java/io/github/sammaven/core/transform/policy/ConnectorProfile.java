package io.github.sammaven.core.transform.policy;

import io.github.sammaven.core.template.MappingNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a connector between two types of resources grants. Texts hold {@code %{Source.Arn}} and the like where a value of
 * an end belongs, and <code>${AWS::...}</code>, which is left to CloudFormation.
 *
 * @param kind how it is granted
 * @param holder the end whose role, or whose own policy, holds the permissions
 * @param waiter what waits for the policy, if something must
 * @param combinations the permissions that may be asked for together; empty if any may
 * @param permissions what each permission is made of, in the order in which policies list them: statements, or the
 *     properties of the one Lambda permission
 */
public record ConnectorProfile(
        ConnectorKind kind,
        ConnectorEnd holder,
        Optional<ConnectorWaiter> waiter,
        List<Set<ConnectorAccess>> combinations,
        Map<ConnectorAccess, List<MappingNode>> permissions) {

    public ConnectorProfile {
        combinations = List.copyOf(combinations);
        permissions = Collections.unmodifiableMap(new LinkedHashMap<>(permissions));
    }

    /** Whether these, each of them among {@link #permissions()}, may be asked for together. */
    public boolean mayCombine(Set<ConnectorAccess> asked) {
        return combinations.isEmpty() || combinations.contains(asked);
    }
}
