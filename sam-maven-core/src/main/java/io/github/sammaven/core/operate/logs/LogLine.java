package io.github.sammaven.core.operate.logs;

import io.github.sammaven.core.aws.LogEvent;

/** An event and where it is from. */
public record LogLine(LogSource source, LogEvent event) {}
