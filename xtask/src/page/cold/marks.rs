//! A program that says which of its functions are run.

use super::super::module::read;
use super::digest;
use walrus::ValType;
use walrus::ir::{Call, Const, Value};

/// A program that calls `profile.ran` with its number when a function is called.
pub(in super::super) struct Marked {
    pub(in super::super) program: Vec<u8>,
    /// What each function is called in the list, by its number.
    pub(in super::super) functions: Vec<String>,
}

/// Marks a program.
///
/// # Errors
///
/// Where it cannot be read.
pub(in super::super) fn marked(program: &[u8]) -> Result<Marked, String> {
    let mut module = read(program)?;
    let functions: Vec<_> = module.funcs.iter_local().map(|(id, _)| id).collect();
    let names = functions.iter().map(|id| module.funcs.get(*id).name.as_deref().map(digest).unwrap_or_default());
    let names = names.collect();
    let takes_number = module.types.add(&[ValType::I32], &[]);
    let (ran, _) = module.add_import_func("profile", "ran", takes_number);
    for (number, id) in (0..).zip(functions) {
        let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
        let entry = function.entry_block();
        let mut body = function.builder_mut().instr_seq(entry);
        body.instr_at(0, Const { value: Value::I32(number) }).instr_at(1, Call { func: ran });
    }
    Ok(Marked { program: module.emit_wasm(), functions: names })
}

#[cfg(test)]
mod tests {
    use super::super::halves::tests::program;
    use super::*;
    use walrus::ir::Instr;

    #[test]
    fn every_function_says_its_number_first() {
        let marked = marked(&program()).expect("it is a program");
        assert_eq!(marked.functions, ["start", "seldom", "helper"].map(digest));
        let module = read(&marked.program).expect("it is a program");
        let ran = module.imports.get_func("profile", "ran").expect("it is imported");
        let mut numbers: Vec<_> = module
            .funcs
            .iter_local()
            .map(|(id, it)| {
                let [(Instr::Const(Const { value: Value::I32(number) }), _), (Instr::Call(call), _), ..] =
                    &it.block(it.entry_block()).instrs[..]
                else {
                    panic!("{:?} says nothing", module.funcs.get(id).name)
                };
                assert_eq!(call.func, ran);
                (*number, module.funcs.get(id).name.clone().unwrap_or_default())
            })
            .collect();
        numbers.sort_unstable();
        assert_eq!(numbers, [(0, "start"), (1, "seldom"), (2, "helper")].map(|(number, it)| (number, it.to_owned())));
    }
}
