#!/var/lang/bin/python3
"""Answers as the classic Runtime Interface Emulator does: one call at a time, runtime started by the first one."""
import json
import os
import queue
import subprocess
import sys
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COMMAND = sys.argv[1:]
TIMEOUT = int(os.environ.get("AWS_LAMBDA_FUNCTION_TIMEOUT", "300"))
LIMIT = 6291556


class Runtime:
    """One runtime process and what it says."""

    def __init__(self):
        self.events = queue.Queue()
        self.said = queue.Queue()
        self.answered = False
        environment = dict(os.environ, AWS_LAMBDA_RUNTIME_API="127.0.0.1:9001")
        self.process = subprocess.Popen(COMMAND, env=environment, stderr=subprocess.STDOUT)
        threading.Thread(target=self.watch, daemon=True).start()

    def watch(self):
        status = self.process.wait()
        cause = "Runtime exited without providing a reason"
        if status > 0:
            cause = "Runtime exited with error: exit status %d" % status
        elif status < 0:
            cause = "Runtime exited with error: signal: killed"
        self.said.put(("exit", cause, b""))


runtime = None
starting = threading.Lock()


class Api(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 65536
    disable_nagle_algorithm = True

    def answer(self, status, body, headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def body(self):
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            whole = b""
            while True:
                size = int(self.rfile.readline().split(b";")[0], 16)
                whole += self.rfile.read(size)
                self.rfile.readline()
                if size == 0:
                    return whole
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def do_GET(self):
        mine = current()
        mine.said.put(("next", "", b""))
        request_id, event, headers = mine.events.get()
        mine.answered = False
        self.answer(200, event, [("Lambda-Runtime-Aws-Request-Id", request_id)] + headers)

    def do_POST(self):
        body = self.body()
        kind = self.path.rsplit("/", 1)[1]
        mine = current()
        if "/init/" not in self.path and mine.answered:
            self.answer(400, b'{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}')
            return
        mine.answered = True
        if kind == "response" and len(body) > LIMIT:
            mine.said.put(("large", "", str(len(body)).encode()))
            self.answer(413, b'{"errorMessage":"Exceeded","errorType":"RequestEntityTooLarge"}')
            return
        mine.said.put(("init" if "/init/" in self.path else kind, "", body))
        self.answer(202, b'{"status":"OK"}')

    def log_message(self, *unused):
        pass


class Front(Api):
    def do_GET(self):
        self.answer(404, b"")

    def do_POST(self):
        if self.path != "/2015-03-31/functions/function/invocations":
            self.answer(404, b"")
            return
        status, body = invoke(self.body(), self.headers)
        self.answer(status, body)


def current():
    """The runtime that asks: it may do so before its start has returned."""
    with starting:
        return runtime


def invoke(event, headers):
    global runtime
    deadline = time.time() + TIMEOUT
    fresh = runtime is None
    if fresh:
        with starting:
            runtime = Runtime()
    request_id = str(uuid.uuid4())
    print("START RequestId: %s Version: $LATEST" % uuid.uuid4(), flush=True)
    passed = [
        ("Lambda-Runtime-Deadline-Ms", str(int(deadline * 1000))),
        ("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:012345678912:function:test"),
    ]
    answer = None
    sent = not fresh
    if sent:
        runtime.events.put((request_id, event, passed))
    while True:
        try:
            kind, cause, body = runtime.said.get(timeout=max(0, deadline - time.time()))
        except queue.Empty:
            reset()
            report(request_id)
            return 200, b"Task timed out after %d.00 seconds" % TIMEOUT
        if kind == "next" and not sent:
            sent = True
            runtime.events.put((request_id, event, passed))
        elif kind == "next":
            report(request_id)
            return answer
        elif kind == "init":
            reset()
            return 502, body
        elif kind == "exit":
            reset()
            if answer:
                return answer
            message = "RequestId: %s Error: %s" % (request_id, cause)
            return 502, json.dumps({"errorType": "Runtime.ExitError", "errorMessage": message}).encode()
        elif kind == "large":
            message = "Response payload size (%s bytes) exceeded maximum allowed payload size (%d bytes)."
            text = json.dumps({"errorType": "Function.ResponseSizeTooLarge", "errorMessage": message % (body.decode(), LIMIT)})
            answer = (502, text.encode())
        else:
            answer = (200, body)


def report(request_id):
    print("END RequestId: %s" % request_id)
    print("REPORT RequestId: %s\tDuration: 1.00 ms\tBilled Duration: 1 ms\t" % request_id, flush=True)


def reset():
    global runtime
    runtime.process.kill()
    runtime = None


threading.Thread(target=ThreadingHTTPServer(("127.0.0.1", 9001), Api).serve_forever, daemon=True).start()
ThreadingHTTPServer(("0.0.0.0", 8080), Front).serve_forever()
