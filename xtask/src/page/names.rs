//! Short names for what a program and its glue have of each other. Those that wasm-bindgen gives have a digest in them, or all that a closure takes: they
//! are sent twice, and brotli can do little about a digest.

use super::cold::read;
use std::collections::BTreeMap;

/// How those names begin. Others are used elsewhere, too.
const LONG: [&str; 3] = ["__wb", "wasm_bindgen_", "intounderlying"];

/// A program and its glue with short names in place of those that wasm-bindgen has given.
///
/// # Errors
///
/// Where the program cannot be read.
pub(super) fn shorten(program: &[u8], glue: &str) -> Result<(Vec<u8>, String), String> {
    let mut module = read(program)?;
    let mut names = BTreeMap::new();
    let is_long = |name: &str| LONG.iter().any(|start| name.starts_with(start));
    for import in module.imports.iter_mut().filter(|import| is_long(&import.name)) {
        import.name = short('i', &mut names, &import.name);
    }
    for export in module.exports.iter_mut().filter(|export| is_long(&export.name)) {
        export.name = short('e', &mut names, &export.name);
    }
    Ok((module.emit_wasm(), renamed(glue, &names)))
}

/// The new name for an old one.
fn short(kind: char, names: &mut BTreeMap<String, String>, old: &str) -> String {
    let number = names.len();
    names.entry(old.to_owned()).or_insert_with(|| format!("{kind}_{number:x}")).clone()
}

/// A script with other names.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut new = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(begin) = rest.find(is_of_name) {
        let (before, from) = rest.split_at(begin);
        let (name, after) = from.split_at(from.find(|letter| !is_of_name(letter)).unwrap_or(from.len()));
        new += before;
        new += names.get(name).map_or(name, String::as_str);
        rest = after;
    }
    new + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, Module};

    fn program() -> Vec<u8> {
        let mut module = Module::default();
        let ty = module.types.add(&[], &[]);
        let (imported, _) = module.add_import_func("./made_bg.js", "__wbg_now_0123456789abcdef", ty);
        module.add_import_func("cold", "need", ty);
        let mut start = FunctionBuilder::new(&mut module.types, &[], &[]);
        start.func_body().call(imported);
        let start = start.finish(Vec::new(), &mut module.funcs);
        for name in ["main", "__wbindgen_start"] {
            module.exports.add(name, start);
        }
        module.emit_wasm()
    }

    #[test]
    fn both_have_the_same_new_names_and_what_others_use_keeps_its_own() {
        let glue =
            "const i = { __wbg_now_0123456789abcdef: () => __wbg_now(), need }; wasm.__wbindgen_start(); wasm.main";
        let (program, glue) = shorten(&program(), glue).expect("it is a program");
        let module = read(&program).expect("it is a program still");
        let imports: Vec<_> = module.imports.iter().map(|it| (&*it.module, &*it.name)).collect();
        assert_eq!(imports, [("./made_bg.js", "i_0"), ("cold", "need")]);
        let exports: Vec<_> = module.exports.iter().map(|it| &*it.name).collect();
        assert_eq!(exports, ["main", "e_1"]);
        assert_eq!(glue, "const i = { i_0: () => __wbg_now(), need }; wasm.e_1(); wasm.main");
    }

    #[test]
    fn what_is_no_program_is_said_to_be_none() {
        assert!(shorten(b"<!doctype html>", "").is_err_and(|error| error.contains("cannot be read")));
    }
}
