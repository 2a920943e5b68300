# Runs a Ruby handler against the Lambda Runtime API; plain standard library.
require 'json'
require 'logger'
require 'socket'

$stdout.sync = true
$stderr.sync = true

# Log records carry the request id, as in Lambda.
class LambdaLogFormatter < Logger::Formatter
  class << self
    attr_accessor :request_id
  end

  def call(severity, time, progname, message)
    format("%s, [%s #%d] %s %5s -- %s: %s\n", severity[0], format_datetime(time), Process.pid,
           LambdaLogFormatter.request_id, severity, progname, msg2str(message))
  end
end

Logger.prepend(Module.new do
  def initialize(*arguments, **options)
    super
    self.formatter ||= LambdaLogFormatter.new
  end
end)

# One kept connection to the Runtime API.
class RuntimeApi
  ROOT = '/2018-06-01/runtime/'
  Answer = Struct.new(:status, :headers, :body)

  def initialize(address)
    @address = address
    host, port = address.split(':')
    @socket = TCPSocket.new(host, Integer(port))
    @socket.setsockopt(Socket::IPPROTO_TCP, Socket::TCP_NODELAY, 1)
  end

  def get(path)
    @socket.write("GET #{ROOT}#{path} HTTP/1.1\r\nHost: #{@address}\r\n\r\n")
    read
  end

  def post(path, body, headers = {})
    bytes = body.b
    lines = { 'Content-Type' => 'application/json' }.merge(headers).map { |name, value| "#{name}: #{value}\r\n" }
    @socket.write("POST #{ROOT}#{path} HTTP/1.1\r\nHost: #{@address}\r\nContent-Length: #{bytes.bytesize}\r\n" \
                  "#{lines.join}\r\n".b + bytes)
    read
  end

  private

  def read
    status = Integer(line.split[1])
    headers = {}
    while (field = line) != ''
      name, value = field.split(':', 2)
      headers[name.downcase] = value.strip
    end
    body = @socket.read(Integer(headers['content-length'] || '0')) || ''
    Answer.new(status, headers, body.force_encoding(Encoding::UTF_8))
  end

  def line
    text = @socket.gets or exit(1)
    text.chomp
  end
end

# What a handler is told about the call.
class LambdaContext
  attr_reader :aws_request_id, :invoked_function_arn, :deadline_ms, :function_name, :function_version,
              :memory_limit_in_mb, :log_group_name, :log_stream_name, :identity, :client_context

  def initialize(headers)
    @clock_diff = Process.clock_gettime(Process::CLOCK_REALTIME, :millisecond) -
                  Process.clock_gettime(Process::CLOCK_MONOTONIC, :millisecond)
    @aws_request_id = headers['lambda-runtime-aws-request-id']
    @invoked_function_arn = headers['lambda-runtime-invoked-function-arn']
    @deadline_ms = headers['lambda-runtime-deadline-ms'].to_i
    @function_name = ENV['AWS_LAMBDA_FUNCTION_NAME']
    @function_version = ENV['AWS_LAMBDA_FUNCTION_VERSION']
    @memory_limit_in_mb = ENV['AWS_LAMBDA_FUNCTION_MEMORY_SIZE']
    @log_group_name = ENV['AWS_LAMBDA_LOG_GROUP_NAME']
    @log_stream_name = ENV['AWS_LAMBDA_LOG_STREAM_NAME']
    @identity = headers['lambda-runtime-cognito-identity'] && JSON.parse(headers['lambda-runtime-cognito-identity'])
    @client_context = headers['lambda-runtime-client-context'] && JSON.parse(headers['lambda-runtime-client-context'])
  end

  def get_remaining_time_in_millis
    left = deadline_ms - Process.clock_gettime(Process::CLOCK_MONOTONIC, :millisecond) - @clock_diff
    left.positive? ? left : 0
  end
end

class UnknownHandler < NameError
end

def load_handler(name)
  parts = name.split('.')
  unless parts.size.between?(2, 3)
    raise ArgumentError, "Invalid handler #{name}, must be of form FILENAME.METHOD or FILENAME.CLASS.METHOD" \
                         ' where FILENAME corresponds with an existing Ruby source file FILENAME.rb,' \
                         ' CLASS is an optional module/class namespace and METHOD is a callable method.'
  end

  file, *namespace, method = parts
  require File.expand_path(file, ENV['LAMBDA_TASK_ROOT'])
  receiver = namespace.empty? ? TOPLEVEL_BINDING.receiver : Object.const_get(namespace.first)
  unless receiver.respond_to?(method, true)
    raise UnknownHandler, "Handler '#{method}' missing in #{[file, *namespace].join('.')}"
  end

  receiver.method(method)
end

def describe(kind, error)
  own = (error.backtrace || []).reject { |frame| frame.start_with?(__FILE__) || frame.include?('<internal:') }
  $stdout.puts("Error raised from handler method: #{error.class}: #{error.message}", own)
  JSON.generate('errorMessage' => error.message.dup.force_encoding(Encoding::UTF_8).scrub,
                'errorType' => "#{kind}<#{error.class}>", 'stackTrace' => own)
end

def main
  # Ctrl-C reaches the whole group of processes; a trace of where each one waited helps nobody.
  trap('INT') { exit!(130) }
  api = RuntimeApi.new(ENV['AWS_LAMBDA_RUNTIME_API'])
  $LOAD_PATH.unshift(ENV['LAMBDA_TASK_ROOT'])
  begin
    handler = load_handler(ENV['_HANDLER'])
  rescue Exception => e
    raise if e.is_a?(SystemExit)

    api.post('init/error', describe('Init', e), 'Lambda-Runtime-Function-Error-Type' => 'Runtime.Unknown')
    exit!(1)
  end
  loop { serve(api, handler) }
end

def serve(api, handler)
  event = api.get('invocation/next')
  exit!(1) unless event.status == 200
  context = LambdaContext.new(event.headers)
  LambdaLogFormatter.request_id = context.aws_request_id
  ENV['_X_AMZN_TRACE_ID'] = event.headers['lambda-runtime-trace-id']
  path = "invocation/#{context.aws_request_id}"
  begin
    result = JSON.generate(handler.call(event: JSON.parse(event.body), context: context))
  rescue Exception => e
    raise if e.is_a?(SystemExit)

    api.post("#{path}/error", describe('Function', e), 'Lambda-Runtime-Function-Error-Type' => 'Function.Unhandled')
    exit!(1) if e.is_a?(NoMemoryError)
    return
  end
  exit!(1) if api.post("#{path}/response", result).status == 413
end

main
