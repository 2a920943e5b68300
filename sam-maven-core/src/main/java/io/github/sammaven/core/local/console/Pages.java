package io.github.sammaven.core.local.console;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The templates of the page; what is put in is escaped. */
final class Pages {

    private final Mustache.Compiler compiler = Mustache.compiler().withLoader(Pages::open);
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    /** @param model a record with the names the template uses */
    String render(String name, Object model) {
        return templates.computeIfAbsent(name, this::compile).execute(model);
    }

    byte[] resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream("page/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Template compile(String name) {
        try (Reader reader = open(name)) {
            return compiler.compile(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reader open(String name) {
        InputStream in = Pages.class.getResourceAsStream("page/" + name + ".mustache");
        if (in == null) {
            throw new IllegalStateException(name + ".mustache is missing");
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
