package it;

import java.util.List;
import java.util.function.Function;

public final class Fn {

    private enum Tone {
        POLITE,
        PLAIN
    }

    private record Wish(String name, Tone tone) {}

    public String handle(String name) {
        Function<Wish, String> wording =
                wish -> wish.tone() == Tone.POLITE ? Lib.greeting(wish.name()) + ", please" : Lib.greeting(wish.name());
        return String.join("\n", List.of(wording.apply(new Wish(name, Tone.PLAIN)), Tone.POLITE.name()));
    }
}
