/**
 * What building one kind of code takes and gives, the same for every language.
 * The workflows themselves live in packages of their own.
 */
@NullMarked
package io.github.sammaven.core.build.workflow;

import org.jspecify.annotations.NullMarked;
