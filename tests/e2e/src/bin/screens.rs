//! `cargo xtask screens`: pictures of every scene, and sheets of them to look over.

use e2e::quiz::Quiz;
use e2e::scenes;
use e2e::view::{self, Media, Theme};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// A width in CSS pixels, and how its pictures stand on a sheet: their scale, and how many in a row and in a column.
const WIDTHS: [(u32, f64, usize, usize); 3] = [(320, 0.75, 7, 2), (768, 0.5, 4, 3), (1440, 0.4, 3, 4)];

/// How far down a picture goes, in CSS pixels: what comes after is more of the same, and browsers cannot draw on and on.
const MOST: u32 = 12_000;

/// How much of a picture stands on a sheet.
const MOST_ON_SHEET: u32 = 1400;

/// A picture on a sheet.
struct Picture {
    /// The name of its file within its folder.
    file: String,
    /// What stands under it.
    caption: String,
    /// Its width and height in CSS pixels.
    size: (u32, u32),
}

fn main() {
    let folder = std::env::args_os().nth(1).map_or_else(|| e2e::out("screens"), PathBuf::from);
    let mut quiz = scenes::emulated_stage().expect("pictures are taken in Chromium");
    for language in scenes::languages() {
        quiz.speak(&language);
        let folder = folder.join(&language);
        std::fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let count = take(&mut quiz, &folder);
        println!("{count} pictures and sheets are in {}", folder.display());
    }
}

/// Takes all pictures in one language, and makes sheets of them. Returns how many files that is.
fn take(quiz: &mut Quiz, folder: &Path) -> usize {
    let ways: Vec<_> = WIDTHS.iter().flat_map(|width| Theme::ALL.map(|theme| (*width, theme))).collect();
    let mut piles: Vec<Vec<Picture>> = ways.iter().map(|_| Vec::new()).collect();
    for scene in scenes::part(0, 1) {
        scene.enter(quiz);
        for (((width, ..), theme), pile) in ways.iter().zip(&mut piles) {
            view::set_size(&quiz.browser, *width, 900);
            view::set_media(&quiz.browser, Media { theme: *theme, ..Media::default() });
            let file = format!("{}-{}-{width}.png", scene.name, theme.name());
            let size = view::picture(&quiz.browser, MOST, &folder.join(&file));
            pile.push(Picture { file, caption: scene.name.to_owned(), size });
        }
    }
    view::set_media(&quiz.browser, Media::default());
    quiz.server.mount("/screens/", folder);
    let mut count = piles.iter().map(Vec::len).sum();
    for (((width, scale, across, down), theme), pile) in ways.iter().zip(&piles) {
        for (number, pictures) in pile.chunks(across * down).enumerate() {
            let name = format!("sheet-{}-{width}-{}", theme.name(), number + 1);
            let page = sheet(pictures, *scale, *across);
            std::fs::write(folder.join(format!("{name}.html")), page).expect("a sheet can be written");
            photograph(quiz, &name, folder);
            count += 1;
        }
    }
    count
}

/// The page of a sheet.
fn sheet(pictures: &[Picture], scale: f64, across: usize) -> String {
    let scaled = |pixels: u32| (f64::from(pixels) * scale).round();
    let width = pictures.iter().map(|picture| scaled(picture.size.0)).fold(0.0, f64::max);
    let mut page = format!(
        "<!doctype html><meta charset=utf-8><title>Sheet</title><link rel=icon href=data:,><style>\
         body {{ margin: 12px; background: #888; font: 13px sans-serif; display: grid; gap: 12px; \
         grid-template-columns: repeat({across}, {width}px); align-items: start }}\
         figure {{ margin: 0 }} figcaption {{ padding: 2px 0; color: #fff }} div {{ overflow: hidden }}\
         img {{ display: block }}</style>\n"
    );
    for Picture { file, caption, size } in pictures {
        let (width, height) = (scaled(size.0), scaled(size.1.min(MOST_ON_SHEET)));
        let _ = writeln!(
            page,
            "<figure><figcaption>{caption}</figcaption><div style=\"height: {height}px\">\
             <img src=\"{file}\" width=\"{width}\" alt=\"\"></div></figure>"
        );
    }
    page
}

/// Makes a picture of a sheet, once all that is on it is there.
fn photograph(quiz: &Quiz, name: &str, folder: &Path) {
    view::set_size(&quiz.browser, 1800, 900);
    quiz.browser.open(&quiz.server.address(&format!("/screens/{name}.html")));
    let script = "return Promise.all(Array.from(document.images, image => image.decode())).then(() => true)";
    quiz.browser.run(script, &[]);
    view::picture(&quiz.browser, 2500, &folder.join(format!("{name}.png")));
}
