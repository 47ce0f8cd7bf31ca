//! A release in two: the program, and what comes later (`src/later.rs`), which the program fetches when it is asked for.
//!
//! Trunk knows nothing of that. It has linked the program, with what the linker knew left in it (`build.rs`), and made the glue of it. Both are made anew
//! here from what was linked, under names like those that Trunk gives, and then made small.

use super::put_between;
use super::small::{self, Text};
use crate::offline::walk;
use crate::tools::Tools;
use crate::{Result, file, paths, process};
use career_quiz::quiz::fingerprint::name_of_bytes;
use std::fs;
use std::path::Path;
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
    let folder = paths::target().join("split");
    let linked = paths::target().join("wasm32-unknown-unknown/release/career-quiz.wasm");
    let linked = fs::read(&linked).map_err(|error| file::reading(&linked, &error))?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&linked);
    (options.output_dir, options.main_out_path) = (&folder, &main);
    let parts = transform(options).map_err(|error| format!("the program cannot be split: {error:?}"))?;
    let [later] = &parts.split_modules[..] else {
        return Err(format!("the program is split into {:?}, and there should be one part", parts.split_modules));
    };
    let mut bindgen = tools.command(tools.find("wasm-bindgen")?)?;
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", GLUE, "--out-dir"]);
    process::run(bindgen.arg(&folder).arg(&main))?;
    let main = small::wasm(tools, &folder.join(format!("{GLUE}_bg.wasm")))?;
    let later = small::wasm(tools, later)?;
    let later_name = format!("career-quiz-{}_{PART}.wasm", name_of_bytes(&later));
    let loader = file::read(&folder.join("__wasm_split.js"))?;
    let glue = with_loader(&file::read(&folder.join(format!("{GLUE}.js")))?, &loader, &later_name)?;
    let glue = small::text(tools, Text::Module, &glue)?;
    // One name for both, which says what is in both.
    let new = format!("career-quiz-{}", name_of_bytes(&[&main, glue.as_bytes()].concat()));
    let glue = glue.replace(&format!("{GLUE}_bg.wasm"), &format!("{new}_bg.wasm"));
    for end in [".js", "_bg.wasm"] {
        let path = staging.join(format!("{old}{end}"));
        fs::remove_file(&path).map_err(|error| format!("{}: cannot be removed: {error}", path.display()))?;
    }
    file::write(&staging.join(format!("{new}_bg.wasm")), &main)?;
    file::write(&staging.join(&later_name), &later)?;
    file::write(&staging.join(format!("{new}.js")), glue.as_bytes())?;
    // For the script in the page, which has it fetched early where the first screen needs it.
    let meta = format!("<meta name=\"career-quiz-later\" content=\"{later_name}\">");
    put_between(&html.replace(&old, &new), "quiz:later", &meta)
}

/// The name of the program that Trunk has made, without endings.
fn program(staging: &Path) -> Result<String> {
    let paths = walk(staging)?;
    let mut names = paths.iter().filter_map(|path| path.strip_suffix("_bg.wasm"));
    names.next().map(str::to_owned).ok_or_else(|| format!("there is no program in {}", staging.display()))
}

/// The glue with what fetches the later part in it: by itself it would be one more file to wait for before the program can start.
fn with_loader(glue: &str, loader: &str, later_name: &str) -> Result<String> {
    let changed = |what: &str| format!("what splits the program does not write {what:?} any more");
    let without = |text: &str, what: &str| match text.split_once(what) {
        Some((before, after)) => Ok(format!("{before}{after}")),
        None => Err(changed(what)),
    };
    let load = format!("__wasm_split_load_{PART}");
    let glue = without(glue, "import * as import1 from \"./__wasm_split.js\"\n")?;
    let mut loader = without(loader, "import { initSync } from \"./main.js\";\n")?;
    for (what, instead) in [
        (format!("./split_{PART}.wasm"), format!("./{later_name}")),
        (format!("export const {load} = "), format!("const {load} = ")),
        ("WebAssembly.instantiateStreaming(src, imports)".to_owned(), "make(await src, imports)".to_owned()),
    ] {
        if !loader.contains(&what) {
            return Err(changed(&what));
        }
        loader = loader.replace(&what, &instead);
    }
    Ok(format!("{MAKE}{loader}const import1 = {{ {load} }};\n{glue}"))
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
}
