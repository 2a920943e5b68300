/**
 * Java and Kotlin functions and layers from the modules of the running build.
 * No Maven type is seen here: the plugin fills the records.
 */
@NullMarked
package io.github.sammaven.core.build.jvm;

import org.jspecify.annotations.NullMarked;
