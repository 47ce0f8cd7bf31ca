//! Writes the first screen of a quiz to standard output: `first-screen CONTENT WORDS TAG=NAME …`, where the tags are those of all languages
//! that it can be taken in, each with what the language calls itself.

use career_quiz::browser::languages::Language;
use career_quiz::first_screen;
use career_quiz::quiz::content;
use career_quiz::quiz::words::Words;
use career_quiz::state::material::Material;
use std::process::ExitCode;

fn main() -> ExitCode {
    match html(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(html) => {
            print!("{html}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn html(arguments: &[String]) -> Result<String, String> {
    let [content, words, languages @ ..] = arguments else {
        return Err("usage: first-screen CONTENT WORDS TAG=NAME …".to_owned());
    };
    let read = |path: &String| std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"));
    let faults = |path: &String, faults: Vec<content::Fault>| {
        faults.iter().map(|fault| format!("{path}: {fault}")).collect::<Vec<_>>().join("\n")
    };
    let source = read(content)?;
    let quiz = content::parse(&source).map_err(|found| faults(content, found))?;
    let words = Words::parse(&read(words)?).map_err(|found| faults(words, found))?;
    let language = |pair: &String| {
        let (tag, name) = pair.split_once('=').ok_or_else(|| format!("{pair}: a tag and a name with = between"))?;
        // Its files are for the page to name: nothing is fetched here.
        Ok(Language { tag: tag.to_owned(), name: name.to_owned(), ..Language::default() })
    };
    let languages = languages.iter().map(language).collect::<Result<_, String>>()?;
    Ok(first_screen::html(Material::new(quiz, words, source), languages))
}
