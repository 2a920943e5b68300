package it;

public final class Handler {

    public String handle(String name) {
        return Lib.greet(name);
    }
}
