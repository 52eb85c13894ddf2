// A server of revision 2026-07-28 for the tests: `stdio`, or `http`, which prints its URL.
// With `dual` it takes older clients too; with `changing` its tools change what it has,
// which it says how long to keep; with `tasks`
// (over HTTP) its tool `slow` becomes a task, which the SDK does not know yet, and `chart` has a page.
import { createServer } from 'node:http';
import { McpServer, createMcpHandler, fromJsonSchema, inputRequired } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';

const [transport, era, more] = process.argv.slice(2);
const changing = more === 'changing';
const TASKS = 'io.modelcontextprotocol/tasks';
let grown = false;
let touched = 0;

const question = {
  method: 'elicitation/create',
  params: {
    mode: 'form',
    message: 'Who is there?',
    requestedSchema: { type: 'object', properties: { name: { type: 'string' } } },
  },
};

const all = {
  who: question,
  what: {
    method: 'sampling/createMessage',
    params: { maxTokens: 9, messages: [{ role: 'user', content: { type: 'text', text: 'What is MCP?' } }] },
  },
  where: { method: 'roots/list', params: {} },
};

function server() {
  const made = new McpServer(
    { name: 'modern', version: '1.0.0' },
    {
      capabilities: {
        logging: {},
        ...(changing && { resources: { subscribe: true } }),
        ...(more === 'tasks' && { extensions: { [TASKS]: {} } }),
      },
      instructions: 'Be brief.',
      ...(changing && {
        cacheHints: {
          'tools/list': { ttlMs: 3600000, cacheScope: 'public' },
          'resources/read': { ttlMs: 60000, cacheScope: 'private' },
        },
      }),
    },
  );
  made.registerTool(
    'echo',
    {
      description: 'Says it again',
      inputSchema: fromJsonSchema({
        type: 'object',
        properties: { message: { type: 'string' }, region: { type: 'string', 'x-mcp-header': 'Region' } },
        required: ['message'],
      }),
    },
    async ({ message }) => ({ content: [{ type: 'text', text: `Echo: ${message}` }] }),
  );
  made.registerTool(
    'greet',
    { description: 'Asks for a name', inputSchema: fromJsonSchema({ type: 'object', properties: {} }) },
    async (_, context) => {
      const answer = context.mcpReq.inputResponses?.who;
      if (!answer) {
        return inputRequired({ inputRequests: { who: question }, requestState: 'Zustand "ä" 1' });
      }
      const text = `${context.mcpReq.requestState()}: ${JSON.stringify(answer)}`;
      return { content: [{ type: 'text', text }] };
    },
  );
  made.registerTool(
    'ask-all',
    { description: 'Asks for all there is', inputSchema: fromJsonSchema({ type: 'object', properties: {} }) },
    async (_, context) => {
      const answers = context.mcpReq.inputResponses;
      if (!answers?.where) return inputRequired({ inputRequests: all });
      return { content: [{ type: 'text', text: JSON.stringify(answers) }] };
    },
  );
  if (changing) changes(made);
  if (more === 'tasks') {
    const schema = { type: 'object', properties: { polls: { type: 'integer' }, ask: { type: 'boolean' } } };
    made.registerTool('slow', { inputSchema: fromJsonSchema(schema) }, async () => ({ content: [] }));
    app(made);
  }
  return made;
}

// Over HTTP each request has a server of its own, so changes are told through the handler.
function changes(made) {
  const none = { inputSchema: fromJsonSchema({ type: 'object', properties: {} }) };
  const done = { content: [{ type: 'text', text: 'done' }] };
  const uri = 'test://counter';
  made.registerResource('counter', uri, {}, async () => ({ contents: [{ uri, text: `${touched}` }] }));
  if (grown) made.registerTool('grown', none, async () => done);
  made.registerTool('grow', none, async () => {
    if (!grown && transport === 'stdio') made.registerTool('grown', none, async () => done);
    grown = true;
    handler?.notify.toolsChanged();
    return done;
  });
  made.registerTool('touch', none, async () => {
    touched++;
    if (handler) handler.notify.resourceUpdated(uri);
    else await made.server.sendResourceUpdated({ uri });
    return done;
  });
}

