//! The command line. Parsed by hand: a dozen commands do not pay for a dependency that every build waits for.

use crate::steps::Group;
use std::ffi::OsString;
use std::path::PathBuf;

/// What `cargo xtask --help` prints.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--open] [--content FILE] [--port N]
                       build the quiz, serve it on this machine, rebuild and reload when a file is saved;
                       --content serves another quiz, checks it whenever it is saved and shows its errors
  build [--public-url PATH]
                       make the release in dist/; it works under any path unless one is given
  test [--all-engines] [--full] [STEP...]
                       run every test, or only these: fmt clippy docs core components build e2e;
                       end-to-end tests run in Chromium, and in Firefox and WebKitGTK where these are there;
                       --all-engines wants all three, and --full wants them and the checks that take long
  screens [DIR]        take pictures of every screen and state of the release, and lay them out on sheets, in
                       target/screens unless DIR is given
  accessibility        write docs/accessibility.md of what `test e2e` found last

  content check FILE...
                       say what is wrong with quizzes, and where; prove that everything in them can come up,
                       that every answer matters and that no question decides alone; run their personas
  content install FILE... DIST
                       put another quiz into a finished build; more FILEs are its translations
  content pseudo DIST  add a made-up language, written from right to left, to a finished build
  content schema [--check]
                       write public/content/quiz.schema.json, or check that it is current
  content score [--content FILE]
                       read answers from the standard input, a line of JSON for each person, and write what
                       comes of them as a line of JSON each; docs/scoring.md has the format
  content searches [--content FILE]
                       print the searches of a person who states no language, as JSON
  content evidence [--content FILE]
                       hold the searches and the question for years against the counts in evidence/

What is missing is installed on the way, after saying what and why. Tools are kept in
$CAREER_QUIZ_TOOLS, or else in the cache folder of this user, and never replace anything.
`cargo xtask page` is for Trunk, which runs it at the end of each build.";

/// A command, ready to be run.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    /// Print the usage.
    Help,
    /// Serve the quiz for development.
    Serve(ServeOptions),
    /// Make the release.
    Build {
        /// The path the quiz will be served from, if it is to be fixed.
        public_url: Option<String>,
    },
    /// Run the tests.
    Test(TestOptions),
    /// Take pictures of every screen.
    Screens {
        /// Where to; a folder of Cargo's if none is given.
        folder: Option<PathBuf>,
    },
    /// Write what the tests found of accessibility.
    Accessibility,
    /// Check quizzes.
    Check {
        /// The quizzes.
        files: Vec<PathBuf>,
    },
    /// Put a quiz into a finished build.
    Install {
        /// The quiz, and its translations.
        files: Vec<PathBuf>,
        /// The folder of the build.
        dist: PathBuf,
    },
    /// Add a made-up language to a finished build.
    Pseudo {
        /// The folder of the build.
        dist: PathBuf,
    },
    /// Write the JSON Schema.
    Schema {
        /// Compare instead of writing.
        check: bool,
    },
    /// Score answers by a quiz.
    Score {
        /// The quiz; the default one if none is given.
        content: Option<PathBuf>,
    },
    /// Print the searches of a quiz.
    Searches {
        /// The quiz; the default one if none is given.
        content: Option<PathBuf>,
    },
    /// Measure a quiz on real counts.
    Evidence {
        /// The quiz; the default one if none is given.
        content: Option<PathBuf>,
    },
    /// Finish the page that Trunk is building.
    Page,
}

/// What to test.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct TestOptions {
    /// The groups to run; all of them if empty.
    pub(crate) only: Vec<Group>,
    /// End-to-end tests have to run in all engines.
    pub(crate) all_engines: bool,
    /// Checks that take long are made, too.
    pub(crate) full: bool,
}

/// How to serve.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct ServeOptions {
    /// Open the browser once the quiz is there.
    pub(crate) open: bool,
    /// Another quiz to serve.
    pub(crate) content: Option<PathBuf>,
    /// The port; a free one near 8080 if none is given.
    pub(crate) port: Option<u16>,
}

/// Reads the words after `cargo xtask`.
pub(crate) fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
    let mut words = Words(words.into_iter().collect::<Vec<_>>().into_iter());
    let Some(first) = words.0.next() else { return Err("a command is missing".to_owned()) };
    let command = match first.to_str() {
        Some("-h" | "--help" | "help") => return Ok(Command::Help),
        Some("serve") => serve(&mut words)?,
        Some("build") => build(&mut words)?,
        Some("test") => test(&mut words)?,
        Some("screens") => Command::Screens { folder: words.folder() },
        Some("accessibility") => Command::Accessibility,
        Some("content") => content(&mut words)?,
        Some("page") => Command::Page,
        _ => return Err(format!("there is no command {first:?}")),
    };
    match words.0.next() {
        Some(word) if is_help(&word) => Ok(Command::Help),
        Some(word) => Err(format!("{word:?} is not expected here")),
        None => Ok(command),
    }
}

struct Words(std::vec::IntoIter<OsString>);

impl Words {
    fn value(&mut self, of: &str) -> Result<OsString, String> {
        self.0.next().ok_or_else(|| format!("{of} is missing"))
    }

