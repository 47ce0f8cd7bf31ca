// @ts-check
// Puts the quiz into a page of another site: as <career-quiz>, or where this script's own tag stands. No dependency, no build step;
// types are in embed.d.ts. Where it does not run, the plain link of the snippet is what remains.
(function () {
  "use strict";

  /** @typedef {import("./embed").CareerQuizElement} CareerQuizElement */
  /** @typedef {{ [name: string]: unknown }} Fields */
  /** @typedef {(value: unknown) => boolean} Check */

  const tag = document.currentScript;
  if (!(tag instanceof HTMLScriptElement) || !/^http/.test(tag.src) || !window.customElements) return;
  const script = tag;

  const NAME = "career-quiz";
  const QUIZ = new URL("./", script.src);
  const OPTIONS = ["content", "language", "theme", "accent", "radius", "font", "campaign"];
  const ATTRIBUTES = OPTIONS.concat("title", "link").map((name) => "data-" + name);
  const START_LIMIT_MS = 10000;
  // The frame takes 50 commands in 10 s.
  const COMMAND_INTERVAL_MS = 300;
  const EVENTS_PER_SECOND = 100;
  const HEIGHT_MIN_PX = 120;
  const HEIGHT_MAX_PX = 30000;
  // How high the first screen of the default quiz is: up to this width in px, this height in px.
  const RESERVED = [[299, 2180], [319, 2030], [339, 1930], [379, 1730], [439, 1640], [519, 1500], [599, 1340], [679, 1250], [Infinity, 1160]];
  // Above a content of somebody else's stands its host, in more lines where it is narrow.
  const RESERVED_FOR_HOST = [[479, 115], [Infinity, 60]];

  // What the frame says, with the fields it must have. More may come with later releases.
  const EVENTS = new Map(Object.entries({
    ready: ["is_answer", "version", "quiz", "language", "scoring"],
    configured: ["language", "theme", "accent", "refused"],
    height: ["height_px"],
    failed: ["is_answer", "reason", "faults"],
    started: [],
    step: ["number"],
    screen: [],
    completed: ["profile", "campaign"],
    "search-opened": [],
    "program-opened": ["program"],
    result: ["quiz", "content_version", "fingerprint", "language", "profile", "scores", "answers", "campaign"],
  }));
  // How things are, and not what happened: told to a listener that comes late, too.
  const STATES = ["ready", "configured", "height", "failed"];

  /** @param {unknown} value @returns {value is Fields} */
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  /** @type {Check} */
  const isText = (value) => typeof value === "string" && value.length <= 4000;
  /** @type {Check} */
  const isTextOrNull = (value) => value === null || isText(value);
  /** @type {Check} */
  const isNumber = (value) => typeof value === "number" && isFinite(value);
  /** @type {(each: Check) => Check} */
  const isList = (each) => (value) => Array.isArray(value) && value.length <= 1000 && value.every(each);
  /** @type {(each: Check) => Check} */
  const isMap = (each) => (value) => isObject(value) && isList(each)(Object.values(value));
  /** @type {(...names: string[]) => Check} */
  const isRecord = (...names) => (value) => isObject(value) && names.every((name) => isText(value[name]));
  const isAccent = isRecord("asked", "light", "dark");
  /** @type {Check} */
  const isAnswer = (value) => isText(value) || isNumber(value) || isList(isText)(value);
  // Fields that are more than a text.
  /** @type {Map<string, Check>} */
  const CHECKS = new Map(Object.entries({
    is_answer: (/** @type {unknown} */ value) => typeof value === "boolean",
    height_px: isNumber,
    number: isNumber,
    profile: isTextOrNull,
    campaign: isTextOrNull,
    fingerprint: isTextOrNull,
    accent: (/** @type {unknown} */ value) => value === null || isAccent(value),
    refused: isList(isRecord("option", "reason")),
    faults: isList(isText),
    scores: isMap(isNumber),
    answers: isMap(isAnswer),
  }));

  // By the CSSOM alone, which a strict `style-src` does not forbid; important, so that no rule for every element changes it.
  /** @param {HTMLElement} element @param {{ [property: string]: string }} looks */
  function style(element, looks) {
    for (const property of Object.keys(looks)) element.style.setProperty(property, looks[property], "important");
  }

  /** @implements {CareerQuizElement} */
  class CareerQuiz extends HTMLElement {
    static observedAttributes = ATTRIBUTES;
    static quiz = QUIZ.href;
    // Those that a script's tag was made into.
    static made = new WeakSet();

    #box = document.createElement("div");
    #fallback = document.createElement("div");
    #link = document.createElement("a");
    /** @type {HTMLIFrameElement | null} */
    #frame = null;
    /** @type {Map<string, Set<(message: any) => unknown>>} */
    #listeners = new Map();
    /** @type {Map<string, Fields>} */
    #states = new Map();
    /** @type {"starting" | "late" | "ready"} */
    #stage = "starting";
    /** @type {Set<string>} */
    #due = new Set();
    #flushTimer = 0;
    #flushedAt = 0;
    #startTimer = 0;
    #second = { from: 0, count: 0 };

    constructor() {
      super();
      const slot = document.createElement("slot");
      slot.addEventListener("slotchange", () => this.#showLink());
      this.#fallback.append(slot, this.#link);
      this.#fallback.addEventListener("focusout", () => setTimeout(() => this.#showLink()));
      this.#box.append(this.#fallback);
      this.attachShadow({ mode: "open" }).append(this.#box);
    }

    connectedCallback() {
      if (!this.isConnected || this.#frame) return;
      // `max-width` and margins are left to the page.
      style(this, { display: "block", width: "100%", "min-width": "0", "box-sizing": "border-box", overflow: "visible" });
      style(this, { height: "auto", "min-height": "0", "max-height": "none" });
      style(this.#box, { display: "flex", "flex-direction": "column" });
      const width = this.clientWidth || window.innerWidth;
      const reserved = (/** @type {number[][]} */ table) => (table.find(([widest]) => width <= widest) || table[0])[1];
      this.#setHeight(reserved(RESERVED) + (this.dataset.content ? reserved(RESERVED_FOR_HOST) : 0));
      window.addEventListener("message", this.#receive);
      this.#load();
    }

    disconnectedCallback() {
      window.removeEventListener("message", this.#receive);
      this.#unload();
    }

    /** @param {string} name @param {string | null} before @param {string | null} after */
    attributeChangedCallback(name, before, after) {
      if (before === after || !this.#frame) return;
      if (name === "data-title") this.#frame.title = this.#title;
      else if (name !== "data-link") this.#plan(name === "data-content" ? "frame" : "config");
      this.#showLink();
    }

    /** @param {import("./embed").CareerQuizOptions} options */
    setConfig(options) {
      for (const [name, value] of Object.entries(options || {})) {
        if (!OPTIONS.includes(name)) continue;
        if (value === null || value === undefined) this.removeAttribute("data-" + name);
        else this.setAttribute("data-" + name, String(value));
      }
    }

    restart() {
      this.#plan("restart");
    }

    /** @param {string} event @param {(message: any) => unknown} listener */
    on(event, listener) {
      const listeners = this.#listeners.get(event) || new Set();
      // One of our own, so that a function that is given twice is removed once.
      const own = (/** @type {Fields} */ message) => listener(message);
      this.#listeners.set(event, listeners.add(own));
      const state = this.#states.get(event);
      if (state) Promise.resolve().then(() => listeners.has(own) && own(state));
      // The frame has a button to send a result where somebody wants one.
      if (event === "result") this.#plan("hello");
      return () => {
        if (listeners.delete(own) && event === "result") this.#plan("hello");
      };
    }

    get #title() {
      return this.dataset.title || "Career quiz";
    }

    // All that are set, every time: what is missing is as if it had never been set.
    get #options() {
      /** @type {{ [name: string]: string }} */
      const options = {};
      for (const name of OPTIONS) {
        const value = this.dataset[name];
        if (value) options[name] = value;
      }
      try {
        if (options.content) options.content = new URL(options.content, document.baseURI).href;
      } catch (noAddress) {
        // The frame says so.
      }
      return options;
    }

    get #address() {
      const address = new URL(QUIZ.href);
      for (const [name, value] of Object.entries(this.#options)) address.searchParams.set(name, value);
      return address.href;
    }

    #load() {
      const frame = document.createElement("iframe");
      this.#frame = frame;
      frame.title = this.#title;
      frame.loading = "lazy";
      frame.allow = "clipboard-write; web-share";
      frame.referrerPolicy = "no-referrer";
      style(frame, { display: "block", flex: "1 1 0", width: "100%", "min-height": "0", border: "0" });
      frame.addEventListener("load", () => {
        clearTimeout(this.#startTimer);
        this.#startTimer = setTimeout(() => this.#setStage("late"), START_LIMIT_MS);
        // It was loaded anew, or was quicker to say so than this event; in WebKit every new screen is a load. Its answer tells.
        if (this.#stage === "ready") this.#hello();
      });
      frame.src = this.#address;
      this.#setStage("starting");
      this.#box.prepend(frame);
    }

    #unload() {
      clearTimeout(this.#startTimer);
      clearTimeout(this.#flushTimer);
      this.#flushTimer = 0;
      this.#due.clear();
      this.#states.clear();
      if (this.#frame) this.#frame.remove();
      this.#frame = null;
    }

    /** @param {"starting" | "late" | "ready"} stage */
    #setStage(stage) {
      this.#stage = stage;
      this.#showLink();
    }

    // Below the frame, within the height that is reserved, so that nothing moves when it goes; above it where the quiz does not come.
    #showLink() {
      // Not taken from under somebody's hands: one that has the focus stays until it has lost it.
      const isShown = this.#stage !== "ready" || this.#fallback.matches(":focus-within");
      style(this.#fallback, { display: isShown ? "block" : "none", order: this.#stage === "late" ? "-1" : "1", "padding-block": "0.5em" });
      style(this.#link, { display: this.querySelector("a[href]") ? "none" : "inline" });
      this.#link.href = this.#address;
      this.#link.textContent = this.dataset.link || "Take the career quiz";
    }

    /** @param {number} height_px */
    #setHeight(height_px) {
      style(this.#box, { height: height_px + "px" });
    }

    // In a sandbox the frame's origin is "null", and in a page whose own is "null" it may be.
    get #isOpaque() {
      const sandbox = this.#frame && this.#frame.getAttribute("sandbox");
      return window.origin === "null" || (typeof sandbox === "string" && !/\ballow-same-origin\b/i.test(sandbox));
    }

    /** @param {Fields} command */
    #send(command) {
      const target = this.#frame && this.#frame.contentWindow;
      // Nothing in a command is private; where there is no origin to name, it goes without.
      if (target) target.postMessage({ careerQuiz: 1, ...command }, this.#isOpaque ? "*" : QUIZ.origin);
    }

    /** @param {Fields} command */
    #sendOptions(command) {
      const { content, ...options } = this.#options;
      this.#due.delete("hello");
      this.#due.delete("config");
      this.#send({ ...command, options });
    }

    #hello() {
      const listeners = this.#listeners.get("result");
      this.#sendOptions({ type: "hello", wants: listeners && listeners.size ? ["result"] : [] });
    }

    // Several changes at once are one command, and many in a row are no more than the frame takes.
    /** @param {"hello" | "config" | "restart" | "frame"} what */
    #plan(what) {
      if (!this.#frame) return;
      this.#due.add(what);
      const since_ms = Math.abs(Date.now() - this.#flushedAt);
      if (!this.#flushTimer) this.#flushTimer = setTimeout(() => this.#flush(), Math.max(0, COMMAND_INTERVAL_MS - since_ms));
    }

    #flush() {
      this.#flushTimer = 0;
      this.#flushedAt = Date.now();
      if (this.#due.has("frame")) {
        // A new element: a new address of the old one would be a step in the history of the page.
        const isRestart = this.#due.has("restart");
        this.#unload();
        this.#load();
        if (isRestart) this.#due.add("restart");
      }
      // What is not said now is said when the frame is ready.
      if (this.#stage !== "ready") return;
      if (this.#due.has("hello")) this.#hello();
      if (this.#due.has("config")) this.#sendOptions({ type: "config" });
      if (this.#due.delete("restart")) this.#send({ type: "restart" });
    }

    /** @param {MessageEvent} event */
    #receive = (event) => {
      if (!this.#frame || !event.source || event.source !== this.#frame.contentWindow) return;
      if (event.origin !== QUIZ.origin && !(event.origin === "null" && this.#isOpaque)) return;
      const now = Date.now();
      if (Math.abs(now - this.#second.from) >= 1000) this.#second = { from: now, count: 0 };
      this.#second.count += 1;
      if (this.#second.count > EVENTS_PER_SECOND) return;
      const message = event.data;
      if (!isObject(message) || message.careerQuiz !== 1 || typeof message.type !== "string") return;
      const fields = EVENTS.get(message.type);
      if (fields && fields.every((name) => (CHECKS.get(name) || isText)(message[name]))) this.#take(message.type, message);
    };

    /** @param {string} type @param {Fields} message */
    #take(type, message) {
      if (type === "height") {
        const height_px = Math.min(Math.max(Math.ceil(Number(message.height_px)), HEIGHT_MIN_PX), HEIGHT_MAX_PX);
        this.#setHeight(height_px);
        message = { ...message, height_px };
      } else if (type === "ready" || type === "failed") {
        clearTimeout(this.#startTimer);
        this.#setStage("ready");
        if (!message.is_answer) {
          this.#states.clear();
          this.#hello();
          if (this.#due.has("restart")) this.#plan("restart");
        } else if (type === "ready") {
          return;
        }
      } else if (type === "screen" && this.getBoundingClientRect().top < 0) {
        this.scrollIntoView({ block: "start" });
      }
      if (STATES.includes(type)) {
        // All of them are said again after each hello. What is wrong with a content is said then alone, to whom it may be said.
        if (JSON.stringify(this.#states.get(type)) === JSON.stringify(message)) return;
        this.#states.set(type, message);
      }
      for (const listener of Array.from(this.#listeners.get(type) || [])) {
        try {
          listener(message);
        } catch (error) {
          // The page's own affair, and its own error handling hears of it; the next listener is called all the same.
          setTimeout(() => { throw error; });
        }
      }
    }
  }

  if (!customElements.get(NAME)) customElements.define(NAME, CareerQuiz);
  const Defined = /** @type {typeof CareerQuiz} */ (customElements.get(NAME));
  // A page has one quiz's element. Of another quiz the link remains.
  if (Defined.quiz !== QUIZ.href) return;

  // A link just before the script becomes that of the element.
  const link = script.previousElementSibling;
  const isLink = link instanceof HTMLAnchorElement && link.origin === QUIZ.origin && link.pathname.replace(/index\.html$/, "") === QUIZ.pathname;
  const { container } = script.dataset;

  /** @param {(quiz: Element) => void} insert */
  function make(insert) {
    const quiz = new Defined();
    Defined.made.add(quiz);
    for (const name of ATTRIBUTES) {
      const value = script.getAttribute(name);
      if (value !== null) quiz.setAttribute(name, value);
    }
    insert(quiz);
    if (!isLink) return;
    const hasFocus = document.activeElement === link;
    quiz.append(link);
    if (hasFocus) link.focus({ preventScroll: true });
  }
  const makeHere = () => make((quiz) => script.before(quiz));

  /** @param {string} selector */
  function makeIn(selector) {
    const found = document.querySelector(selector);
    if (found) make((quiz) => found.append(quiz));
    return !!found;
  }

  if (container) {
    if (makeIn(container)) return;
    const observer = new MutationObserver(() => makeIn(container) && observer.disconnect());
    observer.observe(document, { childList: true, subtree: true });
  } else if (!document.body || !document.body.contains(script)) {
    // In the head there is nothing to see: it brings the element, no more.
  } else if (isLink || ATTRIBUTES.some((name) => script.hasAttribute(name))) {
    makeHere();
  } else {
    // One tag and nothing else is a quiz, too, also where a tag manager puts it in long after the page has loaded; but not where it only
    // brings the element that stands elsewhere in the page.
    const makeAlone = () => Array.from(document.querySelectorAll(NAME)).every((quiz) => Defined.made.has(quiz)) && makeHere();
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", makeAlone);
    else makeAlone();
  }
})();
