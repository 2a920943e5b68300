/**
 * Lists what a stack holds, where it can be called and what it puts out.
 * What is deployed comes from the service, what is not yet from the transformed template on this machine.
 */
@NullMarked
package io.github.sammaven.core.operate.list;

import org.jspecify.annotations.NullMarked;
