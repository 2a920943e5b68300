// The reason is said aloud: a project that is skipped for want of curl has shown nothing. System.err leads to a file.
def missing = ['python3', 'curl'].findAll { name ->
    !System.getenv('PATH').split(File.pathSeparator).any { new File(it, name).canExecute() }
}
if (missing) {
    new PrintStream(new FileOutputStream(FileDescriptor.err)).println("SKIPPED: ${basedir.name}. Not on the PATH: ${missing.join(', ')}")
}
return missing.isEmpty()
