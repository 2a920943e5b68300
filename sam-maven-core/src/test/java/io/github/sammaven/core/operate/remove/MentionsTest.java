package io.github.sammaven.core.operate.remove;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.operate.remove.Leftover.StoredImage;
import io.github.sammaven.core.operate.remove.Leftover.StoredObject;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

    private static final String MD5 = "0123456789abcdef0123456789abcdef";

    private static boolean mentioned(Leftover leftover, String text) {
        Mentions mentions = new Mentions(List.of(leftover));
        mentions.in(text);
        return mentions.found().contains(leftover);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CodeUri: s3://b/dev/" + MD5,
                "S3Key: dev/" + MD5,
                "S3Key: !Sub '${Prefix}/" + MD5 + "'",
                "S3Key: !Join ['/', [dev, " + MD5 + "]]",
                "{\"S3Key\": \"dev\\/" + MD5 + "\"}",
                "{\"S3Key\": \"" + MD5 + "\"}",
                "https://b.s3.eu-central-1.amazonaws.com/dev/" + MD5
            })
    void objectIsMentionedWhereItMayBeMeant(String text) {
        assertThat(mentioned(new StoredObject("b", "dev/" + MD5), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CodeUri: s3://b/prod/" + MD5,
                "CodeUri: s3://b/dev/" + MD5 + ".template",
                "CodeUri: s3://b/dev/" + MD5 + "0",
                "nothing of it"
            })
    void objectIsNotMentionedByAnother(String text) {
        assertThat(mentioned(new StoredObject("b", "dev/" + MD5), text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://b/" + MD5,
                "https://s3.eu-central-1.amazonaws.com/b/" + MD5,
                "https://b.s3.amazonaws.com/" + MD5
            })
    void objectWithoutAPrefixIsKnownByItsBucket(String text) {
        assertThat(mentioned(new StoredObject("b", MD5), text)).isTrue();
        assertThat(mentioned(new StoredObject("b", MD5), "s3://other/" + MD5)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"host/team/images:api-0123456789ab-latest", "!Sub '${Repo}:api-0123456789ab-latest'"})
    void imageIsKnownByRepositoryAndTag(String text) {
        StoredImage image = new StoredImage("123456789012", "team/images", "api-0123456789ab-latest");

        assertThat(mentioned(image, text)).isTrue();
        assertThat(mentioned(image, "host/other:api-0123456789ab-latest")).isFalse();
    }
}
