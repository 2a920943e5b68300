"""Runs a Python handler against the Lambda Runtime API; plain standard library.

Arguments: the search path layers add, joined as PATH is.
"""
import datetime
import http.client
import importlib
import json
import logging
import os
import signal
import sys
import time
import traceback

ROOT = "/2018-06-01/runtime/"


class Identity:
    def __init__(self, values):
        self.cognito_identity_id = values.get("cognitoIdentityId")
        self.cognito_identity_pool_id = values.get("cognitoIdentityPoolId")


class Client:
    def __init__(self, values):
        self.installation_id = values.get("installation_id")
        self.app_title = values.get("app_title")
        self.app_version_name = values.get("app_version_name")
        self.app_version_code = values.get("app_version_code")
        self.app_package_name = values.get("app_package_name")


class ClientContext:
    def __init__(self, values):
        self.client = Client(values.get("client") or {})
        self.custom = values.get("custom")
        self.env = values.get("env")


class Context:
    def __init__(self, headers):
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self._deadline_ms = int(headers["Lambda-Runtime-Deadline-Ms"])
        self.function_name = os.environ.get("AWS_LAMBDA_FUNCTION_NAME")
        self.function_version = os.environ.get("AWS_LAMBDA_FUNCTION_VERSION")
        self.memory_limit_in_mb = os.environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
        self.log_group_name = os.environ.get("AWS_LAMBDA_LOG_GROUP_NAME")
        self.log_stream_name = os.environ.get("AWS_LAMBDA_LOG_STREAM_NAME")
        identity = headers.get("Lambda-Runtime-Cognito-Identity")
        self.identity = Identity(json.loads(identity) if identity else {})
        self.tenant_id = headers.get("Lambda-Runtime-Aws-Tenant-Id")
        client = headers.get("Lambda-Runtime-Client-Context")
        self.client_context = ClientContext(json.loads(client)) if client else None

    def get_remaining_time_in_millis(self):
        return max(0, self._deadline_ms - int(time.time() * 1000))

    def log(self, message):
        sys.stdout.write(str(message))


class LogHandler(logging.Handler):
    request_id = ""

    def emit(self, record):
        print(self.format(record), flush=True)

    def format(self, record):
        moment = datetime.datetime.fromtimestamp(record.created, datetime.timezone.utc)
        stamp = moment.strftime("%Y-%m-%dT%H:%M:%S.") + "%03dZ" % record.msecs
        return "[%s]\t%s\t%s\t%s" % (record.levelname, stamp, self.request_id, super().format(record))


class HandlerError(Exception):
    """The handler cannot be loaded; the first argument is the type to report."""


class MarshalError(Exception):
    pass


class UnmarshalError(Exception):
    pass


def load(name):
    module_name, dot, function_name = name.rpartition(".")
    if not dot:
        raise HandlerError("Runtime.MalformedHandlerName",
                           "Bad handler '%s': not enough values to unpack (expected 2, got 1)" % name)
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        raise HandlerError("Runtime.ImportModuleError",
                           "Unable to import module '%s': %s" % (module_name, error)) from error
    except SyntaxError as error:
        raise HandlerError("Runtime.UserCodeSyntaxError",
                           "Syntax error in module '%s': %s" % (module_name, error)) from error
    if not hasattr(module, function_name):
        raise HandlerError("Runtime.HandlerNotFound",
                           "Handler '%s' missing on module '%s'" % (function_name, module_name))
    return getattr(module, function_name)


def describe(error, request_id):
    if isinstance(error, HandlerError):
        kind, message = error.args
        frames = []
    else:
        kind, message = type(error).__name__, str(error)
        if isinstance(error, (MarshalError, UnmarshalError)):
            kind, frames = "Runtime." + kind, []
        else:
            own = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename != __file__]
            frames = traceback.format_list(own)
    document = {"errorMessage": message, "errorType": kind, "requestId": request_id, "stackTrace": frames}
    print("[ERROR] %s: %s" % (kind, message))
    if frames:
        print("Traceback (most recent call last):\n" + "".join(frames), end="")
    sys.stdout.flush()
    return json.dumps(document).encode()


def call(connection, method, path, body=None, headers=None):
    connection.request(method, ROOT + path, body, headers or {})
    answer = connection.getresponse()
    return answer, answer.read()


def fail(connection, path, kind, document):
    call(connection, "POST", path, document,
         {"Content-Type": "application/json", "Lambda-Runtime-Function-Error-Type": kind})


def run_hooks(connection, path, kind, hooks):
    try:
        for function, arguments, named in hooks:
            function(*arguments, **named)
    except Exception as error:
        fail(connection, path, kind, describe(error, ""))
        sys.exit(1)


def snapshot(connection):
    """Runs the hooks of AWS's module snapshot_restore_py: those before the snapshot last one first, as in AWS."""
    try:
        import snapshot_restore_py as module
    except ImportError:
        before, after = [], []
    else:
        before, after = list(reversed(module.get_before_snapshot())), module.get_after_restore()
    run_hooks(connection, "init/error", "Runtime.BeforeSnapshotError", before)
    call(connection, "GET", "restore/next")
    run_hooks(connection, "restore/error", "Runtime.AfterRestoreError", after)


def marshal(value):
    try:
        return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
    except (TypeError, ValueError) as error:
        raise MarshalError("Unable to marshal response: %s" % error) from error


def unmarshal(event):
    try:
        return json.loads(event)
    except ValueError as error:
        raise UnmarshalError("Unable to unmarshal input: %s" % error) from error


def main():
    # Ctrl-C reaches the whole group of processes; a trace of where each one waited helps nobody.
    signal.signal(signal.SIGINT, lambda number, frame: os._exit(130))
    layers = [folder for folder in sys.argv[1].split(os.pathsep) if folder] if len(sys.argv) > 1 else []
    sys.path[0:1] = [os.environ["LAMBDA_TASK_ROOT"]] + layers
    sys.argv = ["bootstrap.py"]
    sys.modules["bootstrap"] = sys.modules.pop("__main__")
    log = LogHandler()
    logging.getLogger().addHandler(log)
    connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    try:
        handler = load(os.environ["_HANDLER"])
    except Exception as error:
        kind = error.args[0] if isinstance(error, HandlerError) else "Runtime.Unknown"
        fail(connection, "init/error", kind, describe(error, ""))
        sys.exit(1)
    if os.environ.get("AWS_LAMBDA_INITIALIZATION_TYPE") == "snap-start":
        snapshot(connection)
    while True:
        answer, body = call(connection, "GET", "invocation/next")
        if answer.status != 200:
            sys.exit("the Runtime API answered %d" % answer.status)
        context = Context(answer.headers)
        log.request_id = context.aws_request_id
        os.environ["_X_AMZN_TRACE_ID"] = answer.headers.get("Lambda-Runtime-Trace-Id") or ""
        path = "invocation/" + context.aws_request_id
        try:
            result = marshal(handler(unmarshal(body), context))
        except Exception as error:
            fail(connection, path + "/error", "Function.Unhandled", describe(error, context.aws_request_id))
            continue
        answer, _ = call(connection, "POST", path + "/response", result, {"Content-Type": "application/json"})
        if answer.status == 413:
            sys.exit(1)


main()
