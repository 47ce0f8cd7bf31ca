//! The command line. Parsed by hand: a dozen commands do not pay for a dependency that every build waits for.

mod bench;
mod example;
mod usage;

use crate::offline::Offline;
use crate::steps::Group;
pub(crate) use bench::BenchOptions;
pub(crate) use example::ExampleOptions;
use std::ffi::OsString;
use std::path::PathBuf;
pub(crate) use usage::USAGE;

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
    /// Measure the release in a browser, beside other pages.
    Bench(BenchOptions),
    /// See which functions a first visit runs.
    Profile,
    /// Serve the example of a host's site.
    Example(ExampleOptions),
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
    /// Give a finished build a service worker, or the kill switch in its place.
    Offline {
        /// Which of them.
        offline: Offline,
        /// The folder of the build.
        dist: PathBuf,
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
    /// Register a service worker, as the release does.
    pub(crate) offline: bool,
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
        Some("bench") => bench::parse(&mut words)?,
        Some("profile") => Command::Profile,
        Some("example") => example::parse(&mut words)?,
        Some("screens") => Command::Screens { folder: words.folder() },
        Some("accessibility") => Command::Accessibility,
        Some("content") => content(&mut words)?,
        Some("offline") => offline(&mut words)?,
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

    fn port(&mut self) -> Result<u16, String> {
        let port = self.value("the number after --port")?;
        let number = port.to_str().and_then(|text| text.parse().ok()).filter(|port| *port != 0);
        number.ok_or_else(|| format!("{port:?} is not a port; it is a number up to 65535"))
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
            "--offline" => options.offline = true,
            "--content" => options.content = Some(words.value("the FILE after --content")?.into()),
            "--port" => options.port = Some(words.port()?),
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

fn offline(words: &mut Words) -> Result<Command, String> {
    let word = words.value("the word after offline (on or off)")?;
    let offline = match word.to_str() {
        Some("-h" | "--help") => return Ok(Command::Help),
        Some("on") => Offline::On,
        Some("off") => Offline::Off,
        _ => return Err(format!("there is no command offline {word:?}; there are on and off")),
    };
    let dist = words.value("DIST, the folder of the build,")?;
    Ok(if is_help(&dist) { Command::Help } else { Command::Offline { offline, dist: dist.into() } })
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
mod tests;
