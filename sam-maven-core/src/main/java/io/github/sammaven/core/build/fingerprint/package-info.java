/**
 * Tells whether what a build is made from, and what it has made, is still as it was after the last run.
 * Files are read only when the file system cannot vouch for them.
 */
@NullMarked
package io.github.sammaven.core.build.fingerprint;

import org.jspecify.annotations.NullMarked;
