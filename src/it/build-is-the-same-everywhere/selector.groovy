// Other umasks and time zones are set through a shell.
return new File('/bin/sh').canExecute()
