// What a first visit does not run: it comes once the first screen can be used, or at once where something of it is called before that.
const cold = new URL("./cold.wasm", import.meta.url);
let hot;

function coldImports() {
    return { ...__wbg_get_imports(), hot };
}

async function fetchCold() {
    await make(await fetch(cold), coldImports());
    hot.isColdHere.value = 1;
}

// Called from within the program, which cannot go on without it.
function need() {
    const request = new XMLHttpRequest();
    request.open("GET", cold, false);
    // There are no bytes to be had in this way, only letters.
    request.overrideMimeType("text/plain; charset=x-user-defined");
    try {
        request.send();
        if (request.status !== 200) throw new Error(`${cold}: ${request.status}`);
        const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
        new WebAssembly.Instance(new WebAssembly.Module(bytes), coldImports());
    } catch (error) {
        // The program ends here, and the page says so as at a start.
        document.getElementById("app").setAttribute("data-loading", "");
        throw error;
    }
    hot.isColdHere.value = 1;
}

// Some browsers make nothing at once that is larger than a few kilobytes. This is, and there is nothing in it.
function canMakeAtOnce() {
    const large = new Uint8Array(8203);
    large.set([0, 97, 115, 109, 1, 0, 0, 0, 0, 128, 64]);
    try {
        return !!new WebAssembly.Module(large);
    } catch {
        return false;
    }
}

// Before the program is started.
async function begin(exports) {
    hot = exports;
    if (!document.documentElement.hasAttribute("data-first-visit") || !canMakeAtOnce()) return fetchCold();
    new MutationObserver((_, observer) => {
        observer.disconnect();
        // Where it cannot be had now it is asked for again when it is needed.
        fetchCold().catch(() => {});
    }).observe(document.getElementById("app"), { attributeFilter: ["data-loading"] });
}
