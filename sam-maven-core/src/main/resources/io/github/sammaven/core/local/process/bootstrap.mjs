// Runs a Node.js handler against the Lambda Runtime API; nothing but Node's own modules.
import http from 'node:http';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
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

async function fail(target, error) {
  const document = describe(error);
  console.error(current === '' ? 'Init Error' : 'Invoke Error', JSON.stringify(document));
  const category = document.errorType.startsWith('Runtime.') ? document.errorType : 'Function.Unhandled';
  await call('POST', target, Buffer.from(JSON.stringify(document)), { 'Lambda-Runtime-Function-Error-Type': category });
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
    identity: undefined,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
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
    const value = await run(handler, JSON.parse(event.body.toString('utf8')), context);
    answer = Buffer.from(JSON.stringify(value === undefined ? null : value) ?? 'null');
  } catch (error) {
    await fail(`invocation/${current}/error`, error);
    continue;
  }
  const taken = await call('POST', `invocation/${current}/response`, answer);
  if (taken.status === 413) process.exit(1);
}
