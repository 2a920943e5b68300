/**
 * How large the code of functions is, how it grew, and whether it keeps within the budgets a project gives itself.
 * Counts what packaging has measured already; reads no archive.
 */
@NullMarked
package io.github.sammaven.core.size;

import org.jspecify.annotations.NullMarked;
