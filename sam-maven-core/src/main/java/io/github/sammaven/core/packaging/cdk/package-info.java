/**
 * Templates that the CDK has synthesised, brought into the form of those a person writes.
 * Assets that CDK names in metadata are named by the property they are for.
 */
@NullMarked
package io.github.sammaven.core.packaging.cdk;

import org.jspecify.annotations.NullMarked;
