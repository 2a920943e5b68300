// Without an interpreter there is nothing to run.
return System.getenv('PATH').split(File.pathSeparator).any { new File(it, 'python3').canExecute() }
