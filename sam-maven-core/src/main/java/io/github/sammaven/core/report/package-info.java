/**
 * What the services tell while they work, as events, and how they wait.
 * How an event looks is the business of whoever receives it.
 */
@NullMarked
package io.github.sammaven.core.report;

import org.jspecify.annotations.NullMarked;
