//! What is sent with the files of a build, for tests: the recipes for hosts, and what `cargo xtask serve` sends, say the same.

use crate::{file, paths};
use std::collections::BTreeMap;

/// With every file.
const ALWAYS: [(&str, &str); 5] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", PERMISSIONS),
];

/// What no part of the quiz needs. What copies and shares is not among it, nor a name that an engine would complain of.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), \
    geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), \
    publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

/// With files whose names have the digest of what is in them.
const HASHED: &str = "public, max-age=31536000, immutable";
/// With all others.
const OTHER: &str = "no-cache";

/// For sites that want a list of those that may have the quiz in a frame. In no recipe it holds as it stands.
const ANCESTORS: &str = "frame-ancestors 'self' https://bootcamp.example";

fn read(path: &str) -> String {
    file::read(&paths::root().join(path)).expect("it is there")
}

fn always() -> BTreeMap<String, String> {
    ALWAYS.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// The rules of `_headers`: a path, and what is sent with it.
fn rules() -> BTreeMap<String, BTreeMap<String, String>> {
    let mut rules: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut path = String::new();
    let text = read("public/_headers");
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.trim().starts_with('#')) {
        match line.strip_prefix("  ") {
            None => path = line.to_owned(),
            Some(header) => {
                let (name, value) = header.split_once(": ").expect("a header has a value");
                let rule = rules.entry(path.clone()).or_default();
                assert_eq!(rule.insert(name.to_owned(), value.to_owned()), None, "{path}: {name} stands there twice");
            }
        }
    }
    rules
}

/// What is sent with a path by these rules. Where two have the same header, hosts differ in what they send.
fn sent(rules: &BTreeMap<String, BTreeMap<String, String>>, path: &str) -> BTreeMap<String, String> {
    let mut sent = BTreeMap::new();
    for (pattern, headers) in rules {
        let fits = pattern.strip_suffix('*').map_or(path == pattern, |start| path.starts_with(start));
        for (name, value) in headers.iter().filter(|_| fits) {
            assert_eq!(sent.insert(name.clone(), value.clone()), None, "{path} is sent two values of {name}");
        }
    }
    sent
}

#[test]
fn hosts_that_read_the_file_of_headers_send_what_is_needed_with_every_file() {
    let rules = rules();
    for (path, cache) in [
        ("/", OTHER),
        ("/index.html", OTHER),
        ("/service-worker.js", OTHER),
        ("/manifest.webmanifest", OTHER),
        ("/content/back-end-developer.en.json", OTHER),
        ("/words/en.json", OTHER),
        ("/beginnings/back-end-developer.en.0123456789abcdef.json", HASHED),
        ("/icons/icon-192.png", OTHER),
        ("/embed.js", OTHER),
        ("/embed.d.ts", OTHER),
        ("/embed/", OTHER),
        ("/embed/builder.js", OTHER),
        ("/career-quiz-9d55a1a89c8268b9.js", HASHED),
        ("/career-quiz-9d55a1a89c8268b9_bg.wasm", HASHED),
        ("/career-quiz-9d55a1a89c8268b9_cold.wasm", HASHED),
        ("/career-quiz-9d55a1a89c8268b9_later.wasm", HASHED),
        ("/icon-dd06f7535503595e.svg", HASHED),
    ] {
        let mut expected = always();
        expected.insert("Cache-Control".to_owned(), cache.to_owned());
        assert_eq!(sent(&rules, path), expected, "{path}");
    }
    assert!(read("public/_headers").contains(&format!("  # Content-Security-Policy: {ANCESTORS}\n")));
}

#[test]
fn every_file_that_is_copied_into_a_build_has_a_rule_for_caches() {
    let rules = rules();
    for entry in std::fs::read_dir(paths::root().join("public")).expect("it is there") {
        let entry = entry.expect("it can be read");
        let name = entry.file_name().into_string().expect("a name is text");
        // The icon gets a digest into its name; the others are drawn from or put in another's place.
        if ["_headers", "icon.svg", "icon-maskable.svg", "service-worker-off.js"].contains(&&*name) {
            continue;
        }
        let path = if entry.path().is_dir() { format!("/{name}/x") } else { format!("/{name}") };
        assert!(sent(&rules, &path).contains_key("Cache-Control"), "{path}");
    }
}

#[test]
fn the_recipe_for_nginx_sends_the_same() {
    let text = read("docs/nginx.conf");
    let header = |line: &str| {
        let (name, value) = line.trim().strip_prefix("add_header ")?.strip_suffix(';')?.split_once(' ')?;
        let value = value.strip_suffix(" always").unwrap_or(value).trim_matches('"');
        Some((name.to_owned(), value.to_owned()))
    };
    let mut expected = always();
    expected.insert("Cache-Control".to_owned(), "$cache_control".to_owned());
    assert_eq!(text.lines().filter_map(header).collect::<BTreeMap<_, _>>(), expected);
    assert!(text.contains(&format!("default {OTHER};\n")) && text.contains(&format!(" \"{HASHED}\";\n")), "{text}");
    assert!(text.contains(&format!("#add_header Content-Security-Policy \"{ANCESTORS}\" always;\n")));
    // A header in a `location` would take all those of the server away there.
    assert!(!text.contains("            add_header"));
}

#[test]
fn the_server_for_development_sends_the_same() {
    let text = read("Trunk.toml");
    let (_, section) = text.split_once("[serve.headers]\n").expect("it has the section");
    let lines = section.lines().filter(|line| !line.starts_with('#'));
    let header = |line: &str| {
        let (name, value) = line.split_once(" = ").expect("a header has a value");
        (name.trim_matches('"').to_owned(), value.trim_matches('"').to_owned())
    };
    let mut expected = always();
    expected.insert("Cache-Control".to_owned(), OTHER.to_owned());
    assert_eq!(lines.map(header).collect::<BTreeMap<_, _>>(), expected);
}
