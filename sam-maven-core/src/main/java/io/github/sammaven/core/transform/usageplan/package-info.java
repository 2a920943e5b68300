/** Usage plans of REST APIs with their API key: one for an API, or one that several share. */
@NullMarked
package io.github.sammaven.core.transform.usageplan;

import org.jspecify.annotations.NullMarked;
