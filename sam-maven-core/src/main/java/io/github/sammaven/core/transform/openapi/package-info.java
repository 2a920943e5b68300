/**
 * The API definition (Swagger 2, OpenAPI 3) of REST and HTTP APIs, and its edits as small passes.
 * Knows documents, not resources: what an API or an event has as properties comes in, nodes go out.
 */
@NullMarked
package io.github.sammaven.core.transform.openapi;

import org.jspecify.annotations.NullMarked;
