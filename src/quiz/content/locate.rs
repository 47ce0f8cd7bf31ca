/// The path into a JSON text at a line and column, such as `questions[3].options[1].id`. This is how
/// an error of the JSON reader, which knows only the place in the text, gets a path. Lines and
/// columns count from 1 and columns count bytes, as `serde_json` has them.
pub(crate) fn path_at(text: &str, line: usize, column: usize) -> String {
    let mut rest = offset(text, line, column);
    let mut stack: Vec<Step> = Vec::new();
    let mut last_string = String::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    rest = rest.min(bytes.len());
    while at < rest {
        match bytes[at] {
            b'"' => {
                let end = string_end(bytes, at);
                last_string = text.get(at + 1..end).unwrap_or_default().to_owned();
                // A key that the place lies in is the place, even though its colon has not come yet.
                if end + 1 >= rest && matches!(stack.last(), Some(Step::Key(None))) && is_key(bytes, end + 1) {
                    stack.pop();
                    stack.push(Step::Key(Some(last_string.clone())));
                }
                at = end;
            }
            b'{' => stack.push(Step::Key(None)),
            b'[' => stack.push(Step::Index(0)),
            b':' => {
                if let Some(Step::Key(key)) = stack.last_mut() {
                    *key = Some(last_string.clone());
                }
            }
            b',' => match stack.last_mut() {
                Some(Step::Key(key)) => *key = None,
                Some(Step::Index(index)) => *index += 1,
                None => {}
            },
            b'}' | b']' => {
                stack.pop();
            }
            _ => {}
        }
        at += 1;
    }
    show(&stack)
}

/// The line and column of a place that is told by line and column in a part of a text, which begins at `begin`.
pub(crate) fn in_whole(text: &str, begin: usize, line: usize, column: usize) -> (usize, usize) {
    let before = &text[..begin];
    let lines = before.matches('\n').count();
    let columns = if line == 1 { before.len() - before.rfind('\n').map_or(0, |newline| newline + 1) } else { 0 };
    (line + lines, column + columns)
}

/// Where the value of a field of the outermost object begins.
pub(crate) fn value_of(text: &str, field: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (0, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'"' => {
                let end = string_end(bytes, at);
                if depth == 1 && text.get(at + 1..end) == Some(field) && is_key(bytes, end + 1) {
                    let colon = end + 1 + text[end + 1..].find(':')?;
                    return Some(text.len() - text[colon + 1..].trim_start().len());
                }
                at = end;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    None
}

/// The most steps that a path is written with.
const MAX_STEPS: usize = 16;

enum Step {
    Key(Option<String>),
    Index(usize),
}

fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    before + column
}

fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at
}

fn is_key(bytes: &[u8], after: usize) -> bool {
    let next = bytes.iter().skip(after).find(|byte| !byte.is_ascii_whitespace());
    next == Some(&b':')
}

fn show(stack: &[Step]) -> String {
    let mut path = String::new();
    // Brackets without end would make a path without end; the place is told by line and column too.
    for step in stack.iter().take(MAX_STEPS) {
        match step {
            Step::Key(Some(key)) if path.is_empty() => path.push_str(key),
            Step::Key(Some(key)) => {
                path.push('.');
                path.push_str(key);
            }
            Step::Key(None) => {}
            Step::Index(index) => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::{in_whole, path_at, value_of};

    #[track_caller]
    fn assert_path(text: &str, marked: &str, expected: &str) {
        let at = text.find(marked).expect("the mark is in the text") + marked.len();
        let line = text[..at].matches('\n').count() + 1;
        let column = at - text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        assert_eq!(path_at(text, line, column), expected);
    }

    const TEXT: &str = "{\"questions\": [\n  {\"id\": \"a\"},\n  {\"id\": \"b\", \"options\": [{\"id\": 1}, {\"text\": \"x, {y}\", \"no\": 2}]}\n]}";

    #[test]
    fn a_value_has_the_path_of_its_keys_and_indices() {
        assert_path(TEXT, "\"id\": 1", "questions[1].options[0].id");
    }

    #[test]
    fn a_field_of_the_outermost_object_is_found_and_no_other() {
        let text = "{\"a\": {\"steps\": 1}, \"b\": \"steps\",\n  \"steps\" :\n  [2]}";
        let begin = value_of(text, "steps").expect("there is one");
        assert_eq!(&text[begin..], "[2]}");
        assert_eq!(in_whole(text, begin, 1, 2), (3, 4));
        assert_eq!(in_whole(text, begin, 2, 2), (4, 2));
        assert_eq!(value_of(text, "c"), None);
    }

    #[test]
    fn punctuation_inside_a_string_does_not_count() {
        assert_path(TEXT, "{y}\"", "questions[1].options[1].text");
    }

    #[test]
    fn a_key_without_a_value_yet_is_part_of_the_path() {
        assert_path(TEXT, "\"no\"", "questions[1].options[1].no");
    }

    #[test]
    fn the_start_of_the_text_has_an_empty_path() {
        assert_eq!(path_at(TEXT, 1, 0), "");
    }

    #[test]
    fn a_place_behind_the_end_is_the_end() {
        assert_eq!(path_at("{\"a\": [1", 9, 9), "a[0]");
    }
}
