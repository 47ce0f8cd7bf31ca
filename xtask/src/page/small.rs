//! What is sent, without what only people read: the program by wasm-opt, scripts and styles by esbuild.

use super::html::inline as texts;
use crate::tools::Tools;
use crate::{Result, file, process};
use std::fs;
use std::path::Path;

/// How the program is made small: as it is sent, which is after brotli (docs/performance.md). Of the memory nothing below 1,024 is ever used, and all that is not said to hold something
/// holds nought. Functions of like names are alike, and what is alike takes less where it stands together. What made it, and what it wants of a browser, is told to
/// nobody who reads it; the latter is what wasm-opt itself goes by until then.
const OPTIMIZER: [&str; 10] = [
    "-Os",
    "--flatten",
    "--rereloop",
    "-Os",
    "--reorder-functions-by-name",
    "--low-memory-unused",
    "--zero-filled-memory",
    // Data in many pieces take more after brotli than noughts between them.
    "--skip-pass=memory-packing",
    "--strip-producers",
    "--strip-target-features",
];

/// What esbuild is told of what it reads: no newer words may come in than the browsers know that are to read it (docs/browsers.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text {
    /// A script for every browser: it says so where the program cannot run.
    Script,
    /// A script for browsers that can run the program.
    Module,
    Style,
}

impl Text {
    fn options(self) -> [&'static str; 2] {
        match self {
            Self::Script => ["--loader=js", "--target=es5"],
            Self::Module => ["--loader=js", "--target=chrome96,firefox89,safari15"],
            Self::Style => ["--loader=css", "--target=chrome96,firefox89,safari15"],
        }
    }
}

/// The scripts and styles that stand in a page.
///
/// # Errors
///
/// Where esbuild cannot read one of them.
pub(super) fn inline(tools: &Tools, html: &str) -> Result<String> {
    let mut small = html.to_owned();
    for (element, text) in ["script", "style"].into_iter().flat_map(|it| texts(html, it).map(move |text| (it, text))) {
        let kind = match element {
            "style" => Text::Style,
            _ if text.trim_start().starts_with("import ") => Text::Module,
            _ => Text::Script,
        };
        let new = self::text(tools, kind, text)?;
        small = small.replacen(&format!(">{text}</{element}>"), &format!(">{}</{element}>", new.trim_end()), 1);
    }
    Ok(small)
}

/// A script or a style.
///
/// # Errors
///
/// Where esbuild cannot read it.
pub(super) fn text(tools: &Tools, kind: Text, text: &str) -> Result<String> {
    let mut esbuild = tools.command(tools.find("esbuild")?)?;
    esbuild.args(["--minify", "--log-level=warning"]).args(kind.options());
    process::through(&mut esbuild, text)
}

/// A program, or a part of one.
///
/// # Errors
///
/// Where wasm-opt cannot read it.
pub(super) fn wasm(tools: &Tools, path: &Path) -> Result<Vec<u8>> {
    let out = path.with_extension("small.wasm");
    let mut command = tools.command(tools.find("wasm-opt")?)?;
    process::run(command.args(OPTIMIZER).arg(path).arg("-o").arg(&out))?;
    fs::read(&out).map_err(|error| file::reading(&out, &error))
}
