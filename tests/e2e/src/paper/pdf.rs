//! What stands in a PDF, as far as tests ask. No reader of every PDF; it knows how Chromium and Firefox write theirs.

use std::collections::BTreeMap;

/// What was printed.
pub(super) struct Pdf {
    /// How many pages it has.
    pub(super) pages: usize,
    /// All that stands on them, without the spaces.
    pub(super) text: String,
    /// How they are drawn.
    pub(super) drawing: String,
}

impl Pdf {
    /// Reads what a browser has written.
    ///
    /// # Panics
    ///
    /// Where it is no PDF.
    #[track_caller]
    pub(super) fn read(bytes: &[u8]) -> Self {
        assert!(bytes.starts_with(b"%PDF-"), "this is no PDF");
        let objects = objects(bytes);
        // Firefox packs what describes pages into streams of objects.
        let described: String = objects
            .values()
            .map(|object| match &object.stream {
                Some(stream) if object.about.contains("/ObjStm") => latin(stream),
                _ => object.about.clone(),
            })
            .collect();
        let pages = described.split("/Type /Page").skip(1).filter(|rest| !rest.starts_with('s')).count();
        let fonts = fonts(&described, &objects);
        let streams = objects.values().filter_map(|object| object.stream.as_deref());
        let drawings = streams.filter(|stream| find(stream, b"BT\n").is_some()).map(latin);
        let drawings: Vec<String> = drawings.collect();
        let text: String = drawings.iter().map(|drawing| drawn(drawing, &fonts)).collect();
        Self { pages, text: text.split_whitespace().collect(), drawing: drawings.concat() }
    }
}

/// An object: what is said of it, and what it holds.
struct Object {
    about: String,
    stream: Option<Vec<u8>>,
}

/// The characters that the numbers of a font's glyphs stand for.
type Glyphs = BTreeMap<u32, String>;

/// The objects by their numbers.
fn objects(bytes: &[u8]) -> BTreeMap<u32, Object> {
    const BEGIN: &[u8] = b" 0 obj";
    let mut objects = BTreeMap::new();
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], BEGIN) {
        let before = latin(&bytes[at..at + found]);
        let number = before.rsplit(|char: char| !char.is_ascii_digit()).next().and_then(|number| number.parse().ok());
        let begin = at + found + BEGIN.len();
        let end = find(&bytes[begin..], b"endobj").map_or(bytes.len(), |end| begin + end);
        let body = &bytes[begin..end];
        let (about, stream) = match find(body, b"stream") {
            Some(at) => (&body[..at], unpacked(&body[at + b"stream".len()..])),
            None => (body, None),
        };
        if let Some(number) = number {
            objects.insert(number, Object { about: latin(about), stream });
        }
        at = end;
    }
    objects
}

/// A stream without its compression; none where it cannot be undone, as of a font's own kind.
fn unpacked(stream: &[u8]) -> Option<Vec<u8>> {
    let begin = stream.iter().position(|byte| !matches!(byte, b'\r' | b'\n'))?;
    miniz_oxide::inflate::decompress_to_vec_zlib(&stream[begin..]).ok()
}

/// The glyphs of each font that names them, by what pages call the font.
fn fonts(described: &str, objects: &BTreeMap<u32, Object>) -> BTreeMap<String, Glyphs> {
    let words: Vec<&str> = described.split(|char: char| char.is_whitespace() || "<>[]".contains(char)).collect();
    let reference =
        |about: &str, key: &str| -> Option<u32> { about.split_once(key)?.1.split_whitespace().next()?.parse().ok() };
    let font = |words: &[&str]| {
        let [name, number, "0", "R"] = words else { return None };
        let font = objects.get(&number.parse().ok()?)?;
        let meaning = objects.get(&reference(&font.about, "/ToUnicode ")?)?;
        Some((name.strip_prefix('/')?.to_owned(), glyphs(&latin(meaning.stream.as_ref()?))))
    };
    words.windows(4).filter_map(font).collect()
}

/// Reads a table of what glyphs stand for: single ones, and ranges.
fn glyphs(table: &str) -> Glyphs {
    let mut glyphs = Glyphs::new();
    for line in table.lines() {
        let numbers: Vec<&str> = line.split(['<', '>']).map(str::trim).filter(|part| !part.is_empty()).collect();
        match numbers[..] {
            [from, text] => {
                glyphs.extend(number(from).map(|from| (from, characters(text))));
            }
            [from, to, text] => {
                let (Some(from), Some(to), Some(first)) = (number(from), number(to), number(text)) else { continue };
                let character = |at: u32| char::from_u32(first + at - from).unwrap_or('?').to_string();
                glyphs.extend((from..=to).map(|at| (at, character(at))));
            }
            _ => {}
        }
    }
    glyphs
}

fn number(hex: &str) -> Option<u32> {
    u32::from_str_radix(hex, 16).ok()
}

/// Characters in hexadecimal UTF-16.
fn characters(hex: &str) -> String {
    let units = (0..hex.len() / 4).filter_map(|at| u16::from_str_radix(&hex[at * 4..at * 4 + 4], 16).ok());
    char::decode_utf16(units).map(|char| char.unwrap_or('?')).collect()
}

/// The text that a page draws: glyphs by their numbers, as Chromium writes them, or letters in brackets, as Firefox does.
fn drawn(page: &str, fonts: &BTreeMap<String, Glyphs>) -> String {
    let mut text = String::new();
    let mut font = None;
    let mut rest = page;
    while let Some(at) = rest.find(['/', '<', '(']) {
        let inside = &rest[at + 1..];
        match rest.as_bytes()[at] {
            b'/' => {
                let is_end = |char: char| char.is_whitespace() || char == '<';
                let end = inside.find(is_end).unwrap_or(inside.len());
                font = fonts.get(&inside[..end]).or(font);
                rest = &inside[end..];
            }
            // Said of what is drawn, and not drawn.
            b'<' if inside.starts_with('<') => rest = inside.split_once(">>").map_or("", |(_, after)| after),
            b'<' => {
                let end = inside.find('>').unwrap_or(inside.len());
                let numbers = (0..end / 4).filter_map(|at| number(&inside[at * 4..at * 4 + 4]));
                let known = font.into_iter().flat_map(|font| numbers.clone().filter_map(|number| font.get(&number)));
                known.for_each(|characters| text.push_str(characters));
                rest = &inside[end..];
            }
            _ => rest = letters(inside, &mut text),
        }
    }
    // Two letters that a font draws as one.
    text.replace('ﬁ', "fi").replace('ﬂ', "fl")
}

/// Reads letters up to the bracket that ends them, and returns what comes after it.
fn letters<'d>(drawing: &'d str, text: &mut String) -> &'d str {
    let mut rest = drawing;
    while let Some(at) = rest.find(['\\', ')']) {
        text.push_str(&rest[..at]);
        let inside = &rest[at + 1..];
        if rest.as_bytes()[at] == b')' {
            return inside;
        }
        // A letter by its number in three octal digits, or a character that would mean something else.
        let octal = inside.get(..3).and_then(|digits| u32::from_str_radix(digits, 8).ok());
        match octal {
            Some(number) => text.extend(char::from_u32(number)),
            None => text.extend(inside.chars().next()),
        }
        let taken = if octal.is_some() { 3 } else { inside.chars().next().map_or(0, char::len_utf8) };
        rest = &inside[taken..];
    }
    ""
}

/// Bytes as characters, one each.
fn latin(bytes: impl AsRef<[u8]>) -> String {
    let bytes = bytes.as_ref();
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