    /// The next word, if there is one that asks for no help.
    fn folder(&mut self) -> Option<PathBuf> {
        self.0.as_slice().first().filter(|word| !is_help(word))?;
        self.0.next().map(PathBuf::from)
    }

    /// The next word, if it is an option. Takes `--name=value` apart.
    fn option(&mut self) -> Option<String> {
        let text = self.0.as_slice().first()?.to_str()?;
        if !text.starts_with("--") || text == "--help" {
            return None;
        }
        let text = text.to_owned();
        self.0.next();
        let Some((name, value)) = text.split_once('=') else { return Some(text) };
        let mut rest = vec![OsString::from(value)];
        rest.extend(self.0.by_ref());
        self.0 = rest.into_iter();
        Some(name.to_owned())
    }
}

fn is_help(word: &OsString) -> bool {
    word == "--help" || word == "-h"
}

fn serve(words: &mut Words) -> Result<Command, String> {
    let mut options = ServeOptions::default();
    while let Some(option) = words.option() {
        match option.as_str() {
            "--open" => options.open = true,
            "--content" => options.content = Some(words.value("the FILE after --content")?.into()),
            "--port" => {
                let port = words.value("the number after --port")?;
                let number = port.to_str().and_then(|text| text.parse().ok()).filter(|port| *port != 0);
                options.port =
                    Some(number.ok_or_else(|| format!("{port:?} is not a port; it is a number up to 65535"))?);
            }
            _ => return Err(format!("serve has no option {option}")),
        }
    }
    Ok(Command::Serve(options))
}

fn build(words: &mut Words) -> Result<Command, String> {
    let mut public_url = None;
    while let Some(option) = words.option() {
        match option.as_str() {
            "--public-url" => {
                let value = words.value("the PATH after --public-url")?;
                public_url =
                    Some(value.into_string().map_err(|value| format!("{value:?} is not a path of a web site"))?);
            }
            _ => return Err(format!("build has no option {option}")),
        }
    }
    Ok(Command::Build { public_url })
}

fn test(words: &mut Words) -> Result<Command, String> {
    let mut options = TestOptions::default();
    while words.0.as_slice().first().is_some_and(|word| !is_help(word)) {
        match words.option().as_deref() {
            Some("--all-engines") => options.all_engines = true,
            Some("--full") => options.full = true,
            Some(option) => return Err(format!("test has no option {option}")),
            None => {
                let word = words.value("the step")?;
                let group = word.to_str().and_then(Group::from_name);
                let group =
                    group.ok_or_else(|| format!("there is no step {word:?}; the steps are {}", Group::names()))?;
                options.only.push(group);
            }
        }
    }
    Ok(Command::Test(options))
}

fn content(words: &mut Words) -> Result<Command, String> {
    let word = words.value("the word after content (check, install, pseudo, schema, score, searches or evidence)")?;
    match word.to_str() {
        Some("-h" | "--help") => Ok(Command::Help),
        Some("check") => {
            let mut files = vec![PathBuf::from(words.value("the FILE to check")?)];
            if is_help(&files[0].clone().into_os_string()) {
                return Ok(Command::Help);
            }
            files.extend(words.0.by_ref().map(PathBuf::from));
            Ok(Command::Check { files })
        }
        Some("install") => {
            let file = words.value("the FILE to install")?;
            if is_help(&file) {
                return Ok(Command::Help);
            }
            let mut files = vec![PathBuf::from(file)];
            files.push(words.value("DIST, the folder of the build,")?.into());
            files.extend(words.0.by_ref().map(PathBuf::from));
            let dist = files.pop().unwrap_or_default();
            Ok(Command::Install { files, dist })
        }
        Some("pseudo") => {
            let dist = words.value("DIST, the folder of the build,")?;
            Ok(if is_help(&dist) { Command::Help } else { Command::Pseudo { dist: dist.into() } })
        }
        Some("schema") => {
            let mut check = false;
            while let Some(option) = words.option() {
                match option.as_str() {
                    "--check" => check = true,
                    _ => return Err(format!("content schema has no option {option}")),
                }
            }
            Ok(Command::Schema { check })
        }
        Some("score") => Ok(Command::Score { content: content_option("score", words)? }),
        Some("searches") => Ok(Command::Searches { content: content_option("searches", words)? }),
        Some("evidence") => Ok(Command::Evidence { content: content_option("evidence", words)? }),
        _ => Err(format!(
            "there is no command content {word:?}; there are check, install, pseudo, schema, score, \
             searches and evidence"
        )),
    }
}

