//! What a first visit does not need. In a release it is a file of its own, which is fetched when the first of it is asked for
//! (docs/performance.md); in any other build it is part of the program.

/// Why what comes later is not there.
pub type NotThere = leptos::wasm_split::SplitLoaderError;

/// Makes a function, and all that nothing else uses, a part of what comes later. It becomes asynchronous, and returns a [`NotThere`] where that cannot be
/// had; asked again, it tries again. Whatever else names what is in it would have it in the program, too.
macro_rules! later {
    ($(#[$attribute:meta])* $visible:vis fn $name:ident($($argument:ident: $type:ty),*) -> $result:ty $body:block) => {
        #[cfg(split)]
        $(#[$attribute])*
        #[leptos::wasm_split::wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible)]
        $visible fn $name($($argument: $type),*) -> $result $body

        #[cfg(not(split))]
        $(#[$attribute])*
        $visible async fn $name($($argument: $type),*) -> $result $body
    };
}

pub(crate) use later;
