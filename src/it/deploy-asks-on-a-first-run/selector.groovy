// A person at a terminal is played by a Python script with a pseudo-terminal.
return System.getenv('PATH').split(File.pathSeparator).any { new File(it, 'python3').canExecute() }
        && !System.getProperty('os.name').startsWith('Windows')
