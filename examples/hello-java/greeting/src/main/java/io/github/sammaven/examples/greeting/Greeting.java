package io.github.sammaven.examples.greeting;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Phrases in one language. */
public final class Greeting {

    private final ResourceBundle phrases;

    /** @param languageTag such as {@code en} or {@code de} */
    public Greeting(String languageTag) {
        ResourceBundle.Control noFallback =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        this.phrases = ResourceBundle.getBundle("phrases.phrases", Locale.forLanguageTag(languageTag), noFallback);
    }

    public String say(String phrase, String name) {
        return MessageFormat.format(phrases.getString(phrase), name);
    }
}
