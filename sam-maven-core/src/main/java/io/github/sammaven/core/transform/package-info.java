/**
 * Turns a SAM template into the CloudFormation template that the hosted transform would make of it, offline.
 * {@link io.github.sammaven.core.transform.SamTransformer} is the only door.
 */
@NullMarked
package io.github.sammaven.core.transform;

import org.jspecify.annotations.NullMarked;
