// What a first visit does not run: it comes once the first screen can be used, or at once where something of it is called before that.
const cold = new URL("./cold.wasm", import.meta.url);
let hot, failed;

function coldImports() {
    return { ...__wbg_get_imports(), hot };
}

async function fetchCold() {
    const response = await fetch(cold);
    if (hot.isColdHere.value || failed) return;
    await make(response, coldImports());
    if (!failed) isHere();
}

// What has waited for it goes on after whatever is under way. It is told once, also where the file that was on its way comes after one that was needed sooner.
function isHere() {
    if (hot.isColdHere.value) return;
    hot.isColdHere.value = 1;
    document.documentElement.setAttribute("data-whole", "");
    queueMicrotask(() => document.dispatchEvent(new Event("whole")));
}

// Where it cannot be had now it is asked for again when it is needed.
function fetchColdSoon() {
    fetchCold().catch(() => {});
}

// Called from within the program, which cannot go on without it.
function need() {
    if (failed) throw failed;
    try {
        const request = new XMLHttpRequest();
        request.open("GET", cold, false);
        // There are no bytes to be had in this way, only letters.
        request.overrideMimeType("text/plain; charset=x-user-defined");
        request.send();
        if (request.status !== 200) throw new Error(`${cold}: ${request.status}`);
        const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
        new WebAssembly.Instance(new WebAssembly.Module(bytes), coldImports());
    } catch (error) {
        // What was under way is half done, so the program does nothing any more, and the page says so as at a start.
        failed = error;
        document.getElementById("app").setAttribute("data-loading", "");
        throw error;
    }
    isHere();
}

// Some browsers make nothing at once that is larger than a few kilobytes. This is, and there is nothing in it. Hosts may forbid requests that a page waits for.
function canMakeAtOnce() {
    const large = new Uint8Array(8203);
    large.set([0, 97, 115, 109, 1, 0, 0, 0, 0, 128, 64]);
    try {
        return !!new WebAssembly.Module(large) && document.featurePolicy?.allowsFeature("sync-xhr") !== false;
    } catch {
        return false;
    }
}

// Before the program is started.
async function begin(exports) {
    hot = exports;
    if (!document.documentElement.hasAttribute("data-first-visit") || !canMakeAtOnce()) return fetchCold();
    const app = document.getElementById("app");
    // The page has taken it away already where it has said that this takes long.
    if (!app.hasAttribute("data-loading")) return fetchColdSoon();
    new MutationObserver((_, observer) => {
        observer.disconnect();
        fetchColdSoon();
    }).observe(app, { attributeFilter: ["data-loading"] });
}
