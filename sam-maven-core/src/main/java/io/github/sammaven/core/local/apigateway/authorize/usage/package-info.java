/**
 * API keys and usage plans of REST APIs: who has a key, how often it may call, and how often it did.
 * Counts live as long as the run.
 */
@NullMarked
package io.github.sammaven.core.local.apigateway.authorize.usage;

import org.jspecify.annotations.NullMarked;
