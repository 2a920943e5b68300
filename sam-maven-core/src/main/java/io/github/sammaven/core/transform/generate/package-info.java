/**
 * Builders of plain CloudFormation that several SAM types share: roles, permissions, rules, deployment groups.
 * They know property names and defaults of the services, not of SAM.
 */
@NullMarked
package io.github.sammaven.core.transform.generate;

import org.jspecify.annotations.NullMarked;
