package io.github.sammaven.core.aws;

import java.util.Optional;

/**
 * One version of an object, or a marker that it is deleted.
 *
 * @param version its id; empty where the bucket does not tell versions
 */
public record ObjectVersion(String key, Optional<String> version) {}
