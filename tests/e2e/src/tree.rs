//! CHROMIUM ONLY. The accessibility tree of the page as text: what a screen reader is given, line by line.

use crate::browser::Browser;
use crate::engine::chromium::devtools;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Roles that say nothing by themselves: what is in them stands in their place.
const TRANSPARENT: [&str; 6] = ["none", "generic", "InlineTextBox", "LineBreak", "LabelText", "Legend"];

/// What is told of an element beside its role and name, where it is not the usual.
const STATES: [&str; 18] = [
    "level",
    "checked",
    "pressed",
    "expanded",
    "selected",
    "disabled",
    "readonly",
    "required",
    "invalid",
    "multiline",
    "modal",
    "focused",
    "live",
    "atomic",
    "busy",
    "valuemin",
    "valuemax",
    "valuetext",
];

/// The tree, two spaces to a level.
///
/// # Panics
///
/// Where the browser does not tell it.
#[track_caller]
pub fn read(browser: &Browser) -> String {
    devtools(browser, "Accessibility.enable", &json!({}));
    let tree = devtools(browser, "Accessibility.getFullAXTree", &json!({}));
    // It costs time at every change of the page as long as it is on.
    devtools(browser, "Accessibility.disable", &json!({}));
    let nodes = tree["nodes"].as_array().expect("a tree has nodes");
    let by_id: BTreeMap<&str, &Value> = nodes.iter().map(|node| (text(&node["nodeId"]), node)).collect();
    let mut lines = String::new();
    if let Some(root) = nodes.first() {
        write(root, &by_id, 0, "", &mut lines);
    }
    lines
}

/// A text without the port of the tests' server, which is another each time; also where it is part of another address.
fn without_port(text: &str) -> String {
    const HOST: &str = "127.0.0.1";
    let mut parts = text.split(HOST);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let port = part.strip_prefix(':').or_else(|| part.strip_prefix("%3A"));
        let rest = port.map_or(part, |port| port.trim_start_matches(|digit: char| digit.is_ascii_digit()));
        kept += HOST;
        kept += rest;
    }
    kept
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn write(node: &Value, by_id: &BTreeMap<&str, &Value>, depth: usize, name_above: &str, lines: &mut String) {
    let role = text(&node["role"]["value"]);
    let name = without_port(&words(text(&node["name"]["value"])));
    let is_shown = node["ignored"] != true
        && !(TRANSPARENT.contains(&role) && (name.is_empty() || role == "InlineTextBox"))
        // A button's text is its name once more.
        && !(role == "StaticText" && (name.is_empty() || name_above.contains(&name)));
    let (depth, name_above) = if is_shown {
        let _ = writeln!(lines, "{:indent$}{}", "", line(node, role, &name), indent = depth * 2);
        (depth + 1, if name.is_empty() { name_above.to_owned() } else { name })
    } else {
        (depth, name_above.to_owned())
    };
    let children = node["childIds"].as_array().into_iter().flatten();
    for child in children.filter_map(|id| by_id.get(text(id))) {
        // A region named by its heading says the heading all the same: only texts are left out above.
        write(child, by_id, depth, &name_above, lines);
    }
}

fn line(node: &Value, role: &str, name: &str) -> String {
    let mut line = role.to_owned();
    if !name.is_empty() {
        let _ = write!(line, " {name:?}");
    }
    let description = words(text(&node["description"]["value"]));
    if !description.is_empty() {
        let _ = write!(line, " described by {description:?}");
    }
    match &node["value"]["value"] {
        Value::String(value) if !value.is_empty() => drop(write!(line, " value {:?}", without_port(value))),
        Value::Number(value) => drop(write!(line, " value {value}")),
        _ => {}
    }
    let properties = node["properties"].as_array().into_iter().flatten();
    for property in properties.filter(|property| STATES.contains(&text(&property["name"]))) {
        let (name, value) = (text(&property["name"]), &property["value"]["value"]);
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        match &*value {
            "" => {}
            // The page has the focus whenever the window does.
            "true" if name == "focused" && role == "RootWebArea" => {}
            // `expanded` and `checked` are told only of what can be so, and then both ways matter.
            "false" if !matches!(name, "expanded" | "checked" | "pressed") => {}
            "true" => drop(write!(line, " {name}")),
            "false" => drop(write!(line, " not {name}")),
            _ => drop(write!(line, " {name}={value}")),
        }
    }
    line
}

/// With one space between words: how a name is put together of several elements differs between versions.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
