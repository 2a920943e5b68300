/**
 * What goes into the folder of each function and layer: the Java modules of the running build, and other folders as they are.
 * Nothing is compiled here and no second build tool is started.
 */
@NullMarked
package io.github.sammaven.core.build;

import org.jspecify.annotations.NullMarked;