/// The quiz of a command that works on the default one unless `--content` names another.
fn content_option(command: &str, words: &mut Words) -> Result<Option<PathBuf>, String> {
    let mut content = None;
    while let Some(option) = words.option() {
        match option.as_str() {
            "--content" => content = Some(words.value("the FILE after --content")?.into()),
            _ => return Err(format!("content {command} has no option {option}")),
        }
    }
    Ok(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[track_caller]
    fn refused(line: &str, because: &str) {
        let message = parsed(line).expect_err(line);
        assert!(message.contains(because), "{line:?} says {message:?}, not {because:?}");
    }

    #[test]
    fn serve_takes_its_options_in_any_order() {
        let options = ServeOptions { open: true, content: Some("my.json".into()), port: Some(9000) };
        assert_eq!(parsed("serve --open --content my.json --port 9000"), Ok(Command::Serve(options)));
        let options = ServeOptions { open: false, content: Some("my.json".into()), port: Some(9000) };
        assert_eq!(parsed("serve --port=9000 --content=my.json"), Ok(Command::Serve(options)));
        assert_eq!(parsed("serve"), Ok(Command::Serve(ServeOptions::default())));
    }

    #[test]
    fn build_takes_a_path() {
        assert_eq!(parsed("build"), Ok(Command::Build { public_url: None }));
        assert_eq!(parsed("build --public-url /careers/"), Ok(Command::Build { public_url: Some("/careers/".into()) }));
    }

    #[test]
    fn test_takes_the_names_of_steps() {
        assert_eq!(parsed("test"), Ok(Command::Test(TestOptions::default())));
        let only = vec![Group::Core, Group::Fmt];
        assert_eq!(parsed("test core fmt"), Ok(Command::Test(TestOptions { only, ..TestOptions::default() })));
        refused("test cores", "fmt clippy docs core components build e2e");
    }

    #[test]
    fn test_takes_its_options_before_between_and_after_the_steps() {
        let full = TestOptions { full: true, ..TestOptions::default() };
        assert_eq!(parsed("test --full"), Ok(Command::Test(full)));
        for line in ["test --all-engines e2e fmt", "test e2e --all-engines fmt", "test e2e fmt --all-engines"] {
            let only = vec![Group::E2e, Group::Fmt];
            assert_eq!(parsed(line), Ok(Command::Test(TestOptions { only, all_engines: true, full: false })), "{line}");
        }
        assert_eq!(parsed("test --full --help"), Ok(Command::Help));
        refused("test --ful", "test has no option --ful");
        refused("test --full=yes", "there is no step \"yes\"");
    }

    #[test]
    fn screens_takes_a_folder() {
        assert_eq!(parsed("screens"), Ok(Command::Screens { folder: None }));
        assert_eq!(parsed("screens shots"), Ok(Command::Screens { folder: Some("shots".into()) }));
        assert_eq!(parsed("screens --help"), Ok(Command::Help));
        refused("screens here there", "\"there\" is not expected here");
        assert_eq!(parsed("accessibility"), Ok(Command::Accessibility));
    }

    #[test]
    fn content_has_seven_commands() {
        assert_eq!(parsed("content check a b"), Ok(Command::Check { files: vec!["a".into(), "b".into()] }));
        let install = |files: &[&str]| Command::Install {
            files: files.iter().map(PathBuf::from).collect(),
            dist: "dist/".into(),
        };
        assert_eq!(parsed("content install a.json dist/"), Ok(install(&["a.json"])));
        assert_eq!(parsed("content install a.json b.json dist/"), Ok(install(&["a.json", "b.json"])));
        assert_eq!(parsed("content pseudo dist"), Ok(Command::Pseudo { dist: "dist".into() }));
        assert_eq!(parsed("content schema"), Ok(Command::Schema { check: false }));
        assert_eq!(parsed("content schema --check"), Ok(Command::Schema { check: true }));
        assert_eq!(parsed("content score"), Ok(Command::Score { content: None }));
        assert_eq!(parsed("content searches"), Ok(Command::Searches { content: None }));
        let content = Some("a.json".into());
        assert_eq!(parsed("content searches --content a.json"), Ok(Command::Searches { content: content.clone() }));
        assert_eq!(parsed("content evidence --content=a.json"), Ok(Command::Evidence { content }));
    }

    #[test]
    fn help_is_found_wherever_it_stands() {
        for line in ["--help", "-h", "help", "serve --help", "build -h", "test --help", "content --help", "page --help"]
        {
            assert_eq!(parsed(line), Ok(Command::Help), "{line}");
        }
        for line in ["content check --help", "content install -h", "content schema --help", "test core --help"] {
            assert_eq!(parsed(line), Ok(Command::Help), "{line}");
        }
    }

    #[test]
    fn misuse_is_refused_with_a_reason() {
        refused("", "a command is missing");
        refused("sevre", "there is no command \"sevre\"");
        refused("serve --prot 1", "no option --prot");
        refused("serve --port", "the number after --port is missing");
        refused("serve --port 0", "is not a port");
        refused("serve --port 99999", "is not a port");
        refused("serve here", "\"here\" is not expected here");
        refused("content", "check, install, pseudo, schema, score, searches or evidence");
        refused("content pseudo", "DIST");
        refused("content lint", "there is no command content \"lint\"");
        refused("content evidence --contents x", "content evidence has no option --contents");
        refused("content searches --content", "the FILE after --content is missing");
        refused("content searches a.json", "\"a.json\" is not expected here");
        refused("content check", "the FILE to check is missing");
        refused("content install a.json", "DIST");
        refused("page now", "\"now\" is not expected here");
    }
}
