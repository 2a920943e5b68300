package it;

public final class Lib {

    private Lib() {}

    public static String greeting(String name) {
        return "Hello " + name;
    }
}
