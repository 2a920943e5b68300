package it;

public final class Lib {

    private Lib() {}

    public static String greet(String name) {
        return "hello " + name;
    }
}
