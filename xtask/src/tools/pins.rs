//! The versions of the tools, and what they are for. wasm-bindgen's is not among them: it has to be that of
//! the library, so it is read from `Cargo.lock`.

use super::cargo::CargoTool;

/// Trunk. 0.22 wants a newer Rust than this project is pinned to.
const TRUNK: &str = "0.21.14";

/// geckodriver, which Debian does not have.
const GECKODRIVER: &str = "0.37.1";

/// The npm package that wasm-opt comes in. Distributions ship one that is too old for what rustc writes.
pub(super) const BINARYEN: &str = "132.0.0";

/// The npm package that makes scripts and styles small. `benches/page/package.json` has it, too, for what the quiz is measured against.
pub(super) const ESBUILD: &str = "0.28.2";

/// The npm package that looks for what keeps people with disabilities out.
pub(super) const AXE: &str = "4.14.1";

/// The npm package that checks the types of the scripts.
pub(super) const TYPESCRIPT: &str = "7.0.2";

/// The npm package that tells the compiler what Node has, for scripts that run there.
pub(super) const NODE_TYPES: &str = "20.19.25";

/// The oldest Node that wasm-opt's package was seen to run on, by its first number.
pub(super) const NODE: u32 = 18;

/// Trunk builds the page. Its defaults would bring OpenSSL, an image processor and a look for updates.
pub(super) fn trunk() -> CargoTool {
    CargoTool {
        package: "trunk",
        name: "trunk",
        programs: &["trunk"],
        version: TRUNK.to_owned(),
        options: &["--locked", "--no-default-features", "--features", "rustls"],
        why: "builds the page and serves it while you develop",
        takes: "3 to 5 minutes",
    }
}

/// wasm-bindgen joins the program and the browser. `--locked` fails where a registry does not have a locked
/// dependency yet, so it goes without.
pub(super) fn wasm_bindgen(version: String) -> CargoTool {
    CargoTool {
        package: "wasm-bindgen-cli",
        name: "wasm-bindgen",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version,
        options: &[],
        why: "joins the program and the browser, at the version in Cargo.lock",
        takes: "1 to 2 minutes",
    }
}

/// geckodriver drives Firefox.
pub(super) fn geckodriver() -> CargoTool {
    CargoTool {
        package: "geckodriver",
        name: "geckodriver",
        programs: &["geckodriver"],
        version: GECKODRIVER.to_owned(),
        options: &["--locked"],
        why: "drives Firefox in end-to-end tests",
        takes: "1 to 2 minutes",
    }
}

#[cfg(test)]
mod tests {
    use crate::{file, paths};

    #[test]
    fn what_the_quiz_is_measured_against_is_packed_by_the_same_esbuild() {
        let package = file::read(&paths::root().join("benches/page/package.json")).expect("the file is there");
        let package: serde_json::Value = serde_json::from_str(&package).expect("it is JSON");
        assert_eq!(package["dependencies"]["esbuild"], super::ESBUILD);
    }
}
