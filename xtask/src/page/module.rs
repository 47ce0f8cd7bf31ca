//! A program as it is taken apart.

use walrus::Module;

/// Reads a program.
///
/// # Errors
///
/// Where it is none.
pub(super) fn read(program: &[u8]) -> Result<Module, String> {
    Module::from_buffer(program).map_err(|error| format!("the program cannot be read: {error:#}"))
}
