/**
 * Files of local runs: unpacked code, scratch folders, archives on their way into a container.
 * What is made here carries the process that owns it, so that a later run can remove what a killed one left behind.
 */
@NullMarked
package io.github.sammaven.core.local.files;

import org.jspecify.annotations.NullMarked;
