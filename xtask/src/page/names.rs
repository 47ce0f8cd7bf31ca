//! Short names for what a program and its glue have of each other. Those that wasm-bindgen gives have a digest in them, or all that a closure takes: they
//! are sent twice, and brotli can do little about a digest.

use super::module::read;
use std::collections::{BTreeMap, BTreeSet};

/// How those names begin. Others are used elsewhere, too.
const LONG: [&str; 3] = ["__wb", "wasm_bindgen_", "intounderlying"];

/// A program and its glue with short names in place of those that wasm-bindgen has given.
///
/// # Errors
///
/// Where the program cannot be read, has no such names, or imports one that does not stand in the glue; and where a new name is one already.
pub(super) fn shorten(program: &[u8], glue: &str) -> Result<(Vec<u8>, String), String> {
    let mut module = read(program)?;
    let imports = module.imports.iter_mut().map(|import| ('i', &mut import.name));
    let exports = module.exports.iter_mut().map(|export| ('e', &mut export.name));
    let (long, others): (Vec<_>, Vec<_>) = imports.chain(exports).partition(|(_, name)| is_long(name));
    let mut names = BTreeMap::new();
    for (kind, name) in long {
        let number = names.len();
        let new = names.entry(name.clone()).or_insert_with(|| format!("{kind}_{number:x}"));
        name.clone_from(new);
    }
    let others = others.into_iter().map(|(_, name)| name.as_str());
    let known: BTreeSet<_> = others.chain(pieces(glue).filter(|(is_name, _)| *is_name).map(|(_, name)| name)).collect();
    if names.is_empty() {
        return Err("wasm-bindgen does not give the names any more that are made short".to_owned());
    }
    for (long, short) in &names {
        // The glue does not need all that is exported for it.
        if short.starts_with('i') && !known.contains(long.as_str()) {
            return Err(format!("what makes the glue does not write {long} any more"));
        }
        if known.contains(short.as_str()) {
            return Err(format!("{short} is to be a new name, and there is one already"));
        }
    }
    let glue = pieces(glue).map(|(_, piece)| names.get(piece).map_or(piece, String::as_str)).collect();
    Ok((module.emit_wasm(), glue))
}

fn is_long(name: &str) -> bool {
    LONG.iter().any(|start| name.starts_with(start))
}

/// A script as names, with whatever looks like one, and what stands between them.
fn pieces(script: &str) -> impl Iterator<Item = (bool, &str)> {
    let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut rest = script;
    std::iter::from_fn(move || {
        let is_name = is_of_name(rest.chars().next()?);
        let end = rest.find(|letter| is_of_name(letter) != is_name).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some((is_name, piece))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, Module};

    /// It imports the current time, exports it, too, and is started under two names.
    fn program(other: &str) -> Vec<u8> {
        let mut module = Module::default();
        let ty = module.types.add(&[], &[]);
        let (imported, _) = module.add_import_func("./made_bg.js", "__wbg_now_0123456789abcdef", ty);
        module.add_import_func("cold", other, ty);
        let mut start = FunctionBuilder::new(&mut module.types, &[], &[]);
        start.func_body().call(imported);
        let start = start.finish(Vec::new(), &mut module.funcs);
        for (name, function) in [("main", start), ("__wbindgen_start", start), ("__wbg_now_0123456789abcdef", imported)]
        {
            module.exports.add(name, function);
        }
        module.emit_wasm()
    }

    const GLUE: &str =
        "const i = { __wbg_now_0123456789abcdef: () => __wbg_now(), need }; wasm.__wbindgen_start(); wasm.main";

    #[test]
    fn both_have_the_same_new_names_and_what_others_use_keeps_its_own() {
        let (program, glue) = shorten(&program("need"), GLUE).expect("it is a program");
        let module = read(&program).expect("it is a program still");
        let imports: Vec<_> = module.imports.iter().map(|it| (&*it.module, &*it.name)).collect();
        assert_eq!(imports, [("./made_bg.js", "i_0"), ("cold", "need")]);
        let exports: Vec<_> = module.exports.iter().map(|it| &*it.name).collect();
        assert_eq!(exports, ["main", "e_1", "i_0"]);
        assert_eq!(glue, "const i = { i_0: () => __wbg_now(), need }; wasm.e_1(); wasm.main");
    }

    #[test]
    fn a_name_that_there_is_or_that_is_not_in_the_glue_is_an_error() {
        let error = |other, glue: &str| shorten(&program(other), glue).expect_err("something is wrong");
        assert!(error("i_0", GLUE).contains("i_0 is to be a new name"));
        assert!(error("need", &format!("{GLUE}; let e_1")).contains("e_1 is to be a new name"));
        let missing = error("need", &GLUE.replace("__wbg_now_", "__wbg_then_"));
        assert!(missing.contains("does not write __wbg_now_0123456789abcdef any more"), "{missing}");
        assert!(shorten(&program("need"), &GLUE.replace("wasm.__wbindgen_start()", "")).is_ok(), "it may do without");
        let none = Module::default().emit_wasm();
        assert!(shorten(&none, GLUE).is_err_and(|error| error.contains("does not give the names any more")));
        assert!(shorten(b"<!doctype html>", "").is_err_and(|error| error.contains("cannot be read")));
    }
}
