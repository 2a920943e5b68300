package io.github.sammaven.plugin.console;

import io.github.sammaven.core.report.Prompt;
import java.io.Console;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** Asks on the terminal Maven was started on. */
public final class TerminalPrompt implements Prompt {

    private static final Set<String> YES = Set.of("y", "yes", "true");

    private final Console console;

    private TerminalPrompt(Console console) {
        this.console = console;
    }

    /** Nobody is asked in batch mode ({@code -B}), or when input or output is no terminal. */
    public static Prompt of(MavenSession session) {
        boolean batch = !session.getRequest().isInteractiveMode();
        return Optional.ofNullable(System.console())
                .filter(console -> !batch && isTerminal(console))
                .<Prompt>map(TerminalPrompt::new)
                .orElse(NOBODY);
    }

    /** Since Java 22 there is a console for any input, and only {@code Console.isTerminal()} tells whether a person is there. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) MethodHandles.publicLookup()
                    .findVirtual(Console.class, "isTerminal", MethodType.methodType(boolean.class))
                    .invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (Throwable refused) {
            return false;
        }
    }

    @Override
    public boolean interactive() {
        return true;
    }

    @Override
    public boolean confirm(String question) {
        return answer(console.readLine("%s [y/N]: ", question))
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(YES::contains)
                .isPresent();
    }

    @Override
    public Optional<String> ask(String question, Optional<String> otherwise) {
        String shown = otherwise.map(value -> " [" + value + "]").orElse("");
        return Optional.ofNullable(console.readLine("%s%s: ", question, shown))
                .flatMap(line -> answer(line).or(() -> otherwise));
    }

    @Override
    public Optional<String> secret(String question) {
        return Optional.ofNullable(console.readPassword("%s: ", question)).flatMap(typed -> {
            String text = new String(typed);
            Arrays.fill(typed, ' ');
            return answer(text);
        });
    }

    /** Without blanks around it; empty for a blank one, and at the end of the input. */
    private static Optional<String> answer(@Nullable String line) {
        return Optional.ofNullable(line).map(String::strip).filter(text -> !text.isEmpty());
    }
}
