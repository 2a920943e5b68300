package io.github.sammaven.core.local.console;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which environment variables are not shown, as their names tell that their values are nobody's business. */
final class Hidden {

    private static final Pattern NAME = Pattern.compile(
            "SECRET|PASSWORD|PASSWD|TOKEN|CREDENTIAL|PRIVATE|API_?KEY|ACCESS_?KEY|CONNECTION_?STRING|_DSN|_PWD");
    private static final Pattern URL_WITH_PASSWORD = Pattern.compile("//[^/@\\s]*:[^/@\\s]+@");

    private Hidden() {}

    static String shown(String name, String value) {
        boolean secret = NAME.matcher(name.toUpperCase(Locale.ROOT)).find()
                || URL_WITH_PASSWORD.matcher(value).find();
        return secret ? "(hidden)" : value;
    }
}
