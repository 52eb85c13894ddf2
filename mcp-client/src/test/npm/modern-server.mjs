// A server of revision 2026-07-28 for the tests: `stdio`, or `http`, which prints its URL.
// With `dual` it takes older clients too; with `changing` its tools change what it has.
import { createServer } from 'node:http';
import { McpServer, createMcpHandler, fromJsonSchema, inputRequired } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';

const [transport, era, changing] = process.argv.slice(2);
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

function server() {
  const made = new McpServer(
    { name: 'modern', version: '1.0.0' },
    {
      capabilities: { logging: {}, ...(changing && { resources: { subscribe: true } }) },
      instructions: 'Be brief.',
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
  if (changing) changes(made);
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

async function answer(handler, request, response) {
  const parts = [];
  for await (const part of request) parts.push(part);
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
