//! A release for the browser is split in two after it was linked (`xtask/src/page/split.rs`), for which the linker has to leave its relocations.

use std::env;

/// The bytes of the program's stack, where the linker would have a megabyte. What was used of it is in docs/performance.md. Who goes beyond it is stopped, as it lies below
/// everything else.
const STACK: usize = 256 * 1024;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(split)");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if is("PROFILE", "release") && is("CARGO_CFG_TARGET_ARCH", "wasm32") {
        println!("cargo::rustc-cfg=split");
        println!("cargo::rustc-link-arg-bin=career-quiz=--emit-relocs");
        println!("cargo::rustc-link-arg-bin=career-quiz=-zstack-size={STACK}");
    }
}
