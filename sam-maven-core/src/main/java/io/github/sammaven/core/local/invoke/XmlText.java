package io.github.sammaven.core.local.invoke;

/** Text as XML 1.0 can hold it. */
final class XmlText {

    /** What stands where a character cannot: the mark Unicode has for that. */
    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {}

    /** With a replacement for control characters, lone surrogates and non-characters, which XML has no form for. */
    static String valid(String text) {
        if (text.codePoints().allMatch(XmlText::isValid)) {
            return text;
        }
        return text.codePoints()
                .map(character -> isValid(character) ? character : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The characters of XML 1.0, section 2.2. */
    private static boolean isValid(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
