package io.github.sammaven.core.aws;

import java.util.Optional;

/**
 * A profile of AWS Signer.
 *
 * @param name its name
 * @param owner account it belongs to, if not the caller's
 */
public record SigningProfile(String name, Optional<String> owner) {}
