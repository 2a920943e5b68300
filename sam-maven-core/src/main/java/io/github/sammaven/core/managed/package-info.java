/**
 * What SAM CLI and sam-maven set up in an account on their own and share: the bucket for artifacts, repositories for images.
 * Names, tags and outputs are SAM CLI's, so that either tool takes what the other has made.
 */
@NullMarked
package io.github.sammaven.core.managed;

import org.jspecify.annotations.NullMarked;
