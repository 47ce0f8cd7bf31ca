// @ts-check
// One cold visit: a browser that was never used, a slow network, a slow processor; the first question, then answers.

import { setTimeout as sleep } from "node:timers/promises";
import { Chromium } from "./chromium.mjs";
import { KINDS } from "./pages.mjs";
import { reduced } from "./trace.mjs";
import { script } from "./watch.mjs";

/** @typedef {import("./chromium.mjs").Json} Json */
/** @typedef {import("./chromium.mjs").Session} Session */
/** @typedef {{ x: number, y: number }} Place */

/** Slow 4G: milliseconds, and bytes a second. */
export const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;

/** In milliseconds: how long a page may take for its first question, when a click that it has not taken is lost, and what lies between two clicks of
 * a visitor who insists. */
const PATIENCE = 60_000;
const LOST = 10_000;
const RETRY = 100;

/** Time for whatever a page does after its start, and before and after an answer; and how long a finger stays down. */
const SETTLE = 3_000;
const PAUSE = 250;
const PRESS = 60;

/** What the trace is to hold: tasks, events, paints, and our marks. */
const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing", "__metadata"];

/**
 * @param {Session} page
 * @param {string} expression
 * @param {number} [contextId] Where: in the page unless it says otherwise.
 */
export async function evaluate(page, expression, contextId) {
  const words = { expression, contextId, returnByValue: true };
  const { result, exceptionDetails } = await page.send("Runtime.evaluate", words);
  if (exceptionDetails) throw new Error(`${exceptionDetails.text} ${exceptionDetails.exception?.description ?? ""}`);
  return result.value;
}

/**
 * @param {Session} page
 * @param {Place} place
 * @param {number} press
 */
export async function click(page, place, press = PRESS) {
  const mouse = (/** @type {string} */ type) =>
    page.send("Input.dispatchMouseEvent", { type, ...place, button: "left", buttons: 1, clickCount: 1 });
  await mouse("mousePressed");
  if (press) await sleep(press);
  await mouse("mouseReleased");
}

/**
 * Keeps count of what comes over the wire.
 * @param {Session} page
 */
function wire(page) {
  /** @type {Map<string, { path: string, bytes: number }>} */
  const requests = new Map();
  /** @param {(request: { path: string, bytes: number }, params: Json) => void} change */
  const change = (change) => (/** @type {Json} */ params) => {
    const request = requests.get(params.requestId);
    if (request) change(request, params);
  };
  page.on("Network.requestWillBeSent", ({ requestId, request }) => {
    const { pathname, protocol } = new URL(request.url);
    if (protocol.startsWith("http")) requests.set(requestId, { path: pathname.slice(1), bytes: 0 });
  });
  // Headers first, then the body as it comes; in the end the browser says what it was in all.
  page.on("Network.responseReceived", change((request, { response }) => (request.bytes += response.encodedDataLength)));
  page.on("Network.dataReceived", change((request, { encodedDataLength }) => (request.bytes += encodedDataLength)));
  page.on("Network.loadingFinished", change((request, { encodedDataLength }) => (request.bytes = encodedDataLength)));
  return () => [...requests.values()].filter(({ bytes }) => bytes > 0).map((request) => ({ ...request }));
}

/**
 * Clicks on an option as soon as one can be seen. Returns what came over the wire until the page took it, or nothing where it did not.
 * @param {Session} page
 * @param {string} url
 * @param {boolean} insists Whether to click again and again, each time on another option, as it can then be told which click was taken.
 */
