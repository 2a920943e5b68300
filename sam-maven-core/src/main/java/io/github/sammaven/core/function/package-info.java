/**
 * The Lambda functions and layers a template declares, in typed form, with Globals applied and intrinsics resolved as far as possible offline.
 * Build, packaging, checks and local runs all take them from here.
 */
@NullMarked
package io.github.sammaven.core.function;

import org.jspecify.annotations.NullMarked;
