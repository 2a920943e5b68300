package io.github.sammaven.plugin.config;

import io.github.sammaven.core.aws.AwsSettings;
import java.net.URI;
import java.util.Optional;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** The active proxy of Maven's settings, its password decrypted, as the core takes it. */
public final class MavenProxies {

    private final SettingsDecrypter decrypter;

    public MavenProxies(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    public Optional<AwsSettings.Proxy> active(Settings settings) {
        return Optional.ofNullable(settings.getActiveProxy())
                .map(this::decrypted)
                .map(MavenProxies::toCore);
    }

    private Proxy decrypted(Proxy proxy) {
        Proxy readable =
                decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy)).getProxy();
        return readable == null ? proxy : readable;
    }

    private static AwsSettings.Proxy toCore(Proxy proxy) {
        String scheme = Optional.ofNullable(proxy.getProtocol()).orElse("http");
        return new AwsSettings.Proxy(
                URI.create(scheme + "://" + proxy.getHost() + ":" + proxy.getPort()),
                Optional.ofNullable(proxy.getUsername()),
                Optional.ofNullable(proxy.getPassword()),
                Optional.ofNullable(proxy.getNonProxyHosts()).orElse(""));
    }
}