// A tool with a page of its own.
function app(made) {
  const uri = 'ui://modern/chart';
  const mimeType = 'text/html;profile=mcp-app';
  const none = fromJsonSchema({ type: 'object', properties: {} });
  const csp = { connectDomains: ['https://api.example.com', '*'], resourceDomains: ['https://*.example.org'] };
  const text =
    '<!doctype html>\n<title>Chart</title>\n<p id="out">no script ran</p>\n' +
    '<script>\n  document.getElementById("out").textContent = "a script ran";\n</script>\n' +
    '<img src="https://tracker.example/pixel.png">\n';
  made.registerTool('chart', { inputSchema: none, _meta: { ui: { resourceUri: uri } } }, async () => ({
    content: [{ type: 'text', text: 'charted' }],
  }));
  const _meta = { ui: { csp, permissions: { camera: {}, teleport: {} }, prefersBorder: true } };
  made.registerResource('chart', uri, { mimeType }, async () => ({ contents: [{ uri, mimeType, text, _meta }] }));
}

// The extension, as the specification has it: what the SDK would answer, or undefined.
const tasks = new Map();

function aboutTasks({ id, method, params }, headers) {
  if (!(method === 'tools/call' && params.name === 'slow') && !method?.startsWith('tasks/')) return undefined;
  const failed = (code, message) => ({ jsonrpc: '2.0', id, error: { code, message } });
  if (!params._meta?.['io.modelcontextprotocol/clientCapabilities']?.extensions?.[TASKS]) {
    return failed(-32021, 'Missing required client capability');
  }
  const done = (result) => ({ jsonrpc: '2.0', id, result });
  if (method === 'tools/call') {
    const { polls = 2, ask = false } = params.arguments;
    const now = new Date().toISOString();
    const task = {
      taskId: `ä-${tasks.size + 1}`, status: 'working', statusMessage: 'Digging',
      createdAt: now, lastUpdatedAt: now, ttlMs: 60000, pollIntervalMs: 200,
    };
    tasks.set(task.taskId, { task, left: polls, ask });
    return done({ resultType: 'task', ...task });
  }
  const name = `=?base64?${Buffer.from(params.taskId).toString('base64')}?=`;
  if (headers['mcp-name'] !== name) return failed(-32020, 'Mcp-Name is not the task');
  const known = tasks.get(params.taskId);
  if (!known) return failed(-32602, 'Failed to retrieve task: Task not found');
  if (method === 'tasks/get') return done({ resultType: 'complete', ...look(known) });
  if (method === 'tasks/update') {
    known.answer = params.inputResponses.who;
    known.task.status = 'working';
  } else {
    known.task.status = 'cancelled';
  }
  return done({ resultType: 'complete' });
}

function look(known) {
  const { task } = known;
  if (task.status === 'working' && known.left-- <= 0) {
    task.status = known.ask && !known.answer ? 'input_required' : 'completed';
  }
  if (task.status === 'input_required') return { ...task, inputRequests: { who: question } };
  if (task.status !== 'completed') return task;
  const text = known.answer ? JSON.stringify(known.answer) : 'Dug';
  return { ...task, result: { content: [{ type: 'text', text }] } };
}

async function answer(handler, request, response) {
  const parts = [];
  for await (const part of request) parts.push(part);
  const own = more === 'tasks' && parts.length && aboutTasks(JSON.parse(Buffer.concat(parts)), request.headers);
  if (own) {
    response.writeHead(own.error ? 400 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(own));
    return;
  }
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const reply = await handler.fetch(
    new Request(`http://${request.headers.host}${request.url}`, {
      method: request.method,
      headers: request.headers,
      signal: gone.signal,
      body: parts.length ? Buffer.concat(parts) : undefined,
    }),
  );
  response.writeHead(reply.status, Object.fromEntries(reply.headers));
  if (reply.body) for await (const part of reply.body) response.write(part);
  response.end();
}

let handler;
if (transport === 'stdio') {
  serveStdio(server);
} else {
  handler = createMcpHandler(server, { legacy: era === 'dual' ? 'stateless' : 'reject' });
  const http = createServer((request, response) => answer(handler, request, response));
  http.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${http.address().port}/mcp`));
}
