/**
 * The parts of a function: its code, role, version and alias, URL, destinations of asynchronous calls. Each makes its own
 * resources of some properties of {@code AWS::Serverless::Function}.
 */
@NullMarked
package io.github.sammaven.core.transform.function;

import org.jspecify.annotations.NullMarked;
