package io.github.sammaven.core.template;

/** The two ways to write a template. */
public enum TemplateFormat {
    YAML,
    JSON
}
