//! How the page is looked at: its size, its colours, and pictures of it.

use crate::browser::Browser;
use crate::engine::Engine;
use crate::engine::chromium::devtools;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::path::Path;

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// As CSS calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What the browser is told of its user's settings.
#[derive(Clone, Copy, Debug)]
pub struct Media {
    /// Light or dark.
    pub theme: Theme,
    /// Whether the system's own few colours stand in for those of the page.
    pub forced_colors: bool,
    /// Whether less motion is asked for.
    pub reduced_motion: bool,
}

impl Default for Media {
    /// Light, and without motion: what is looked at must not be on its way to something else.
    fn default() -> Self {
        Self { theme: Theme::Light, forced_colors: false, reduced_motion: true }
    }
}

/// Makes the page exactly so many CSS pixels wide and high.
///
/// # Panics
///
/// Where the page does not become so.
#[track_caller]
pub fn set_size(browser: &Browser, width: u32, height: u32) {
    const INNER: &str = "return [innerWidth, innerHeight]";
    if Engine::current() == Engine::Chromium {
        // A window of its own is never narrower than 500 pixels.
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        devtools(browser, "Emulation.setDeviceMetricsOverride", &metrics);
    } else {
        // By its outer size, and once more by what the frame was then seen to take.
        let mut outer = [width, height];
        for _ in 0..2 {
            let rect = json!({ "width": outer[0], "height": outer[1] });
            browser.post("window/rect", rect).expect("a window can be sized");
            let [seen_width, seen_height] = numbers(&browser.run(INNER, &[]));
            outer = [outer[0] + width - seen_width, outer[1] + height - seen_height];
        }
    }
    let wanted = json!([width, height]);
    browser.until(&format!("a page of {width} by {height}"), || (browser.run(INNER, &[]) == wanted).then_some(()));
}

/// Tells the browser of its user's settings.
#[track_caller]
pub fn set_media(browser: &Browser, media: Media) {
    let on = |name: &str, on: bool, yes: &str, no: &str| json!({ "name": name, "value": if on { yes } else { no } });
    let features = json!([
        { "name": "prefers-color-scheme", "value": media.theme.name() },
        on("forced-colors", media.forced_colors, "active", "none"),
        on("prefers-reduced-motion", media.reduced_motion, "reduce", "no-preference"),
    ]);
    devtools(browser, "Emulation.setEmulatedMedia", &json!({ "features": features }));
    // The page takes it over with its next frame.
    let script = "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
    browser.run(script, &[]);
}

/// Tells times as they are in Greenwich, wherever the tests run.
#[track_caller]
pub fn set_time_zone(browser: &Browser) {
    devtools(browser, "Emulation.setTimezoneOverride", &json!({ "timezoneId": "UTC" }));
}

/// Puts styles over those of the page, in place of what this has put there before.
#[track_caller]
pub fn set_style(browser: &Browser, style: &str) {
    // Not a `<style>` element, which a page may forbid.
    const SCRIPT: &str = "
        window.over ??= new CSSStyleSheet();
        if (!document.adoptedStyleSheets.includes(window.over)) document.adoptedStyleSheets.push(window.over);
        window.over.replaceSync(arguments[0]);
    ";
    browser.run(SCRIPT, &[style.into()]);
}

/// The colours along the middle of a part of the page, from left to right: a value for each pixel. The part is given by
/// its left and top edge, its width and its height.
#[track_caller]
pub fn colors(browser: &Browser, [left, top, width, height]: [f64; 4]) -> Vec<String> {
    const SCRIPT: &str = "
        const bytes = Uint8Array.from(atob(arguments[0]), character => character.charCodeAt(0));
        return createImageBitmap(new Blob([bytes], { type: 'image/png' })).then(image => {
            const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
            context.drawImage(image, 0, 0);
            const { data } = context.getImageData(0, Math.floor(image.height / 2), image.width, 1);
            return Array.from({ length: image.width }, (_, at) => Array.from(data.slice(at * 4, at * 4 + 3)).join(' '));
        });
    ";
    let clip = json!({ "x": left, "y": top, "width": width, "height": height, "scale": 1 });
    let parameters = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
    let picture = devtools(browser, "Page.captureScreenshot", &parameters);
    // Read by the browser itself, which can.
    serde_json::from_value(browser.run(SCRIPT, &[picture["data"].clone()])).expect("a list of colours")
}

/// Takes a picture of the page, as far down as `most` CSS pixels, and returns how large it is.
///
/// # Panics
///
/// Where the file cannot be written.
#[track_caller]
pub fn picture(browser: &Browser, most: u32, file: &Path) -> (u32, u32) {
    // A dialog lies over the window and not over the page, so there the window is what is seen, as far down as it is.
    let script = "
        const over = document.querySelector('dialog:modal') !== null;
        const height = over ? 0 : document.documentElement.scrollHeight;
        return [innerWidth, Math.max(innerHeight, height), over ? scrollY : 0];
    ";
    let [width, height, top] = numbers(&browser.run(script, &[]));
    // One more than the window, which is wider than it is told to be: of a page from right to left that ends within it,
    // its left edge would be in the picture, and not the page's.
    let height = height.min(most) + 1;
    let clip = json!({ "x": 0, "y": top, "width": width, "height": height, "scale": 1 });
    let parameters = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
    let picture = devtools(browser, "Page.captureScreenshot", &parameters);
    let data = picture["data"].as_str().expect("a picture has data");
    let data = STANDARD.decode(data).expect("the data of a picture is in base 64");
    std::fs::write(file, data).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    (width, height)
}

fn numbers<const MANY: usize>(list: &Value) -> [u32; MANY] {
    std::array::from_fn(|at| list[at].as_f64().unwrap_or_default() as u32)
}
