// A site over plain HTTP on loopback, as any web server would serve it.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

// Serves `folder` under the base path `base`; resolves to { port, asked, missing, close }. `asked` collects
// the paths below `base` that were served, `missing` those that were asked for and are not there.
export async function serveSite(folder, base = '/') {
  const asked = [];
  const missing = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const inside = path.startsWith(base) ? normalize('/' + path.slice(base.length)) : null;
    try {
      if (inside === null) throw new Error('outside the site');
      const name = inside.endsWith('/') ? inside + 'index.html' : inside;
      const bytes = await readFile(join(folder, name));
      asked.push(name.slice(1));
      response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' });
      response.end(bytes);
    } catch {
      missing.push(path);
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    asked,
    missing,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
