// @ts-check
// The snippets, as text. Whatever was typed is escaped: what a bootcamp pastes holds the elements written here and no others.

/** @typedef {{ [name: string]: string }} Options */

/** How high a plain frame is: most screens fit, and the others scroll in it. */
const FRAME_HEIGHT_PX = 1200;
const TITLE = "Career quiz";
const LINK = "Take the career quiz";

/** Text for a place between tags or in an attribute. @param {string} text */
export function escape(text) {
  const entities = /** @type {Options} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" });
  return text.replace(/[&<>"']/g, (letter) => entities[letter]);
}

/** The quiz's address with what is set. @param {URL} quiz @param {Options} options */
export function address(quiz, options) {
  const url = new URL(quiz.href);
  for (const [name, value] of Object.entries(options)) url.searchParams.set(name, value);
  return url.href;
}

/** @param {Options} options */
function attributes(options) {
  return Object.entries(options).map(([name, value]) => ` data-${name}="${escape(value)}"`).join("");
}

/**
 * The three forms.
 * @param {URL} quiz
 * @param {Options} options those that the quiz has
 * @param {{ title: string, link: string }} words those of the snippet alone; empty where they are as they come
 */
export function snippets(quiz, options, words) {
  const script = escape(new URL("embed.js", quiz).href);
  const src = escape(address(quiz, options));
  const link = `<a href="${src}">${escape(words.link || LINK)}</a>`;
  const all = attributes(words.title ? { ...options, title: words.title } : options);
  return {
    element: `<career-quiz${all}>${link}</career-quiz>\n<script async src="${script}"></script>`,
    script: `${link}\n<script async src="${script}"${all}></script>`,
    frame:
      `<iframe src="${src}" title="${escape(words.title || TITLE)}" loading="lazy" allow="clipboard-write; web-share"` +
      ` referrerpolicy="no-referrer" width="100%" height="${FRAME_HEIGHT_PX}" frameborder="0"></iframe>\n<p>${link}</p>`,
  };
}

/** What the policy of a site needs. @param {URL} quiz */
export function policy(quiz) {
  return `script-src ${quiz.origin}; frame-src ${quiz.origin}`;
}

/** How a page hears from the quiz. */
export const LISTEN = `<script>
  customElements.whenDefined("career-quiz").then(() => {
    const quiz = document.querySelector("career-quiz");
    quiz.on("completed", (event) => console.log(event.profile));
    quiz.setConfig({ theme: "dark" });
  });
</script>`;
