// The types of embed.js, which puts the quiz into a page of another site. Messages and options are explained in docs/embedding.md.
//
// A compiler fetches no types: copy this file beside your own.
//
//   import type { CareerQuizElement } from "./embed";
//   await customElements.whenDefined("career-quiz");
//   const quiz = document.querySelector("career-quiz");
//   quiz?.on("completed", ({ profile, campaign }) => { … });

/** What can be set. Each is an attribute of the element, too: `theme` is `data-theme`. What the quiz cannot take it leaves out, and says so in `configured`. */
export interface CareerQuizOptions {
  /** Address of a content file: https, or http on this machine. A relative one is relative to the page it is written in. */
  content?: string | null;
  /** A BCP 47 tag, such as "es". What the visitor chose in the quiz comes first. */
  language?: string | null;
  /** What the visitor chose in the quiz comes first. */
  theme?: "light" | "dark" | "auto" | null;
  /** "#rgb" or "#rrggbb". Adjusted where text in it, or on it, could not be read well. */
  accent?: string | null;
  /** Radius of corners in px, a whole number from 0 to 24. */
  radius?: number | string | null;
  /** A CSS font family list of at most 100 characters. Nothing is fetched for it. */
  font?: string | null;
  /** At most 64 characters, handed back in `completed` and `result`. */
  campaign?: string | null;
}

/** What an accent colour became: `light` is used in the light theme, `dark` in the dark one. All are "#rrggbb". */
export interface CareerQuizAccent {
  asked: string;
  light: string;
  dark: string;
}

/** An option that was left out, and why. */
export interface CareerQuizRefusal {
  option: string;
  reason: string;
}

/** The answer to a question: an option's id, several of them, or a number. */
export type CareerQuizAnswer = string | string[] | number;

/** What each event comes with. Later releases may add fields. */
export interface CareerQuizEvents {
  /** The quiz has started in its frame. Its answer to a hello, which every page of a frame gets, is not told. */
  ready: { is_answer: boolean; version: string; quiz: string; language: string; scoring: "default" | "other" };
  /** The options as they are used. */
  configured: { language: string; theme: string; accent: CareerQuizAccent | null; refused: CareerQuizRefusal[] };
  /** The height in px that the frame has been given. */
  height: { height_px: number };
  /** The content file cannot be used. Each fault names its place. */
  failed: { is_answer: boolean; reason: string; faults: string[] };
  /** The first answer was given. */
  started: {};
  /** The visitor has gone to question `number`. Not told of the screen that the quiz starts with. */
  step: { number: number };
  /** Another screen has come up; the element scrolls its beginning into sight. */
  screen: {};
  /** A result was made; not told when an older one is opened again. `profile` is the id of the best one. */
  completed: { profile: string | null; campaign: string | null };
  /** A search for jobs was opened. */
  "search-opened": {};
  /** A program was opened. */
  "program-opened": { program: string };
  /** The visitor pressed the button that sends the result to this page. */
  result: {
    quiz: string;
    content_version: string;
    /** Of the scoring; null where a result from before there were any is sent. */
    fingerprint: string | null;
    language: string;
    profile: string | null;
    scores: Record<string, number>;
    answers: Record<string, CareerQuizAnswer>;
    campaign: string | null;
  };
}

/** An event as a listener gets it: told apart by `type`. */
export type CareerQuizEvent<Type extends keyof CareerQuizEvents = keyof CareerQuizEvents> = {
  [Each in Type]: { careerQuiz: 1; type: Each } & CareerQuizEvents[Each];
}[Type];

/** `<career-quiz>`. */
export interface CareerQuizElement extends HTMLElement {
  /** Sets some options and leaves the others. `null` takes one away. A new `content` begins anew; all else changes while the quiz runs. */
  setConfig(options: CareerQuizOptions): void;
  /** Begins the quiz anew. Saved results stay. */
  restart(): void;
  /**
   * Calls `listener` for each event of this type, and at once where `ready`, `configured`, `height` or `failed` has been said already.
   * A listener for "result" makes the quiz offer to send one. Returns what removes the listener.
   */
  on<Type extends keyof CareerQuizEvents>(event: Type, listener: (event: CareerQuizEvent<Type>) => void): () => void;
}

declare global {
  interface HTMLElementTagNameMap {
    "career-quiz": CareerQuizElement;
  }
}
