/**
 * The APIs of a template on ports of this machine: a request is read, finds its route, is authorized, and gets the answer
 * of a function, of a mock or of the gateway itself.
 */
@NullMarked
package io.github.sammaven.core.local.apigateway;

import org.jspecify.annotations.NullMarked;
