/** Deployments of functions that shift traffic step by step: what CodeDeploy needs for them. */
@NullMarked
package io.github.sammaven.core.transform.deployment;

import org.jspecify.annotations.NullMarked;
