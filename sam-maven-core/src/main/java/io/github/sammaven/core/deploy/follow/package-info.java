/**
 * Follows what happens to a stack until it has ended, and finds out why it went wrong.
 * Nothing is told twice, and nothing is lost when a call fails.
 */
@NullMarked
package io.github.sammaven.core.deploy.follow;

import org.jspecify.annotations.NullMarked;
