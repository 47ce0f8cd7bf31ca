// The kill switch: put in the place of service-worker.js, it removes the worker of the quiz, and its caches, from every
// browser that comes by. What people have saved is not touched. `cargo xtask offline off DIST` puts it there; or copy this
// file over service-worker.js. Leave it there: a browser that comes by in a year still has the old worker.
"use strict";

/* build:files */
/* /build:files */

const PREFIX = `career-quiz.${new URL(self.registration.scope).pathname}.`;
const isOurs = name => name.startsWith(PREFIX) && !name.slice(PREFIX.length).includes("/");

// Whether there was a worker before. Where a page has just registered this one there was none, and nobody is disturbed: the
// page would be loaded, register it again, be loaded again, and so on.
let isInPlaceOfAnother = false;

self.addEventListener("install", event => {
  isInPlaceOfAnother = Boolean(self.registration.active);
  event.waitUntil(self.skipWaiting());
});

// A page asks whoever waits what it is. Where the old worker was woken at the wrong moment, this brings the change about.
self.addEventListener("message", event => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", event => event.waitUntil((async () => {
  await Promise.all((await caches.keys()).filter(isOurs).map(name => caches.delete(name)));
  await self.registration.unregister();
  if (!isInPlaceOfAnother) return;
  for (const client of await self.clients.matchAll({ type: "window" })) {
    // To the same address with a fragment, a browser would only scroll.
    const url = new URL(client.url);
    if (url.hash) url.search = url.search ? `${url.search}&` : "?";
    // Not waited for: it waits for the end of this.
    client.navigate?.(url.href)?.catch(() => {});
  }
})()));
