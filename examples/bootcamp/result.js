// @ts-check
// What this site does with what the quiz tells it: it suggests a course when a profile came out, and puts a result into the form when
// the visitor has pressed "Send" in the quiz. The form is sent by nobody but the visitor.
(function () {
  "use strict";

  /** @typedef {import("../../public/embed").CareerQuizEvent<"result">} Result */

  /** What this school says to each of the four profiles. @type {{ [profile: string]: string }} */
  const SUGGESTIONS = {
    entry: "Most people who come to us where you are now begin with Python Weekends or Python Back End.",
    mid: "At this level our JavaScript Evenings add a second language beside your job.",
    senior: "We would rather have you as a teacher. Write to us.",
    freelance: "The Full Stack Year lets you take on a client's whole project.",
  };

  /** @param {string} id */
  function find(id) {
    const element = document.getElementById(id);
    if (!element) throw new Error("There is no #" + id);
    return element;
  }

  const field = /** @type {HTMLTextAreaElement} */ (find("quiz-result"));
  const remove = find("remove");
  const said = find("said");

  /** @param {Result} result */
  function fill(result) {
    const scores = Object.entries(result.scores).map(([profile, score]) => profile + " " + score);
    const answers = Object.entries(result.answers).map(([question, answer]) => question + ": " + answer);
    field.value = ["Profile: " + (result.profile || "none"), "Scores: " + scores.join(", "), ...answers].join("\n");
    remove.hidden = false;
    said.textContent = "Your quiz result is in the form. It is sent with your application, and not before.";
  }

  remove.addEventListener("click", () => {
    field.value = "";
    remove.hidden = true;
    said.textContent = "Your quiz result is out of the form.";
    field.focus();
  });

  find("application").addEventListener("submit", (event) => {
    event.preventDefault();
    said.textContent = "This school is made up, so nothing was sent.";
  });

  // embed.js comes when it comes.
  customElements.whenDefined("career-quiz").then(() => {
    const quiz = document.querySelector("career-quiz");
    if (!quiz) return;
    quiz.on("completed", ({ profile }) => {
      find("suggestion").textContent = (profile && SUGGESTIONS[profile]) || "";
    });
    quiz.on("result", fill);
  });
})();
