/**
 * The APIs of a template as they are served on this machine, and one request and its response.
 * Knows neither where an API was defined nor the server it is served by.
 */
@NullMarked
package io.github.sammaven.core.local.apigateway.model;

import org.jspecify.annotations.NullMarked;
