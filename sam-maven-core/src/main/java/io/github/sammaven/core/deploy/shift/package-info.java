/**
 * Safe deployments: what CodeDeploy will do with the traffic of function aliases, what it does, and why it went back.
 * CodeDeploy is asked only while an alias of the template that shifts its traffic changes.
 */
@NullMarked
package io.github.sammaven.core.deploy.shift;

import org.jspecify.annotations.NullMarked;
