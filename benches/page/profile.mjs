// @ts-check
// Makes first visits to releases that say which of their functions they run (`xtask/src/page/cold`), and writes the numbers as JSON: `node profile.mjs CHROMIUM
// FOLDER OUT`. FOLDER has them under the names `own`, with our quiz, and `other`. `cargo xtask profile` calls it. What these visits do can be done before the rest of the
// program is there.

import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Chromium } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { NETWORK, click, evaluate } from "./visit.mjs";

const [program, folder, out] = process.argv.slice(2);

/** The page of a site that has the quiz in a frame. */
const HOST = "profile-host.html";

/** In milliseconds: how long anything may take, and what is given to whatever a page does by itself. */
const PATIENCE = 60_000;
const SETTLE = 5_000;

/**
 * @typedef {object} Visit
 * @property {string} name
 * @property {"own" | "other"} [quiz]
 * @property {string} [path]
 * @property {string} [languages] What the browser prefers.
 * @property {boolean} [isEarly] Whether somebody answers before the program has come.
 * @property {string} [first] A script that runs before those of the page: it takes away what some browsers and windows do not have.
 * @property {"yes" | "soon"} [saved] What is said of an answer that is kept: without a journal something else.
 */

const OPTIONS = "theme=dark&language=es&accent=%23b3470f&radius=4&font=serif&campaign=spring";

/** @type {Visit[]} */
const VISITS = [
  { name: "in the first language" },
  { name: "answered before the program has come", isEarly: true },
  { name: "in another language", languages: "es" },
  { name: "with options in its address", path: `?${OPTIONS}` },
  { name: "in a frame", path: HOST },
  { name: "in a frame with options", path: `${HOST}?options` },
  { name: "in a browser without workers", first: "delete Navigator.prototype.serviceWorker;" },
  { name: "where no database is allowed", first: "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };", saved: "soon" },
  { name: "in a browser without databases", first: "delete window.indexedDB;", saved: "soon" },
  { name: "to another quiz", quiz: "other" },
];

/**
 * The numbers of the functions that a visit runs.
 * @param {string} url
 * @param {Visit} visit
 * @returns {Promise<number[]>}
 */
async function functions(url, { name, path = "", languages = "en", isEarly, first = "", saved = "yes" }) {
  const chromium = new Chromium(program);
  try {
    const page = await chromium.page();
    for (const domain of ["Page", "Network", "Runtime"]) await page.send(`${domain}.enable`);
    const { userAgent } = await chromium.browser.send("Browser.getVersion");
    await page.send("Network.setUserAgentOverride", { userAgent, acceptLanguage: languages });
    const source = "{ const all = new Set(); window.ran = (number) => all.add(number); window.numbers = () => [...all]; }";
    await page.send("Page.addScriptToEvaluateOnNewDocument", { source: source + first });
    // Where the quiz runs: in the page, or in the frame that it has, which came last.
    /** @type {number | undefined} */
    let quiz;
    page.on("Runtime.executionContextCreated", ({ context }) => (quiz = context.id));
    if (isEarly) await page.send("Network.emulateNetworkConditions", NETWORK);
    await page.send("Page.navigate", { url: url + path });

    /** @param {string} condition */
    const until = async (condition) => {
      for (const end = Date.now() + PATIENCE; !(await evaluate(page, condition, quiz)); await sleep(20))
        if (Date.now() > end) throw new Error(`${name}: ${condition} does not come about`);
    };
    const untilSaved = () => until(`document.querySelector("[data-saved]")?.dataset.saved === "${saved}"`);
    /** @param {number} index */
    const answer = async (index) => {
      const frame = await evaluate(page, `document.querySelector("career-quiz")?.getBoundingClientRect().toJSON() ?? { x: 0, y: 0 }`);
      const place = await evaluate(page, `(() => {
        const { x, y, width, height } = document.querySelectorAll(".choice__label")[${index}].getBoundingClientRect();
        return { x: ${frame.x} + x + width / 2, y: ${frame.y} + y + height / 2 };
      })()`, quiz);
      await page.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...place });
      await click(page, place);
      await until(`document.querySelectorAll(".choice")[${index}].classList.contains("choice--picked")`);
      await untilSaved();
    };

    await until(`!!document.querySelector(".choice__label")?.offsetWidth`);
    if (isEarly) await answer(0);
    await until(`!document.querySelector("#app[data-loading]")`);
    await sleep(SETTLE);
    for (const index of [1, 2, 1]) await answer(index);
    // By the keyboard: the option after it.
    for (const type of ["rawKeyDown", "keyUp"]) {
      await page.send("Input.dispatchKeyEvent", { type, key: "ArrowDown", code: "ArrowDown", windowsVirtualKeyCode: 40 });
    }
    await until(`document.querySelectorAll(".choice")[2].classList.contains("choice--picked")`);
    await sleep(SETTLE);
    // To leave in the moment of an answer, and to come back: no request can be waited for then.
    await evaluate(page, `{
      document.querySelectorAll(".choice input")[0].click();
      for (const type of ["pagehide", "pageshow"]) dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
      for (const state of ["hidden", "visible"]) {
        Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
        Object.defineProperty(document, "hidden", { value: state === "hidden", configurable: true });
        document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
      }
      dispatchEvent(new StorageEvent("storage"));
    }`, quiz);
    await untilSaved();
    await sleep(SETTLE);
    return await evaluate(page, "numbers()", quiz);
  } finally {
    await chromium.close();
  }
}

const element = `const quiz = document.body.appendChild(document.createElement("career-quiz"));
if (location.search) for (const [name, value] of new URLSearchParams("${OPTIONS}")) quiz.setAttribute("data-" + name, value);`;
const host = `<!doctype html><title>Host</title><body><script>${element}</script><script async src="embed.js"></script>`;
writeFileSync(join(folder, "own", HOST), host);
/** @type {Set<number>} */
const ran = new Set();
for (const visit of VISITS) {
  const server = await serve(resolve(folder, visit.quiz ?? "own"));
  try {
    const before = ran.size;
    for (const number of await functions(server.url, visit)) ran.add(number);
    console.log(`a visit ${visit.name}: ${ran.size - before} functions more`);
  } finally {
    server.close();
  }
}
writeFileSync(out, JSON.stringify([...ran].sort((a, b) => a - b)));
