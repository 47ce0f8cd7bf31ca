//! A release in three: the program, what a first visit does not run of it (`cold`), and what comes later (`src/later.rs`), which the program fetches when it is
//! asked for.
//!
//! Trunk knows nothing of that. It has linked the program, with what the linker knew left in it (`build.rs`), and made the glue of it. Both are made anew
//! here from what was linked, under names like those that Trunk gives, and then made small.

use super::cold::{self, Cold};
use super::names::shorten;
use super::put_between;
use super::small::{self, Text};
use super::uses::Uses;
use crate::offline::walk;
use crate::tools::Tools;
use crate::{Result, file, paths, process};
use career_quiz::quiz::fingerprint::name_of_bytes;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// What the part is called in `src/later.rs`.
const PART: &str = "later";

/// What the glue is called on the way.
const GLUE: &str = "made";

/// What makes a part of what was fetched. A host may not know the type of the file, and then there is no streaming.
const MAKE: &str = "async function make(response, imports) {
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    const isKnown = WebAssembly.instantiateStreaming && response.headers.get(\"content-type\") === \"application/wasm\";
    return isKnown
        ? WebAssembly.instantiateStreaming(response, imports)
        : WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
";

/// Splits the program in Trunk's staging folder, whose page is `html`. Returns the page with the new names.
///
/// # Errors
///
/// Where there is no program, or what splits it, makes the glue or makes it small fails or is not as it was.
pub(super) fn split(tools: &Tools, staging: &Path, html: &str) -> Result<String> {
    let old = program(staging)?;
    let Linked { whole, main, program, glue, loader, later } = link(tools)?;
    let folder = folder();
    let (program, glue) = shorten(&read(&program)?, &glue)?;
    let uses = Uses::read(&whole, &read(&main)?)?;
    let halves = cold::halves(&program, &uses, &Cold::known())?;
    let small = |name: &str, half: &[u8]| {
        let path = folder.join(name);
        file::write(&path, half)?;
        small::wasm(tools, &path)
    };
    let (main, cold) = (small("hot.wasm", &halves.hot)?, small(cold::NAME, &halves.cold)?);
    let later = small::wasm(tools, &later)?;
    let cold_name = format!("career-quiz-{}_cold.wasm", name_of_bytes(&cold));
    let later_name = format!("career-quiz-{}_{PART}.wasm", name_of_bytes(&later));
    let glue = with_cold(&with_loader(&glue, &loader, &later_name)?, &cold_name)?;
    let glue = small::text(tools, Text::Module, &glue)?;
    let new = put(staging, &old, &main, &glue)?;
    file::write(&staging.join(&cold_name), &cold)?;
    file::write(&staging.join(&later_name), &later)?;
    // For the script in the page, which has them fetched early where they are needed.
    let meta = |name: &str, file: &str| format!("<meta name=\"career-quiz-{name}\" content=\"{file}\">");
    let metas = format!("{}{}", meta("cold", &cold_name), meta(PART, &later_name));
    put_between(&html.replace(&old, &new), "quiz:later", &metas)
}

/// The same with a program that says which of its functions are run, for `cargo xtask profile`. Writes what they are called, a line each, into `names`.
///
/// # Errors
///
/// As above.
pub(super) fn mark(tools: &Tools, staging: &Path, html: &str, names: &Path) -> Result<String> {
    let old = program(staging)?;
    let Linked { program, glue, loader, later, .. } = link(tools)?;
    let marked = cold::marked(&read(&program)?)?;
    let later_name = format!("career-quiz-{PART}.wasm");
    let glue = with_loader(&glue, &loader, &later_name)?;
    let glue = replaced(
        &glue,
        IMPORTS,
        &format!("{IMPORTS}\n        profile: {{ ran: (number) => globalThis.ran(number) }},"),
    )?;
    let new = put(staging, &old, &marked.program, &glue)?;
    file::write(&staging.join(&later_name), &read(&later)?)?;
    file::write(names, marked.functions.join("\n").as_bytes())?;
    Ok(html.replace(&old, &new))
}

/// A program without what comes later, and with its glue.
struct Linked {
    /// What was linked, with all that comes later and what the linker knew.
    whole: Vec<u8>,
    /// What is left of that without what comes later.
    main: PathBuf,
    /// The same with its glue.
    program: PathBuf,
    glue: String,
    /// What fetches what comes later.
    loader: String,
    later: PathBuf,
}

fn folder() -> PathBuf {
    paths::target().join("split")
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| file::reading(path, &error))
}

/// Takes what comes later out of what was linked last, and makes the glue.
fn link(tools: &Tools) -> Result<Linked> {
    let folder = folder();
    let whole = read(&paths::target().join("wasm32-unknown-unknown/release/career-quiz.wasm"))?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&whole);
    (options.output_dir, options.main_out_path) = (&folder, &main);
    let mut parts = transform(options).map_err(|error| format!("the program cannot be split: {error:?}"))?;
    let later = parts.split_modules.pop().filter(|_| parts.split_modules.is_empty());
    let later = later.ok_or("the program is not split into two parts, as it should be")?;
    let mut bindgen = tools.command(tools.find("wasm-bindgen")?)?;
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", GLUE, "--out-dir"]);
    process::run(bindgen.arg(&folder).arg(&main))?;
    Ok(Linked {
        whole,
        main,
        program: folder.join(format!("{GLUE}_bg.wasm")),
        glue: file::read(&folder.join(format!("{GLUE}.js")))?,
        loader: file::read(&folder.join("__wasm_split.js"))?,
        later,
    })
}

