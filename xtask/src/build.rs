//! `cargo xtask build`: the release.

use crate::offline::walk;
use crate::tools::Tools;
use crate::{Result, file, paths, precompress, process};
use std::fs;
use std::path::Path;

/// Makes the release in `dist/` and says how large it is.
pub(crate) fn run(public_url: Option<&str>) -> Result {
    let tools = Tools::of_release()?;
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
    process::run(&mut trunk)?;
    precompress::all(dist)
}

/// A file, its size in bytes, and that of what a browser is sent for it.
type Size = (String, u64, u64);

/// The files of a build with their sizes, by path. What is compressed of a file stands beside it.
fn sizes(dist: &Path) -> Result<Vec<Size>> {
    let paths = walk(dist)?.into_iter().filter(|path| !path.ends_with(".br") && !path.ends_with(".gz"));
    let sized = paths.map(|path| {
        let (whole, sent) = (length(&dist.join(&path))?, sent(dist, &path)?);
        Ok((path, whole, sent))
    });
    sized.collect()
}

/// The bytes that a browser is sent for a file of a build: of what lies compressed beside it, where that is there.
///
/// # Errors
///
/// Where the file cannot be read.
pub(crate) fn sent(dist: &Path, path: &str) -> Result<u64> {
    length(&dist.join(format!("{path}.br"))).or_else(|_| length(&dist.join(path)))
}

fn length(path: &Path) -> Result<u64> {
    fs::metadata(path).map(|data| data.len()).map_err(|error| file::reading(path, &error))
}

fn table(sizes: &[Size]) -> String {
    let total = |of: fn(&Size) -> u64| grouped(sizes.iter().map(of).sum());
    let heading = ["bytes", "brotli", "file"].map(str::to_owned);
    let rows = sizes.iter().map(|(path, whole, sent)| [grouped(*whole), grouped(*sent), path.clone()]);
    let last = [total(|size| size.1), total(|size| size.2), "in all".to_owned()];
    let rows: Vec<_> = [heading].into_iter().chain(rows).chain([last]).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or_default();
    let (first, second) = (width(0), width(1));
    rows.iter().map(|[whole, sent, path]| format!("  {whole:>first$}  {sent:>second$}  {path}\n")).collect()
}

/// A number with its thousands apart.
pub(crate) fn grouped(number: u64) -> String {
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
    fn every_file_has_a_row_with_what_is_sent_of_it_and_the_last_row_is_the_sum() {
        let folder = Folder::new("sizes");
        folder.file("index.html", "12345");
        folder.file("index.html.br", "123");
        folder.file("index.html.gz", "1234");
        folder.file("content/a.json", &" ".repeat(2000));
        let sizes = sizes(&folder.0).expect("the folder is there");
        assert_eq!(sizes, [("content/a.json".to_owned(), 2000, 2000), ("index.html".to_owned(), 5, 3)]);
        let table = table(&sizes);
        let rows = "  bytes  brotli  file\n  2,000   2,000  content/a.json\n      5       3  index.html\n  2,005   2,003  in all\n";
        assert_eq!(table, rows);
    }
}
