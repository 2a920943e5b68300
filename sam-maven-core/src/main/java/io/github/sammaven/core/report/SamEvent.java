package io.github.sammaven.core.report;

/** Something a person may want to see while a goal runs. */
public sealed interface SamEvent
        permits Note,
                Warning,
                ArtifactBuilt,
                ArtifactPackaged,
                ChangeSetReady,
                StackProgress,
                StackEnded,
                ShiftProgress,
                RequestServed {}
