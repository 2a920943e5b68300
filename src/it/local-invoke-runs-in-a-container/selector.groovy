import io.github.sammaven.core.local.container.TestContainers

// The reason is said aloud: a project that is skipped for want of an engine has shown nothing. System.err leads to a file.
def missing = TestContainers.whyNotPython()
missing.ifPresent {
    new PrintStream(new FileOutputStream(FileDescriptor.err)).println("SKIPPED: ${basedir.name}. ${it}")
}
return missing.isEmpty()
