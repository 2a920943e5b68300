package io.github.sammaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.AwsSettings;
import java.net.URI;
import java.util.List;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class MavenProxiesTest {

    /** Decrypts each password to {@code readable}. */
    private static final SettingsDecrypter DECRYPTER = request -> {
        List<Proxy> proxies = request.getProxies().stream().map(Proxy::clone).toList();
        proxies.forEach(proxy -> proxy.setPassword("readable"));
        return new Decrypted(proxies);
    };

    private record Decrypted(List<Proxy> getProxies) implements SettingsDecryptionResult {

        @Override
        public Server getServer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Server> getServers() {
            return List.of();
        }

        @Override
        public Proxy getProxy() {
            return getProxies.get(0);
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return List.of();
        }
    }

    private final Settings settings = new Settings();

    @Test
    void noProxyIsUsedWhenNoneIsActive() {
        Proxy proxy = proxy();
        proxy.setActive(false);

        assertThat(new MavenProxies(DECRYPTER).active(settings)).isEmpty();
    }

    @Test
    void activeProxyIsUsedWithItsPasswordDecrypted() {
        Proxy proxy = proxy();
        proxy.setUsername("ada");
        proxy.setPassword("{encrypted}");
        proxy.setNonProxyHosts("localhost|*.corp");

        AwsSettings.Proxy used = new MavenProxies(DECRYPTER).active(settings).orElseThrow();

        assertThat(used.endpoint()).isEqualTo(URI.create("http://proxy.corp:3128"));
        assertThat(used.username()).contains("ada");
        assertThat(used.password()).contains("readable");
        assertThat(used.nonProxyHosts()).isEqualTo("localhost|*.corp");
        assertThat(proxy.getPassword()).isEqualTo("{encrypted}");
    }

    private Proxy proxy() {
        Proxy proxy = new Proxy();
        proxy.setHost("proxy.corp");
        proxy.setPort(3128);
        settings.addProxy(proxy);
        return proxy;
    }
}
