// @ts-check
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { parseHeaders, serve } from "./server.mjs";
import { reduced } from "./trace.mjs";

/**
 * The status, headers and text that a path is answered with.
 * @param {string} url
 * @param {string} encoding
 * @returns {Promise<{ status: number | undefined, headers: import("node:http").IncomingHttpHeaders, text: string }>}
 */
const ask = (url, encoding) =>
  new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": encoding } }, async (response) => {
      let text = "";
      for await (const part of response) text += part;
      resolve({ status: response.statusCode, headers: response.headers, text });
    }).on("error", reject);
  });

test("a file is sent compressed to whoever takes it, with the headers of its build, and nothing outside of the folder is", async () => {
  const folder = mkdtempSync(join(tmpdir(), "server-test-"));
  writeFileSync(join(folder, "index.html"), "plain");
  writeFileSync(join(folder, "index.html.br"), "packed");
  writeFileSync(join(folder, "_headers"), "/*\n  X-A: b: c\n/index.html\n  Cache-Control: no-store\n");
  const server = await serve(folder);
  try {
    const packed = await ask(server.url, "gzip, br");
    assert.deepEqual([packed.status, packed.text, packed.headers["content-encoding"], packed.headers["x-a"]], [200, "packed", "br", "b: c"]);
    const plain = await ask(`${server.url}index.html?a=b`, "gzip");
    assert.deepEqual([plain.text, plain.headers["content-encoding"], plain.headers["cache-control"]], ["plain", undefined, "no-store"]);
    for (const path of ["nothing.js", "%2e%2e/x", "..%2f..%2fetc%2fhosts"]) assert.equal((await ask(server.url + path, "br")).status, 404, path);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});

test("a pattern of `_headers` holds for the paths that fit it", () => {
  const [rule] = parseHeaders("# why\n/a-*\n  # why not\n  X: y\n");
  assert.deepEqual(rule.headers, [["X", "y"]]);
  assert.ok(rule.pattern.test("/a-1.js") && !rule.pattern.test("/b/a-1.js") && !rule.pattern.test("/a.1"));
});

test("of a trace the main thread of the page is kept", () => {
  const event = { pid: 1, tid: 2, ts: 5, dur: 1, tts: 3, tdur: 1, args: {} };
  const events = [
    { ...event, name: "answer shown", dur: undefined, tdur: undefined, ts: 9 },
    { ...event, name: "EventDispatch", args: { data: { type: "click" } } },
    { ...event, name: "Layout" },
    { ...event, name: "RunTask", tid: 3 },
    { ...event, name: "RunTask", pid: 3 },
    { ...event, name: "RunTask", tts: undefined },
  ];
  assert.deepEqual(reduced(events), [
    { name: "event click", at: 5, takes: 1, threadAt: 3, threadTakes: 1 },
    { name: "answer shown", at: 9, takes: 0, threadAt: 3, threadTakes: 0 },
  ]);
  assert.throws(() => reduced([]), /no answer/);
});
