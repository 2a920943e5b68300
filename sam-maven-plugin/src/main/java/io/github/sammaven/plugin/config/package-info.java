/**
 * What the user has asked for, from the command line to the samconfig file, in the core's terms.
 * One precedence for all goals is decided here.
 */
@NullMarked
package io.github.sammaven.plugin.config;

import org.jspecify.annotations.NullMarked;
