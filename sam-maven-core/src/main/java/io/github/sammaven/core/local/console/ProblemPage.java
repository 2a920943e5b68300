package io.github.sammaven.core.local.console;

/** What is shown instead of a page. */
record ProblemPage(String title, String problem) {}
