/**
 * Code signing: which functions and layers are signed with which profile, and the way from an archive to a signed one.
 * Sees AWS Signer only through the port {@code CodeSigner}.
 */
@NullMarked
package io.github.sammaven.core.signing;

import org.jspecify.annotations.NullMarked;
