package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.MappingNode;

/** What is asked of every mapping that a {@link PropertyTable} describes. */
@FunctionalInterface
interface PropertyRule {

    /** {@code place} is empty, or where in the resource the mapping is: {@code Domain.Route53}. */
    void check(PropertyTable table, MappingNode mapping, String place);
}
