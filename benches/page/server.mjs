// @ts-check
// A static server of this machine alone. It sends what lies compressed beside a file, and the headers that `_headers` of a build has hosts send.

import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * What `_headers` says, as pairs of a pattern of paths and the headers below it.
 * @param {string} text
 * @returns {{ pattern: RegExp, headers: [string, string][] }[]}
 */
export function parseHeaders(text) {
  const rules = [];
  for (const line of text.split("\n")) {
    if (/^\s*(#|$)/.test(line)) continue;
    if (line.startsWith("/")) {
      const source = line.trim().split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")).join(".*");
      rules.push({ pattern: new RegExp(`^${source}$`), headers: /** @type {[string, string][]} */ ([]) });
      continue;
    }
    const [name, ...value] = line.trim().split(": ");
    rules.at(-1)?.headers.push([name, value.join(": ")]);
  }
  return rules;
}

/**
 * The file of a path in a folder, or nothing where there is none.
 * @param {string} folder
 * @param {string} path
 */
function find(folder, path) {
  const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/**
 * Serves a folder on a free port.
 * @param {string} folder
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export function serve(folder) {
  const root = normalize(folder);
  const own = join(root, "_headers");
  const rules = existsSync(own) ? parseHeaders(readFileSync(own, "utf8")) : [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = find(root, path);
    if (!file) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found");
      return;
    }
    response.setHeader("Cache-Control", "no-cache");
    for (const { pattern, headers } of rules) {
      if (pattern.test(path)) for (const [name, value] of headers) response.setHeader(name, value);
    }
    response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
    const isPacked = /\bbr\b/.test(String(request.headers["accept-encoding"])) && existsSync(`${file}.br`);
    const sent = isPacked ? `${file}.br` : file;
    if (isPacked) response.setHeader("Content-Encoding", "br");
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Content-Length", statSync(sent).size);
    createReadStream(sent).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (!address || typeof address === "string") return reject(new Error("the server has no port"));
      const close = () => {
        server.closeAllConnections();
        server.close();
      };
      // Not `127.0.0.1`, which Lighthouse holds for a host of the network.
      resolve({ url: `http://localhost:${address.port}/`, close });
    });
  });
}
