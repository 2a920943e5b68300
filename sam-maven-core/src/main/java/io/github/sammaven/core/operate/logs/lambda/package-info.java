/**
 * What Lambda writes into a function's log: begin, end and report of each request, as text or as JSON.
 * Lines by request, and figures by function, are made from it.
 */
@NullMarked
package io.github.sammaven.core.operate.logs.lambda;

import org.jspecify.annotations.NullMarked;
