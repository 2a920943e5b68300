package io.github.sammaven.core.aws;

/**
 * A login to an image registry, good for some hours.
 *
 * @param endpoint address of the registry, with its scheme
 * @param user always {@code AWS}
 * @param password secret; never shown
 */
public record RegistryToken(String endpoint, String user, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "RegistryToken[" + user + " at " + endpoint + "]";
    }
}
