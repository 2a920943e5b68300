"""Plays a person: runs a command on a pseudo-terminal and types an answer to each question, in order.

person.py TRANSCRIPT QUESTION ANSWER [QUESTION ANSWER]... -- COMMAND...

The answer ^C is the key. Prints the exit code, and for each question whether what is typed is shown.
"""
import os
import pty
import select
import signal
import sys
import termios
import time

LIMIT_SECONDS = 180


def echoes(terminal):
    return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)


def main():
    end = sys.argv.index("--")
    transcript, words, command = sys.argv[1], sys.argv[2:end], sys.argv[end + 1:]
    dialogue = list(zip(words[0::2], words[1::2]))
    process, terminal = pty.fork()
    if process == 0:
        os.environ["TERM"] = "dumb"
        # Whoever was started in the background has inherited that Ctrl-C is ignored.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.execvp(command[0], command)
    seen, answered = b"", 0
    deadline = time.monotonic() + LIMIT_SECONDS
    while time.monotonic() < deadline:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            read = os.read(terminal, 65536)
        except OSError:
            break
        if not read:
            break
        seen += read
        if not dialogue:
            continue
        question, answer = dialogue[0]
        place = seen.find(question.encode(), answered)
        if place >= 0 and seen[place:].rstrip(b" ").endswith(b":"):
            dialogue.pop(0)
            answered = len(seen)
            print(("shown  " if echoes(terminal) else "hidden ") + question)
            os.write(terminal, b"\x03" if answer == "^C" else answer.encode() + b"\n")
    with open(transcript, "wb") as file:
        file.write(seen)
    if time.monotonic() >= deadline:
        os.kill(process, 9)
        print("not finished, waiting for: " + str(dialogue[:1]))
        sys.exit(1)
    print("exit %d" % os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
    print("unasked %d" % len(dialogue))


main()
