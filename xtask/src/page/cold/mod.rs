//! What a first visit does not run ("cold" code, as opposed to "hot"), which a release has in a file of its own.
//!
//! Which functions these are was seen in a browser: `cargo xtask profile` counts what its visits run, and writes the names of all others into
//! `cold.txt`. A function that is not in the list stays in the program. One that is in it, and is run at a first visit since, is fetched with the others at once: so a list that is
//! out of date costs bytes or time (`tests/e2e`, `cold`), and works all the same. `loader.js` fetches the
//! part, after the first screen can be used; and at once where something of it is called before that.
//!
//! The other part, of what comes later (`src/later.rs`), was made before that. It calls what is cold as it calls anything else.

mod halves;
mod marks;

pub(super) use halves::halves;
pub(super) use marks::marked;

use career_quiz::quiz::fingerprint::name_of;
use std::collections::BTreeSet;
use walrus::Function;

/// What fetches the part, for the glue of the program.
pub(super) const LOADER: &str = include_str!("loader.js");

/// Where the loader has the name of the part.
pub(super) const NAME: &str = "cold.wasm";

const LIST: &str = include_str!("cold.txt");

/// The functions that no first visit runs.
#[derive(Debug)]
pub(crate) struct Cold(BTreeSet<String>);

impl Cold {
    /// Those that were seen last.
    pub(crate) fn known() -> Self {
        Self(LIST.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect())
    }

    fn has(&self, function: &Function) -> bool {
        function.name.as_ref().is_some_and(|name| self.0.contains(&digest(name)))
    }
}

/// The list of functions that are cold, of all and those that were run.
pub(crate) fn list(all: &[String], ran: &BTreeSet<usize>) -> String {
    // Some functions have one name, such as those that wasm-bindgen makes.
    let of = |is_run| all.iter().enumerate().filter(move |(index, _)| ran.contains(index) == is_run).map(|(_, it)| it);
    let hot: BTreeSet<_> = of(true).collect();
    let cold: BTreeSet<_> = of(false).filter(|it| !hot.contains(it)).collect();
    let lines = cold.into_iter().map(|digest| format!("{digest}\n"));
    let heading =
        "# Functions that a first visit does not run, by digests of their names. `cargo xtask profile` writes this.\n";
    lines.fold(heading.to_owned(), |list, line| list + &line)
}

/// What a function is called in the list: a digest of its name, which may have thousands of letters.
fn digest(name: &str) -> String {
    // A crate has a number that depends on where its sources lie.
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain += before;
        rest = match after.split_once(']') {
            Some((number, after)) if number.len() > 8 && number.bytes().all(|it| it.is_ascii_hexdigit()) => after,
            _ => {
                plain.push('[');
                after
            }
        };
    }
    // Two of one digest are one to us, which costs a few bytes.
    name_of(&(plain + rest))[..8].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_wherever_the_sources_lie() {
        assert_eq!(digest("<core[c5930c85a12de822]::a<u8>>::b"), digest("<core[0123456789abcdef]::a<u8>>::b"));
        assert_eq!(digest("<core[c5930c85a12de822]::a<u8>>::b"), digest("<core::a<u8>>::b"));
        for other in ["a::<[u8]>", "a::<[u8; 3]>", "a::<[u16]>", "a::<[", "a"] {
            assert_ne!(digest(other), digest("a::<>"), "{other}");
        }
    }

    #[test]
    fn what_was_run_under_a_name_is_not_cold_under_it() {
        let all = ["b", "a", "c", "a"].map(str::to_owned);
        let list = list(&all, &BTreeSet::from([1, 2]));
        assert_eq!(list.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>(), ["b"]);
    }

    #[test]
    fn the_list_is_of_digests_in_their_order() {
        let Cold(known) = Cold::known();
        assert!(known.len() > 1000, "{} functions", known.len());
        assert!(known.iter().all(|line| line.len() == 8 && line.bytes().all(|it| it.is_ascii_hexdigit())));
        assert!(LIST.lines().skip(1).is_sorted());
    }
}
