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
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;

/** How long a page may take for its first question, and how long a click waits for the page to take it, in milliseconds. */
const PATIENCE = 60_000;
const RETRY = 500;

/** Time for whatever a page does after its start, and before and after an answer; and how long a finger stays down. */
const SETTLE = 3_000;
const PAUSE = 250;
const PRESS = 60;

/** What the trace is to hold: tasks, events, paints, and our marks. */
const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing", "__metadata"];

/**
 * @param {Session} page
 * @param {string} expression
 */
async function evaluate(page, expression) {
  const { result, exceptionDetails } = await page.send("Runtime.evaluate", { expression, returnByValue: true });
  if (exceptionDetails) throw new Error(`${exceptionDetails.text} ${exceptionDetails.exception?.description ?? ""}`);
  return result.value;
}

/**
 * @param {Session} page
 * @param {Place} place
 * @param {number} press
 */
async function click(page, place, press = PRESS) {
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
 * Clicks on the first option from the moment in which it can be seen, and again until the page takes it.
 * @param {Session} page
 * @param {string} url
 */
async function answerFirst(page, url) {
  const sent = wire(page);
  /** @type {Place | undefined} */
  let shown;
  /** @type {ReturnType<typeof sent> | undefined} */
  let bytes;
  page.on("Runtime.bindingCalled", ({ payload }) => {
    const said = JSON.parse(payload);
    if (said.shown) shown = said.shown;
    if (said.taken) bytes = sent();
  });
  const wait = async (/** @type {() => unknown} */ isDone, /** @type {number} */ limit) => {
    for (const end = Date.now() + limit; !isDone() && Date.now() < end; ) await sleep(2);
    return isDone();
  };
  await page.send("Page.navigate", { url });
  if (!(await wait(() => shown, PATIENCE)) || !shown) throw new Error(`${url}: no option came up`);
  for (const end = Date.now() + PATIENCE; !bytes; ) {
    if (Date.now() > end) throw new Error(`${url}: no click was taken`);
    await click(page, shown, 0);
    await wait(() => bytes, RETRY);
  }
  return bytes;
}

/**
 * Answers the first question again and again, each time by another option, and records what the browser does.
 * @param {Session} page
 * @param {Session} browser
 * @param {string} options
 * @param {number} times
 */
async function answerOften(page, browser, options, times) {
  /** @type {Json[]} */
  const events = [];
  browser.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  // Looked up each time, as what comes up meanwhile may lie over one of them.
  const places = `[...document.querySelectorAll(${JSON.stringify(options)})].flatMap((option) => {
    const { x, y, width, height } = option.getBoundingClientRect();
    const middle = { x: x + width / 2, y: y + height / 2 };
    return option.contains(document.elementFromPoint(middle.x, middle.y)) ? [middle] : [];
  })`;
  await browser.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ["*"] },
  });
  // Traced, too: no task may be long after the start.
  await sleep(SETTLE);
  for (let index = 1; index <= times; index++) {
    /** @type {Place[]} */
    const all = await evaluate(page, places);
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
  const prototype = await page.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await page.send("Runtime.queryObjects", { prototypeObjectId: prototype.result.objectId });
  const sum = await page.send("Runtime.callFunctionOn", {
    objectId: objects.objectId,
    functionDeclaration: "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }",
    returnByValue: true,
  });
  return { heap: usedSize, wasm: sum.result.value };
}

/**
 * @param {string} program Chromium.
 * @param {string} kind
 * @param {string} url
 * @param {number} times How often the first question is answered.
 */
export async function visit(program, kind, url, times) {
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
    const files = await answerFirst(page, url);
    const events = await answerOften(page, chromium.browser, KINDS[kind].options, times);
    const watched = await evaluate(page, "watched");
    const firstPaint = await evaluate(page, "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null");
    const { product } = await chromium.browser.send("Browser.getVersion");
    return { kind, product, files, firstPaint, ...watched, ...(await memory(page)), events };
  } finally {
    await chromium.close();
  }
}
