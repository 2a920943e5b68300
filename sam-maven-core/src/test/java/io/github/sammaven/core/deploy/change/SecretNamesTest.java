package io.github.sammaven.core.deploy.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Properties/ProviderDetails/client_secret",
                "/Properties/MasterUserPassword",
                "/Properties/Users/0/Password",
                "/Properties/OAuthToken",
                "/Properties/PrivateKey",
                "/Properties/Environment/Variables/KEY",
                "/Properties/Environment/Variables/DB_DSN"
            })
    void nameThatSaysSecretIsOne(String path) {
        assertThat(SecretNames.inPath(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Properties/KeySchema/0/KeyType",
                "/Properties/AccessTokenValidity",
                "/Properties/Auth/SecretArn",
                "/Properties/KmsKeyId",
                "/Properties/Tags/0/Key",
                "/Properties/PasswordLength",
                "/Properties/Environment/Variables/STAGE"
            })
    void nameOfSomethingElseIsNone(String path) {
        assertThat(SecretNames.inPath(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN RSA PRIVATE KEY-----",
                "ASIAABCDEFGHIJKLMNOP",
                "amqps://user:pw@broker:5671",
                "Server=db;User=me;Password=pw"
            })
    void valueThatLooksSecretIsOne(String value) {
        assertThat(SecretNames.inValue(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/a:b@c", "512", "arn:aws:iam::123456789012:role/a", "s3://bucket/key"})
    void ordinaryValueIsNone(String value) {
        assertThat(SecretNames.inValue(value)).isFalse();
    }
}
