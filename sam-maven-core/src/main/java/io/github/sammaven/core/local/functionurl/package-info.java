/**
 * Function URLs on ports of this machine.
 * A request becomes an event of payload version 2.0, and what the function answers becomes the response.
 */
@NullMarked
package io.github.sammaven.core.local.functionurl;

import org.jspecify.annotations.NullMarked;
