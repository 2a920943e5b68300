/**
 * Service quotas as data, and the checks of templates, archives and payloads against them.
 * Every message shows the value beside its limit, and names the quota it comes from.
 */
@NullMarked
package io.github.sammaven.core.limits;

import org.jspecify.annotations.NullMarked;