async function answerFirst(page, url, insists) {
  const sent = wire(page);
  /** @type {Place[]} */
  let shown = [];
  /** @type {ReturnType<typeof sent> | undefined} */
  let bytes;
  page.on("Runtime.bindingCalled", ({ payload }) => {
    const said = JSON.parse(payload);
    if (said.shown) shown = said.shown;
    if (said.taken) bytes = sent();
  });
  const wait = async (/** @type {() => unknown} */ isDone, /** @type {number} */ limit) => {
    for (const end = Date.now() + limit; !isDone() && Date.now() < end; ) await sleep(2);
  };
  await page.send("Page.navigate", { url });
  await wait(() => shown.length, PATIENCE);
  if (!shown.length) throw new Error(`${url}: no option came up`);
  for (let index = 0; !bytes && index * RETRY < PATIENCE; index++) {
    await click(page, shown[index % shown.length], 0);
    await wait(() => bytes, insists ? RETRY : LOST);
    if (!insists) break;
  }
  return bytes;
}

/**
 * Answers the first question again and again, each time by another option, and records what the browser does.
 * @param {Session} page
 * @param {Session} browser
 * @param {number} times
 */
async function answerOften(page, browser, times) {
  /** @type {Json[]} */
  const events = [];
  browser.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await browser.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ["*"] },
  });
  // Traced, too: no task may be long after the start.
  await sleep(SETTLE);
  for (let index = 1; index <= times; index++) {
    // Looked up each time, as what comes up meanwhile may lie over one of them.
    /** @type {Place[]} */
    const all = await evaluate(page, "watched.places()");
    // A few of them: what lies over a later one must not make it the same as before, which would be no other answer.
    const place = all[index % Math.min(all.length, 4)];
    await page.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...place });
    // What the pointer does on its way is no part of the answer.
    await sleep(PAUSE);
    await click(page, place);
    // Nothing is asked of the page meanwhile, as answering us would be counted.
    await sleep(PAUSE);
  }
  const complete = browser.once("Tracing.tracingComplete");
  await browser.send("Tracing.end");
  await complete;
  const kept = reduced(events);
  const shown = kept.filter(({ name }) => name === "answer shown").length;
  if (shown < times) throw new Error(`of ${times} answers ${shown} were shown`);
  return kept;
}

/** @param {Session} page */
async function memory(page) {
  await page.send("HeapProfiler.enable");
  await page.send("HeapProfiler.collectGarbage");
  await page.send("HeapProfiler.collectGarbage");
  const { usedSize } = await page.send("Runtime.getHeapUsage");
  return { heap: usedSize, wasm: await evaluate(page, "watched.memory()") };
}

/**
 * @param {string} program Chromium.
 * @param {string} kind
 * @param {string} url
 * @param {number} times How often the first question is answered.
 * @returns {Promise<Json>}
 */
export async function visit(program, kind, url, times) {
  // A page may lose what is clicked before its program is there. Then it is visited anew, by somebody who finds out from when on it does not.
  const seen = (await visitOnce(program, kind, url, times, false)) ?? (await visitOnce(program, kind, url, times, true));
  if (!seen) throw new Error(`${url}: no click was taken`);
  return seen;
}

/**
 * @param {string} program
 * @param {string} kind
 * @param {string} url
 * @param {number} times
 * @param {boolean} insists
 */
async function visitOnce(program, kind, url, times, insists) {
  const chromium = new Chromium(program);
  try {
    const page = await chromium.page();
    for (const domain of ["Page", "Network", "Runtime"]) await page.send(`${domain}.enable`);
    await page.send("Runtime.addBinding", { name: "say" });
    await page.send("Page.addScriptToEvaluateOnNewDocument", { source: script(KINDS[kind]) });
    // A browser that has just started still has things to do.
    await sleep(1_500);
    await page.send("Network.emulateNetworkConditions", NETWORK);
    await page.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const files = await answerFirst(page, url, insists);
    if (!files) return;
    const events = await answerOften(page, chromium.browser, times);
    const watched = await evaluate(page, "watched");
    const firstPaint = await evaluate(page, "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null");
    const { product } = await chromium.browser.send("Browser.getVersion");
    return { kind, product, files, firstPaint, ...watched, ...(await memory(page)), events };
  } finally {
    await chromium.close();
  }
}