/// Puts a program and its glue in place of those that Trunk has made. Returns the new name.
fn put(staging: &Path, old: &str, main: &[u8], glue: &str) -> Result<String> {
    // One name for both, which says what is in both.
    let new = format!("career-quiz-{}", name_of_bytes(&[main, glue.as_bytes()].concat()));
    let glue = glue.replace(&format!("{GLUE}_bg.wasm"), &format!("{new}_bg.wasm"));
    for end in [".js", "_bg.wasm"] {
        let path = staging.join(format!("{old}{end}"));
        fs::remove_file(&path).map_err(|error| format!("{}: cannot be removed: {error}", path.display()))?;
    }
    file::write(&staging.join(format!("{new}_bg.wasm")), main)?;
    file::write(&staging.join(format!("{new}.js")), glue.as_bytes())?;
    Ok(new)
}

/// The name of the program that Trunk has made, without endings.
fn program(staging: &Path) -> Result<String> {
    let paths = walk(staging)?;
    let mut names = paths.iter().filter_map(|path| path.strip_suffix("_bg.wasm"));
    names.next().map(str::to_owned).ok_or_else(|| format!("there is no program in {}", staging.display()))
}

/// Where the glue has what a program imports from a part.
const IMPORTS: &str = "\"./__wasm_split.js\": import1,";

/// Where the glue has a program that is not yet started.
const BEFORE_START: &str = "await __wbg_load(await module_or_path, imports);\n";

/// The glue with what fetches the later part in it: by itself it would be one more file to wait for before the program can start.
fn with_loader(glue: &str, loader: &str, later_name: &str) -> Result<String> {
    let load = format!("__wasm_split_load_{PART}");
    let glue = replaced(glue, "import * as import1 from \"./__wasm_split.js\"\n", "")?;
    let loader = replaced(loader, "import { initSync } from \"./main.js\";\n", "")?;
    let loader = replaced(&loader, &format!("./split_{PART}.wasm"), &format!("./{later_name}"))?;
    let loader = replaced(&loader, &format!("export const {load} = "), &format!("const {load} = "))?;
    let loader = replaced(&loader, "WebAssembly.instantiateStreaming(src, imports)", "make(await src, imports)")?;
    Ok(format!("{MAKE}{loader}const import1 = {{ {load} }};\n{glue}"))
}

/// The glue with what fetches the cold part in it.
fn with_cold(glue: &str, cold_name: &str) -> Result<String> {
    let glue = replaced(glue, IMPORTS, &format!("{IMPORTS}\n        cold: {{ need }},"))?;
    let glue = replaced(&glue, BEFORE_START, &format!("{BEFORE_START}    await begin(instance.exports);\n"))?;
    Ok(format!("{}{glue}", replaced(cold::LOADER, cold::NAME, cold_name)?))
}

/// A text with another piece in place of one that is there once.
fn replaced(text: &str, what: &str, instead: &str) -> Result<String> {
    match text.split_once(what) {
        Some((before, after)) if !after.contains(what) => Ok(format!("{before}{instead}{after}")),
        _ => Err(format!("what makes the glue does not write {what:?} once any more")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MADE: &str = "import * as import1 from \"./__wasm_split.js\"\nexport function initSync() {}\n";
    const LOADER: &str = "import { initSync } from \"./main.js\";\nexport const __wasm_split_load_later = wrap(() => {\n    \
        const src = fetch(new URL(\"./split_later.wasm\", import.meta.url));\n    \
        return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n});\n";

    #[test]
    fn the_glue_fetches_the_part_by_its_name_and_no_other_file() {
        let glue = with_loader(MADE, LOADER, "career-quiz-0123_later.wasm").expect("all of it is there");
        assert!(glue.contains("new URL(\"./career-quiz-0123_later.wasm\", import.meta.url)"), "{glue}");
        assert!(!glue.contains("import *") && !glue.contains("main.js") && !glue.contains("split_later"), "{glue}");
        assert!(glue.contains("make(await src, imports)"), "{glue}");
        let (load, import) = (glue.find("const __wasm_split_load_later"), glue.find("const import1 = { __wasm"));
        assert!(load.is_some() && load < import, "{glue}");
    }

    #[test]
    fn what_is_not_written_as_it_was_is_said() {
        for (glue, loader, what) in [
            ("", LOADER.to_owned(), "__wasm_split.js"),
            (MADE, LOADER.replace("./main.js", "./made.js"), "main.js"),
            (MADE, LOADER.replace("split_later.wasm", "later.wasm"), "./split_later.wasm"),
            (MADE, LOADER.replace("instantiateStreaming", "compileStreaming"), "instantiateStreaming"),
        ] {
            let error = with_loader(glue, &loader, "career-quiz-0123_later.wasm").expect_err("something is missing");
            assert!(error.contains("does not write") && error.contains(what), "{error}");
        }
    }

    #[test]
    fn the_glue_waits_for_what_is_cold_before_it_starts_the_program() {
        let made = format!("return {{ {IMPORTS} }};\nconst {{ instance, module }} = {BEFORE_START}return start();\n");
        let glue = with_cold(&made, "career-quiz-0123_cold.wasm").expect("all of it is there");
        assert!(glue.contains("new URL(\"./career-quiz-0123_cold.wasm\", import.meta.url)"), "{glue}");
        assert!(glue.contains("cold: { need },"), "{glue}");
        let (begin, start) = (glue.find("await begin(instance.exports);"), glue.find("return start();"));
        assert!(begin.is_some() && begin < start, "{glue}");
        for missing in [IMPORTS, BEFORE_START] {
            let error = with_cold(&made.replace(missing, ""), "a.wasm").expect_err("something is missing");
            assert!(error.contains("does not write"), "{error}");
        }
    }
}
