// How a site uses the element, as the types have it. It is compiled and never run: a line below `@ts-expect-error` that is no
// error is one, too.

import type { CareerQuizAnswer, CareerQuizElement, CareerQuizEvent, CareerQuizOptions } from "../../public/embed";

/** Holds where both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(_are: Same<A, B>) {}

// The element is known by its name, and is an element like others.
const made = document.createElement("career-quiz");
same<typeof made, CareerQuizElement>(true);
same<ReturnType<typeof findOne>, CareerQuizElement | null>(true);
function findOne() {
  return document.querySelector("career-quiz");
}
made.dataset.theme = "dark";
document.body.append(made);

// Options: some of them, by name and kind; `null` takes one away.
made.setConfig({});
made.setConfig({ theme: "auto", accent: "#0b6b5c", radius: 4, font: "Georgia, serif", campaign: "autumn", language: "es" });
made.setConfig({ content: "quiz.json", radius: "4", accent: null });
const options: CareerQuizOptions = { theme: "dark" };
made.setConfig(options);
// @ts-expect-error a theme that there is not
made.setConfig({ theme: "blue" });
// @ts-expect-error an option that there is not
made.setConfig({ colour: "#0b6b5c" });
// @ts-expect-error a colour is a text
made.setConfig({ accent: 0x0b6b5c });
// @ts-expect-error the options are missing
made.setConfig();

made.restart();
// @ts-expect-error nothing is given to it
made.restart(true);

// Events: each with its own fields.
const stop = made.on("completed", (event) => {
  same<typeof event.type, "completed">(true);
  same<typeof event.profile, string | null>(true);
  same<typeof event.campaign, string | null>(true);
  // @ts-expect-error it has no answers: those come with "result" alone
  event.answers;
});
stop();
// @ts-expect-error what removes a listener takes nothing
stop("completed");

made.on("result", ({ quiz, content_version, fingerprint, profile, scores, answers }) => {
  same<typeof scores, Record<string, number>>(true);
  same<typeof answers, Record<string, CareerQuizAnswer>>(true);
  return [quiz, content_version, fingerprint, profile].join();
});
made.on("configured", ({ accent, refused }) => {
  accent?.light.toUpperCase();
  refused.map(({ option, reason }) => `${option}: ${reason}`);
  // @ts-expect-error there may be none
  accent.light;
});
made.on("failed", ({ faults }) => faults.join("\n"));
made.on("height", ({ height_px }) => height_px.toFixed());
made.on("step", ({ number }) => number + 1);
made.on("program-opened", ({ program }) => program.length);
made.on("search-opened", () => {});
made.on("started", () => {});
made.on("ready", ({ scoring }) => same<typeof scoring, "default" | "other">(true));
// @ts-expect-error an event that there is not
made.on("finished", () => {});
// @ts-expect-error a step says its number, not its answer
made.on("step", ({ answer }) => answer);
// @ts-expect-error a listener is a function
made.on("ready", "listener");

// One function for several events tells them apart by their type.
function note(event: CareerQuizEvent) {
  switch (event.type) {
    case "step":
      return event.number;
    case "completed":
      return event.profile;
    default:
      // @ts-expect-error the other events have no number
      return event.number;
  }
}
made.on("step", note);
made.on("completed", note);
