// Runs a Node.js handler against the Lambda Runtime API; nothing but Node's own modules.
import http from 'node:http';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Writable, finished } from 'node:stream';
import { format } from 'node:util';

const ROOT = '/2018-06-01/runtime/';
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function call(method, target, body, headers) {
  return new Promise((resolve, reject) => {
    const all = { 'Content-Type': 'application/json', ...headers };
    if (body !== undefined) all['Content-Length'] = body.length;
    const request = http.request({ host, port, method, path: ROOT + target, agent, headers: all }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    request.on('error', reject);
    request.setNoDelay(true);
    request.end(body);
  });
}

const STREAMING = Symbol.for('aws.lambda.runtime.handler.streaming');
const ERROR_TYPE = 'Lambda-Runtime-Function-Error-Type';
const ERROR_BODY = 'Lambda-Runtime-Function-Error-Body';

// The answer of a handler that streams: a request to the Runtime API that begins with the first byte.
class ResponseStream extends Writable {
  constructor(requestId) {
    super({ highWaterMark: 65536 });
    this.requestId = requestId;
    this.contentType = 'application/octet-stream';
    this.prelude = undefined;
    this.taken = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
    this.taken.catch(() => {});
  }

  setContentType(type) {
    if (this.request) throw named('InvalidStreamingOperation', 'Cannot set content-type, too late.');
    this.contentType = type;
  }

  write(part, ...rest) {
    const plain = typeof part === 'string' || part instanceof Uint8Array;
    return super.write(plain ? part : JSON.stringify(part), ...rest);
  }

  open() {
    if (this.request) return this.request;
    const headers = {
      'Content-Type': this.contentType,
      'Lambda-Runtime-Function-Response-Mode': 'streaming',
      'Transfer-Encoding': 'chunked',
      Trailer: `${ERROR_TYPE}, ${ERROR_BODY}`,
    };
    const target = `${ROOT}invocation/${this.requestId}/response`;
    this.request = http.request({ host, port, method: 'POST', path: target, agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => this.resolve(answer.statusCode));
    });
    this.request.on('error', this.reject);
    this.request.setNoDelay(true);
    if (this.prelude) this.request.write(this.prelude);
    return this.request;
  }

  _write(part, encoding, done) {
    const request = this.open();
    if (request.write(part)) done();
    else request.once('drain', done);
  }

  _final(done) {
    this.open().end();
    done();
  }

  // What was sent stays sent; the error goes behind it.
  fail(error) {
    const document = describe(error);
    console.error('Invoke Error', JSON.stringify(document));
    this.request.addTrailers({
      [ERROR_TYPE]: category(document),
      [ERROR_BODY]: Buffer.from(JSON.stringify(document)).toString('base64'),
    });
    this.request.end();
    this.destroy();
  }
}

globalThis.awslambda = {
  streamifyResponse(handler) {
    handler[STREAMING] = true;
    return handler;
  },
  HttpResponseStream: {
    from(stream, metadata) {
      stream.setContentType('application/vnd.awslambda.http-integration-response');
      stream.prelude = Buffer.concat([Buffer.from(JSON.stringify(metadata)), Buffer.alloc(8)]);
      return stream;
    },
  },
};

async function stream(handler, event, context) {
  const answer = new ResponseStream(context.awsRequestId);
  const written = new Promise((resolve, reject) => finished(answer, (error) => (error ? reject(error) : resolve())));
  written.catch(() => {});
  try {
    const result = handler(event, answer, context);
    if (typeof result?.then === 'function') {
      await Promise.race([result, idle()]);
      // What is still being piped ends the answer by itself.
      if (!answer.writableEnded && answer.listenerCount('unpipe') === 0) answer.end();
    } else {
      await Promise.race([written, idle()]);
      if (!answer.writableEnded) answer.end();
    }
    await written;
  } catch (error) {
    if (!answer.request && !answer.writableEnded) throw error;
    if (answer.writableEnded) console.error('Error after the end of the stream', error);
    else answer.fail(error);
  }
  await answer.taken;
}

// Synchronous: a line must be out before the answer, and before the process exits.
function print(text) {
  let rest = Buffer.from(text + '\n');
  while (rest.length > 0) {
    try {
      rest = rest.subarray(fs.writeSync(1, rest));
    } catch (error) {
      if (error.code !== 'EAGAIN') return;
    }
  }
}

// As Lambda's own runtime writes them: time, request id, level, text.
function installConsole() {
  const at = (level) => (...values) =>
    print(`${new Date().toISOString()}\t${current || undefined}\t${level}\t${format(...values)}`);
  console.log = at('INFO');
  console.info = at('INFO');
  console.warn = at('WARN');
  console.error = at('ERROR');
  console.debug = at('DEBUG');
  console.trace = at('TRACE');
}

function describe(error) {
  if (error instanceof Error) {
    return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
  }
  const text = typeof error === 'string' ? error : JSON.stringify(error) ?? String(error);
  return { errorType: error === null ? 'null' : typeof error, errorMessage: text, trace: [] };
}

function named(name, message, cause) {
  const error = new Error(message, cause === undefined ? undefined : { cause });
  error.name = name;
  return error;
}

