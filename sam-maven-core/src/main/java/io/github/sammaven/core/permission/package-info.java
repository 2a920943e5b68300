/**
 * What a deployment of a template needs to be allowed, as IAM policies, and whether it is.
 * The calls of this plugin are known here in code, those of CloudFormation's handlers in a table.
 */
@NullMarked
package io.github.sammaven.core.permission;

import org.jspecify.annotations.NullMarked;
