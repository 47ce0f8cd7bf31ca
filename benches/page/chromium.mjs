// @ts-check
// A Chromium of its own, with a profile that is thrown away, and the DevTools protocol over a pipe: nothing has to be installed for it.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @typedef {{ [name: string]: any }} Json */
/** @typedef {{ resolve: (result: Json) => void, reject: (error: Error) => void, method: string }} Waiting */
/** @typedef {(params: Json) => void} Listener */

const OPTIONS = [
  "--headless=new",
  "--disable-gpu",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-sync",
  "--lang=en",
  "--window-size=1280,900",
  "--remote-debugging-pipe",
];

/** One end of the protocol: a page, or the browser itself. */
export class Session {
  /** @type {Map<string, Listener[]>} */
  #listeners = new Map();

  /**
   * @param {Chromium} chromium
   * @param {string | undefined} id
   */
  constructor(chromium, id) {
    this.chromium = chromium;
    this.id = id;
  }

  /**
   * Asks for something, and waits for the answer.
   * @param {string} method
   * @param {Json} [params]
   */
  send(method, params = {}) {
    return this.chromium.send(method, params, this.id);
  }

  /**
   * @param {string} event
   * @param {Listener} listener
   */
  on(event, listener) {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  /**
   * Waits for an event that comes after this call.
   * @param {string} event
   * @param {(params: Json) => boolean} [isIt]
   * @returns {Promise<Json>}
   */
  once(event, isIt = () => true) {
    return new Promise((resolve) => this.on(event, (params) => isIt(params) && resolve(params)));
  }

  /**
   * @param {string} event
   * @param {Json} params
   */
  tell(event, params) {
    for (const listener of this.#listeners.get(event) ?? []) listener(params);
  }
}

/** A running browser. */
export class Chromium {
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  /** @type {Map<string | undefined, Session>} */
  #sessions = new Map();
  #last = 0;

  /** @param {string} program */
  constructor(program) {
    this.profile = mkdtempSync(join(tmpdir(), "page-bench-"));
    // A root user, as in containers, is refused a sandbox.
    const options = process.getuid?.() === 0 ? [...OPTIONS, "--no-sandbox"] : OPTIONS;
    const stdio = /** @type {any} */ (["ignore", "ignore", "ignore", "pipe", "pipe"]);
    this.child = spawn(program, [...options, `--user-data-dir=${this.profile}`, "about:blank"], { stdio });
    this.child.on("exit", () => this.#fail(new Error("Chromium ended")));
    this.child.on("error", (error) => this.#fail(error));
    this.input = /** @type {import("node:stream").Writable} */ (this.child.stdio[3]);
    // What is written to a browser that is just ending is lost, and that is all.
    this.input.on("error", () => {});
    this.#read(/** @type {import("node:stream").Readable} */ (this.child.stdio[4]));
    this.browser = this.#session(undefined);
  }

  /** @param {import("node:stream").Readable} output */
  #read(output) {
    /** @type {Buffer[]} */
    let parts = [];
    output.on("data", (/** @type {Buffer} */ chunk) => {
      for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0)) {
        parts.push(chunk.subarray(0, end));
        this.#take(JSON.parse(Buffer.concat(parts).toString("utf8")));
        parts = [];
        chunk = chunk.subarray(end + 1);
      }
      parts.push(chunk);
    });
  }

  /** @param {Json} message */
  #take(message) {
    if (message.id === undefined) {
      this.#sessions.get(message.sessionId)?.tell(message.method, message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting?.resolve(message.result);
  }

  /** @param {Error} error */
  #fail(error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  /** @param {string | undefined} id */
  #session(id) {
    const session = new Session(this, id);
    this.#sessions.set(id, session);
    return session;
  }

  /**
   * @param {string} method
   * @param {Json} params
   * @param {string} [sessionId]
   * @returns {Promise<Json>}
   */
  send(method, params, sessionId) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, method });
      this.input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** The page that the browser opened with. */
  async page() {
    for (;;) {
      const { targetInfos } = await this.browser.send("Target.getTargets");
      const target = targetInfos.find((/** @type {Json} */ info) => info.type === "page");
      if (target) {
        const { sessionId } = await this.browser.send("Target.attachToTarget", { targetId: target.targetId, flatten: true });
        return this.#session(sessionId);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Ends the browser and removes its profile. */
  async close() {
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.browser.send("Browser.close").catch(() => {});
    const late = setTimeout(() => this.child.kill("SIGKILL"), 5000);
    await ended;
    clearTimeout(late);
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
