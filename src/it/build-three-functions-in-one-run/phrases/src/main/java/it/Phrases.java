package it;

public final class Phrases {

    private Phrases() {}

    public static String greeting(String name) {
        return "Hello " + name;
    }
}
