// Keeps the quiz for when there is no connection. `docs/offline.md` says how; `src/browser/worker.rs` is the other half.
//
// One worker belongs to one build: `cargo xtask` puts the version and the files of the build into the marked place, and
// a worker answers for nothing else. So a page never gets files of two builds.
"use strict";

/* build:files */
const VERSION = "";
// Each file with the SHA-256 of its bytes, in base64.
const FILES = [];
/* /build:files */

// The folder that the page is served from. Below a path, and beside another build, each has caches of its own.
const FOLDER = new URL(self.registration.scope);
const PREFIX = `career-quiz.${FOLDER.pathname}.`;
const CACHE = PREFIX + VERSION;
// Contents that do not belong to the build. They outlive it.
const CONTENTS = `${PREFIX}contents`;
const MOST_CONTENTS = 8;
// As much as the program reads (`MAX_BYTES` in src/quiz/content/parse.rs).
const MOST_BYTES = 4 * 1024 * 1024;

const PAGE = "index.html";
const DIGESTS = new Map(FILES);
const address = path => new URL(path, FOLDER).href;
// Kept only where it is used: nobody pays for a language that they do not read.
const isOptional = path => /^(content|words)\//.test(path);
const CORE = [...DIGESTS.keys()].filter(path => !isOptional(path));
// Which language an optional file is of, by its name: `es` for content/x.es.json and words/es.json.
const language = path => path.split(/[./]/).slice(-2)[0];
// Our caches are told by name. What has another slash belongs to a folder below.
const isOurs = name => name.startsWith(PREFIX) && !name.slice(PREFIX.length).includes("/");
const isLoopback = ({ hostname }) => /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

// The path of a file of the build that an address names. The page has any query string, as links to it may; nothing that
// it asks for has one, so another address with one is not ours.
function pathOf(url) {
  if (url.origin !== FOLDER.origin || !url.pathname.startsWith(FOLDER.pathname)) return undefined;
  const path = url.pathname.slice(FOLDER.pathname.length) || PAGE;
  return DIGESTS.has(path) && (path === PAGE || !url.search) ? path : undefined;
}

// Fetches a file. The browser holds it against its digest: a server that is halfway through a change, or answers with
// its page for whatever it has not got, gives an error and never another build's bytes. `no-cache` asks the server whether
// what the browser's own cache holds is still right.
async function download(path) {
  const get = at => fetch(new Request(address(at), {
    cache: "no-cache",
    integrity: `sha256-${DIGESTS.get(path)}`,
    // An answer that came by a detour cannot be given to somebody who opens the page.
    redirect: "error",
  }));
  // A host has its page at the folder, or at its name and sends on from one to the other.
  const response = path === PAGE ? await get("").catch(() => get(PAGE)) : await get(path);
  if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
  return response;
}

// Whatever a host's `Vary` says, what is in the cache of a build is the file.
const find = (cache, path) => cache.match(address(path), { ignoreVary: true });

// A file from an older build's cache, if it has not changed since.
async function carryOver(path) {
  for (const name of (await caches.keys()).filter(isOurs)) {
    const response = name !== CONTENTS && await find(await caches.open(name), path);
    if (!response) continue;
    const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
    if (btoa(String.fromCharCode(...new Uint8Array(digest))) === DIGESTS.get(path)) return response;
  }
  return undefined;
}

// Sees to it that a file is in the cache.
async function keep(path) {
  const cache = await caches.open(CACHE);
  if (await find(cache, path)) return;
  await cache.put(address(path), await carryOver(path) ?? await download(path));
  // A private window of WebKit can lose what is in a cache, and takes nothing for it in its place any more.
  if (!await find(cache, path)) throw new TypeError(`${path} cannot be kept`);
}

// The optional files that go along into this build: those of the languages that an older one had. Where it had some and
// they are all gone, as when another quiz took its place, all of them: the page must be able to start.
async function inUse() {
  const languages = new Set();
  for (const name of (await caches.keys()).filter(name => isOurs(name) && name !== CONTENTS)) {
    for (const { url } of await (await caches.open(name)).keys()) {
      const path = url.slice(FOLDER.href.length);
      if (isOptional(path)) languages.add(language(path));
    }
  }
  const optional = [...DIGESTS.keys()].filter(isOptional).filter(path => path.endsWith(".json"));
  const used = optional.filter(path => languages.has(language(path)));
  const hasContent = used.some(path => path.startsWith("content/"));
  return languages.size && !hasContent ? optional.filter(path => !path.endsWith(".schema.json")) : used;
}

// All or nothing: where one file cannot be had, this build is not installed, and the one before goes on.
self.addEventListener("install", event => event.waitUntil((async () => {
  const isBegun = await caches.has(CACHE);
  try {
    // One after the other would take long, all at once would take the connection from the page.
    const all = [...CORE, ...await inUse()];
    const paths = [...all];
    const takeTurns = async () => {
      try {
        while (paths.length) await keep(paths.shift());
      } finally {
        paths.length = 0;
      }
    };
    // All have ended before anything is taken away.
    const turns = await Promise.allSettled([takeTurns(), takeTurns(), takeTurns()]);
    for (const { status, reason } of turns) if (status === "rejected") throw reason;
    // Another build that was taken meanwhile may have cleared away what it took for an older one's.
    const cache = await caches.open(CACHE);
    for (const path of all) if (!await find(cache, path)) throw new TypeError(`${path} is gone again`);
  } catch (error) {
    // A cache that was there may be in use.
    if (!isBegun) await caches.delete(CACHE);
    throw error;
  }
})()));

