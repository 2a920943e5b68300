/**
 * Writes the files that let a CI server build, review and deploy the project with its own goals.
 * Everything in them comes from the project as it is; nothing is asked and nothing is fetched.
 */
@NullMarked
package io.github.sammaven.core.pipeline;

import org.jspecify.annotations.NullMarked;
