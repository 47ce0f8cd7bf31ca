// @ts-check
// What the quiz says of the options, beside the fields they are from.

/** @typedef {import("../embed").CareerQuizAccent} Accent */
/** @typedef {import("../embed").CareerQuizRefusal} Refusal */

/** @param {string} name @param {string[]} lines */
export function showErrors(name, lines) {
  const place = document.getElementById(name + "-error");
  if (!place) return;
  // As it is, it is no news: a screen reader would say it again.
  if (lines.join("\n") === Array.from(place.children, (line) => line.textContent).join("\n")) return;
  place.replaceChildren(...lines.map((line) => element("p", line)));
  const field = document.getElementById(name);
  if (field && lines.length) field.setAttribute("aria-invalid", "true");
  else if (field) field.removeAttribute("aria-invalid");
}

/** What was left out. @param {string[]} names of all options @param {Refusal[]} refused */
export function showRefused(names, refused) {
  for (const name of names) {
    const reasons = refused.filter(({ option }) => option === name);
    showErrors(name, reasons.map(({ reason }) => "Left out: " + reason));
  }
}

/** What became of the colour. @param {Accent | null} accent */
export function showAccent(accent) {
  const list = document.getElementById("colours");
  if (!list) return;
  const rows = accent ? [row("light", accent.asked, accent.light), row("dark", accent.asked, accent.dark)] : [];
  list.replaceChildren(...rows);
}

/** @param {"light" | "dark"} theme @param {string} asked @param {string} used */
function row(theme, asked, used) {
  const item = element("li", "");
  const isSame = full(asked) === full(used);
  item.append(swatch(asked));
  if (!isSame) item.append(element("span", "→"), swatch(used));
  const words = isSame
    ? `In the ${theme} theme it is used as it is: its contrast reaches WCAG AA.`
    : `In the ${theme} theme ${used} is used instead: the contrast of ${asked} would fall below WCAG AA.`;
  item.append(element("span", words));
  // The arrow and the colours say the same to those who see them.
  for (const sign of Array.from(item.children).slice(0, -1)) sign.setAttribute("aria-hidden", "true");
  return item;
}

/** `#rrggbb` of either way to write it. @param {string} colour */
function full(colour) {
  const short = /^#(.)(.)(.)$/.exec(colour);
  return (short ? "#" + short.slice(1).map((digit) => digit + digit).join("") : colour).toLowerCase();
}

/** @param {string} colour */
function swatch(colour) {
  const square = element("span", "");
  square.className = "swatch";
  square.style.setProperty("background-color", colour);
  return square;
}

/** @param {string} name @param {string} text */
function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