// Pages that run another build. They load anew in a moment; until then they must not get our texts.
const strangers = new Set();
// Pages that have said they are of this build.
const friends = new Set();
let isTakenOver = false;

// Takes over pages that no worker, or another one, has answered for.
async function claim() {
  const ours = new Set((await self.clients.matchAll()).map(({ id }) => id));
  for (const { id } of await self.clients.matchAll({ includeUncontrolled: true })) {
    if ((isTakenOver || !ours.has(id)) && !friends.has(id)) strangers.add(id);
  }
  await self.clients.claim();
}

self.addEventListener("activate", event => event.waitUntil((async () => {
  if (isTakenOver) await claim();
  const old = (await caches.keys()).filter(name => isOurs(name) && name !== CACHE && name !== CONTENTS);
  await Promise.all(old.map(name => caches.delete(name)));
})()));

// A file of the build: from the cache, or else from the network, where it is still the same.
async function answer(path) {
  const cache = await caches.open(CACHE);
  const kept = await find(cache, path);
  if (kept) return kept;
  const response = await download(path);
  // Where there is no room for it, it is used all the same.
  await cache.put(address(path), response.clone()).catch(() => {});
  return response;
}

// Pages of another build that came from the network all the same. They run without us.
const bypassed = new Set();

// The page. Somebody else on this origin may have deleted our cache, and the server have another build by now.
async function answerPage(event) {
  try {
    return await answer(PAGE);
  } catch {
    if (event.resultingClientId) bypassed.add(event.resultingClientId);
    self.registration.update().catch(() => {});
    return fetch(event.request);
  }
}

// A content that does not belong to the build: the newest there is, or else the one that was kept.
async function answerContent(request) {
  const kept = await findContent(request.url);
  try {
    const response = await fetch(request);
    if (kept && response.ok) await keepContent(request.url, response.clone()).catch(() => {});
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

const findContent = url => caches.match(url, { cacheName: CONTENTS, ignoreVary: true });

async function keepContent(url, response) {
  const body = await response.blob();
  if (!response.ok || response.type === "opaque" || response.redirected || body.size > MOST_BYTES) {
    throw new TypeError(`${url} cannot be kept`);
  }
  const cache = await caches.open(CONTENTS);
  // Put in anew, it is the newest.
  await cache.delete(url, { ignoreVary: true });
  await cache.put(url, new Response(body, { headers: { "Content-Type": "application/json" } }));
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST_CONTENTS)).map(request => cache.delete(request)));
}

self.addEventListener("fetch", event => {
  const { request, clientId } = event;
  // Parts of a file, and what changes something, are none of our business.
  if (request.method !== "GET" || request.headers.has("range") || bypassed.has(clientId)) return;
  const url = new URL(request.url);
  const path = pathOf(url);
  if (path === PAGE && request.mode === "navigate") event.respondWith(answerPage(event));
  else if (path && isOptional(path) && strangers.has(clientId)) event.respondWith(Response.error());
  else if (path) event.respondWith(answer(path));
  // The page asks for a content from elsewhere without credentials, and for nothing else so.
  else if (request.credentials === "omit" && request.mode === "cors" && request.destination === ""
    && (url.protocol === "https:" || isLoopback(url))) event.respondWith(answerContent(request));
});

// Keeps what a page says it uses, and whatever of the build is missing. Returns whether all of it is there now.
async function keepAll(addresses) {
  const paths = new Set(CORE);
  const contents = [];
  for (const text of addresses) {
    const url = new URL(text, FOLDER);
    const path = pathOf(url);
    if (path) paths.add(path);
    else if (url.protocol === "https:" || isLoopback(url)) contents.push(url.href);
    else return false;
  }
  try {
    for (const path of paths) await keep(path);
    for (const url of contents) {
      if (await findContent(url)) continue;
      await keepContent(url, await fetch(url, { mode: "cors", credentials: "omit", cache: "no-cache" }));
    }
    return true;
  } catch {
    return false;
  }
}

// What a page asks: "hello" says which build it is and what it uses, and is answered by which build this is and whether
// all of that is kept; "take-over" ends the wait of an update.
self.addEventListener("message", event => {
  if (!Array.isArray(event.data)) return;
  const [ask, version, ...files] = event.data;
  if (ask === "career-quiz take-over") {
    isTakenOver = true;
    event.waitUntil(self.skipWaiting());
  } else if (ask === "career-quiz hello") {
    event.waitUntil(hello(event.source.id, version, files).then(ready => event.ports[0].postMessage([VERSION, ready])));
  }
});

async function hello(id, version, files) {
  if (version !== VERSION) {
    // Said again by whoever is still there after this worker was stopped and started.
    strangers.add(id);
    return false;
  }
  friends.add(id);
  strangers.delete(id);
  // The first visit: nobody answers for the page yet. A worker that waits cannot, and is told so.
  const ours = await self.clients.matchAll();
  if (!ours.some(client => client.id === id)) await claim().catch(() => {});
  return keepAll(files);
}
