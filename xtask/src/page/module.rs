//! A program as it is taken apart.

use walrus::{Function, FunctionKind, Module};

/// Reads a program.
///
/// # Errors
///
/// Where it is none.
pub(super) fn read(program: &[u8]) -> Result<Module, String> {
    Module::from_buffer(program).map_err(|error| format!("the program cannot be read: {error:#}"))
}

/// Its functions.
pub(super) fn functions(module: &Module) -> impl Iterator<Item = &Function> {
    module.funcs.iter()
}

/// Those that are not imported.
pub(super) fn own_functions(module: &Module) -> impl Iterator<Item = &Function> {
    functions(module).filter(|function| matches!(function.kind, FunctionKind::Local(_)))
}
