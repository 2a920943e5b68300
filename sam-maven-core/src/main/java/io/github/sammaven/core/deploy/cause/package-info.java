/**
 * Known causes of failures of resources: what the service's words mean and what a person does about it.
 * Adding a cause is adding a row; only what takes thought is a class.
 */
@NullMarked
package io.github.sammaven.core.deploy.cause;

import org.jspecify.annotations.NullMarked;
