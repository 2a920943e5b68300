/**
 * Stand-ins for AWS that answer over HTTP.
 * Stricter than emulators: what AWS refuses is refused.
 */
@NullMarked
package io.github.sammaven.core.aws.fake;

import org.jspecify.annotations.NullMarked;
