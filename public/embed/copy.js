// @ts-check
// The buttons that copy a snippet.

/** @param {HTMLElement} source */
function select(source) {
  const selection = getSelection();
  if (selection) selection.selectAllChildren(source);
}

/** Each button names what it copies; what came of it is said beside it. */
export function start() {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const source = document.getElementById(button.getAttribute("data-copy") || "");
    const said = button.parentElement && button.parentElement.querySelector("[role=status]");
    if (!source || !said) continue;
    button.addEventListener("click", async () => {
      // Emptied first: the same words once more would be no news to a screen reader.
      said.textContent = "";
      try {
        await navigator.clipboard.writeText(source.textContent || "");
        said.textContent = "Copied.";
      } catch (refused) {
        select(source);
        said.textContent = "Selected. Copy it with your keyboard.";
      }
    });
  }
}
