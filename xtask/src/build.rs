//! `cargo xtask build`: the release.

use crate::tools::Tools;
use crate::{Result, paths, process};
use std::fs;
use std::path::{Path, PathBuf};

/// Makes the release in `dist/` and says how large it is.
pub(crate) fn run(public_url: Option<&str>) -> Result {
    let mut tools = Tools::default();
    tools.add_bundler()?;
    tools.add_optimizer()?;
    tools.clean_up()?;
    let dist = paths::root().join("dist");
    release(&tools, &dist, public_url)?;
    println!("\nThe release is in {}:\n{}", dist.display(), table(&sizes(&dist)?));
    Ok(())
}

/// Makes a release in `dist`.
pub(crate) fn release(tools: &Tools, dist: &Path, public_url: Option<&str>) -> Result {
    let mut trunk = tools.trunk()?;
    trunk.args(["build", "--release", "--dist"]).arg(dist);
    if let Some(public_url) = public_url {
        trunk.args(["--public-url", public_url]);
    }
    process::run(&mut trunk)
}

/// The files of a folder with their sizes in bytes, by path.
fn sizes(folder: &Path) -> Result<Vec<(String, u64)>> {
    let failed = |error: std::io::Error| format!("{}: cannot be read: {error}", folder.display());
    let mut sizes = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(folder.join(&inner)).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let (path, data) = (inner.join(entry.file_name()), entry.metadata().map_err(failed)?);
            if data.is_dir() {
                folders.push(path);
            } else {
                sizes.push((path.display().to_string(), data.len()));
            }
        }
    }
    sizes.sort();
    Ok(sizes)
}

fn table(sizes: &[(String, u64)]) -> String {
    let total: u64 = sizes.iter().map(|(_, size)| size).sum();
    let rows: Vec<_> = sizes.iter().map(|(path, size)| (path.as_str(), grouped(*size))).collect();
    let total = ("bytes in all", grouped(total));
    let width = total.1.len();
    rows.iter().chain([&total]).map(|(path, size)| format!("  {size:>width$}  {path}\n")).collect()
}

/// A number with its thousands apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Folder;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (1234567, "1,234,567")] {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn every_file_has_a_row_and_the_last_row_is_the_sum() {
        let folder = Folder::new("sizes");
        folder.file("index.html", "12345");
        folder.file("content/a.json", &" ".repeat(2000));
        let sizes = sizes(&folder.0).expect("the folder is there");
        let path = Path::new("content").join("a.json").display().to_string();
        assert_eq!(sizes, [(path.clone(), 2000), ("index.html".into(), 5)]);
        assert_eq!(table(&sizes), format!("  2,000  {path}\n      5  index.html\n  2,005  bytes in all\n"));
    }
}
