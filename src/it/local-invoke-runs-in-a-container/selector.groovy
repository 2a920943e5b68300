import io.github.sammaven.core.local.container.TestContainers

// The reason is printed: a project that is skipped for want of an engine has shown nothing.
def missing = TestContainers.whyNotPython()
missing.ifPresent { System.err.println("SKIPPED: local-invoke-runs-in-a-container. ${it}") }
return missing.isEmpty()
