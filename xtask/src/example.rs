//! `cargo xtask example`: the example of a host's site, with the quiz in its pages.

use crate::args::ExampleOptions;
use crate::{Result, paths};
use std::fs;
use std::path::{Path, PathBuf};
use tiny_http::{Header, Request, Response, Server};

/// Where the pages of the example have the quiz.
pub(crate) const QUIZ: &str = "http://localhost:8080";

/// A file to answer with.
#[derive(Debug, PartialEq)]
struct Found {
    body: Vec<u8>,
    mime: &'static str,
}

/// Serves until it is ended by Ctrl-C.
pub(crate) fn run(options: &ExampleOptions) -> Result {
    let ExampleOptions { port, quiz } = options;
    let server = Server::http(("127.0.0.1", *port))
        .map_err(|_| format!("port {port} is in use or not allowed: name another one after --port"))?;
    println!("The example is at http://127.0.0.1:{port}/ until you press Ctrl-C; it expects the quiz at {quiz}.");
    let folder = folder();
    for request in server.incoming_requests() {
        answer(request, &folder, quiz);
    }
    Ok(())
}

fn folder() -> PathBuf {
    paths::root().join("examples").join("bootcamp")
}

fn answer(request: Request, folder: &Path, quiz: &str) {
    let found = find(folder, request.url(), quiz);
    let (status, Found { body, mime }) = match found {
        Some(found) => (200, found),
        None => (404, Found { body: b"not found".to_vec(), mime: "text/plain" }),
    };
    let mut response = Response::from_data(body).with_status_code(status);
    let mut headers =
        vec![("Content-Type", mime), ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff")];
    if mime == "application/json" {
        // The quiz fetches it from its own origin.
        headers.push(("Access-Control-Allow-Origin", "*"));
    }
    for (name, value) in headers {
        // All of them are ASCII, so there is none that cannot be made.
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A connection that breaks off is the browser's affair.
    let _ = request.respond(response);
}

/// The file of an address, with the quiz where it is expected.
fn find(folder: &Path, url: &str, quiz: &str) -> Option<Found> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = if path.is_empty() { "index.html" } else { path };
    // All files lie in the folder itself, so no other path leads anywhere, nor out of it.
    if path.contains(['/', '\\', ':']) || path.starts_with('.') {
        return None;
    }
    let mime = match path.rsplit_once('.')?.1 {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        _ => return None,
    };
    let body = fs::read(folder.join(path)).ok()?;
    let body = match String::from_utf8(body) {
        Ok(text) if mime.starts_with("text/html") || mime.starts_with("text/javascript") => {
            text.replace(QUIZ, quiz).into_bytes()
        }
        Ok(text) => text.into_bytes(),
        Err(other) => other.into_bytes(),
    };
    Some(Found { body, mime })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;
    use career_quiz::quiz::fingerprint::fingerprint;

    fn text(url: &str) -> Option<String> {
        find(&folder(), url, "https://quiz.example").map(|found| String::from_utf8(found.body).expect("it is text"))
    }

    #[test]
    fn pages_have_the_quiz_where_it_is_expected() {
        for (page, wanted) in [
            ("/quiz.html", "<script async src=\"https://quiz.example/embed.js\">"),
            ("/quiz.html?a=b", "script-src 'self' https://quiz.example;"),
            ("/apply.html", "<script async src=\"https://quiz.example/embed.js\" data-"),
            ("/library.html", "src=\"https://quiz.example/?theme="),
        ] {
            let text = text(page).expect(page);
            assert!(text.contains(wanted), "{page} does not have {wanted}");
            assert!(!text.contains(QUIZ), "{page} has {QUIZ}");
        }
        assert_eq!(text("/"), text("/index.html"));
    }

    #[test]
    fn what_is_no_file_of_the_site_is_not_found() {
        for path in
            ["/no.html", "/../bootcamp/quiz.html", "/..", "/.", "//etc/hosts", "/..\\x.js", "/c:x.js", "quiz.html", ""]
        {
            assert_eq!(text(path), None, "{path:?}");
        }
    }

    #[test]
    fn its_quiz_is_its_own_with_the_scoring_of_the_default_one() {
        let read =
            |path: &Path| content::from_bytes(&fs::read(path).expect("it is there"), path).expect("it is a quiz");
        let (own, default) = (read(&folder().join("quiz.json")), read(&paths::content()));
        assert_eq!(fingerprint(&own), fingerprint(&default));
        assert_ne!(own.id, default.id);
        assert_eq!(content::check::run(&[folder().join("quiz.json")]), Ok(()));
    }
}