function category(document) {
  return document.errorType.startsWith('Runtime.') ? document.errorType : 'Function.Unhandled';
}

async function fail(target, error) {
  const document = describe(error);
  console.error(current === '' ? 'Init Error' : 'Invoke Error', JSON.stringify(document));
  await call('POST', target, Buffer.from(JSON.stringify(document)), { [ERROR_TYPE]: category(document) });
}

function resolveModule(root, name) {
  for (const candidate of [name, name + '.js', name + '.mjs', name + '.cjs']) {
    const file = path.resolve(root, candidate);
    if (fs.existsSync(file) && fs.statSync(file).isFile()) return file;
  }
  try {
    return createRequire(path.join(root, 'handler.js')).resolve('./' + name);
  } catch {
    throw named('Runtime.ImportModuleError', `Error: Cannot find module '${name}'`);
  }
}

async function load(handler) {
  const root = process.env.LAMBDA_TASK_ROOT;
  const slash = handler.lastIndexOf('/') + 1;
  const dot = handler.indexOf('.', slash);
  if (dot < 0) throw named('Runtime.MalformedHandlerName', 'Bad handler');
  const file = resolveModule(root, handler.substring(0, dot));
  let found;
  try {
    found = await import(pathToFileURL(file).href);
  } catch (error) {
    if (error instanceof SyntaxError) throw named('Runtime.UserCodeSyntaxError', String(error), error);
    if (error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ERR_MODULE_NOT_FOUND') {
      throw named('Runtime.ImportModuleError', String(error), error);
    }
    throw error;
  }
  const names = handler.substring(dot + 1).split('.');
  const look = (start) => names.reduce((value, name) => value?.[name], start);
  const target = look(found) ?? look(found.default);
  if (target === undefined) throw named('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  if (typeof target !== 'function') throw named('Runtime.HandlerNotFound', `${handler} is not a function`);
  return target;
}

let current = '';
let exiting = false;

async function crash(error) {
  if (exiting) return;
  exiting = true;
  try {
    await fail(current === '' ? 'init/error' : `invocation/${current}/error`, error);
  } finally {
    process.exit(1);
  }
}

process.on('uncaughtException', (error) => crash(error));
process.on('unhandledRejection', (reason) => {
  const error = named('Runtime.UnhandledPromiseRejection', String(reason), reason);
  if (reason instanceof Error && reason.stack) error.stack = reason.stack;
  crash(error);
});

let whenIdle = [];
process.on('beforeExit', () => {
  const waiting = whenIdle;
  whenIdle = [];
  waiting.forEach((resolve) => resolve());
});

function idle() {
  return new Promise((resolve) => whenIdle.push(resolve));
}

function run(handler, event, context) {
  return new Promise((resolve, reject) => {
    let settled = false;
    const settle = (error, value, wait) => {
      if (settled) return;
      settled = true;
      const end = () => (error === undefined || error === null ? resolve(value) : reject(error));
      if (wait && context.callbackWaitsForEmptyEventLoop) idle().then(end);
      else end();
    };
    context.succeed = (value) => settle(null, value, true);
    context.fail = (error) => settle(error ?? 'handled', undefined, true);
    context.done = (error, value) => settle(error, value, true);
    const result = handler(event, context, (error, value) => settle(error, value, true));
    if (typeof result?.then === 'function') {
      result.then((value) => settle(null, value, false), (error) => settle(error ?? new Error('rejected'), undefined, false));
    } else if (result !== undefined && handler.length < 3) {
      // What a handler that takes a callback returns, a timer perhaps, is not its answer.
      settle(null, result, false);
    }
    // Whoever gives no answer has finished when nothing is left to do.
    idle().then(() => settle(null, null, false));
  });
}

function contextOf(headers) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  const client = headers['lambda-runtime-client-context'];
  const identity = headers['lambda-runtime-cognito-identity'];
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    clientContext: client ? JSON.parse(client) : undefined,
    identity: identity ? JSON.parse(identity) : undefined,
    tenantId: headers['lambda-runtime-aws-tenant-id'],
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

function parse(event) {
  try {
    return JSON.parse(event.toString('utf8'));
  } catch (error) {
    throw named('Runtime.UnmarshalError', String(error.message), error);
  }
}

installConsole();
let handler;
try {
  handler = await load(process.env._HANDLER);
} catch (error) {
  await crash(error);
}
for (;;) {
  const event = await call('GET', 'invocation/next');
  if (event.status !== 200) process.exit(1);
  const context = contextOf(event.headers);
  whenIdle = [];
  current = context.awsRequestId;
  process.env._X_AMZN_TRACE_ID = event.headers['lambda-runtime-trace-id'] ?? '';
  let answer;
  try {
    const input = parse(event.body);
    if (handler[STREAMING]) {
      await stream(handler, input, context);
      continue;
    }
    const value = await run(handler, input, context);
    answer = Buffer.from(JSON.stringify(value === undefined ? null : value) ?? 'null');
  } catch (error) {
    await fail(`invocation/${current}/error`, error);
    continue;
  }
  const taken = await call('POST', `invocation/${current}/response`, answer);
  if (taken.status === 413) process.exit(1);
}
