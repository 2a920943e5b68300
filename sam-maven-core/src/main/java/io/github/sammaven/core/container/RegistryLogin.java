package io.github.sammaven.core.container;

/**
 * A login to a registry.
 *
 * @param registry its address
 * @param password secret; never shown
 */
public record RegistryLogin(String registry, String user, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "RegistryLogin[" + user + " at " + registry + "]";
    }
}
