//! The commands of this repository: `cargo xtask serve`, `build`, `test`, and the tools of content authors.
//!
//! | module | what it is for |
//! |---|---|
//! | [`args`] | the command line, and the usage that explains it |
//! | [`serve`], [`build`], [`steps`] | the commands a developer types |
//! | [`mod@bench`], [`size`] | what a visit costs: times, which are measured, and bytes, which have limits |
//! | [`example`] | the example of a host's site, served |
//! | [`profile`] | which functions a first visit runs |
//! | [`screens`] | pictures of every screen, and what was found of their accessibility |
//! | [`content`] | checking, installing and describing quizes without compiling |
//! | [`evidence`] | what real counts say of a quiz's searches and points |
//! | [`offline`] | the service worker of a finished build |
//! | [`precompress`] | the files of a build that are sent compressed |
//! | [`page`] | the parts of `index.html` that depend on the content |
//! | [`tools`] | finding what is needed, and installing what is missing |
//! | [`paths`], [`process`], [`mod@file`] | where things are, and how programs and files are handled |
//!
//! It has no dependencies beyond the quiz's own parser, `serde_json`, what makes digests and compresses, what takes programs apart, and a small HTTP server, so
//! that it builds on a machine that has nothing but Rust.

mod args;
mod bench;
mod build;
mod content;
mod evidence;
mod example;
mod file;
#[cfg(test)]
mod headers;
mod offline;
mod page;
mod paths;
mod precompress;
mod process;
mod profile;
mod screens;
mod serve;
mod size;
mod steps;
mod tools;

use args::Command;
use std::process::ExitCode;

/// What a command returns: nothing, or one line that says what went wrong.
type Result<T = ()> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let command = match args::parse(std::env::args_os().skip(1)) {
        Ok(command) => command,
        Err(message) => {
            eprintln!("error: {message}\n\n{}", args::USAGE);
            return ExitCode::from(2);
        }
    };
    match run(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result {
    match command {
        Command::Help => {
            println!("{}", args::USAGE);
            Ok(())
        }
        Command::Serve(options) => serve::run(&options),
        Command::Build { public_url } => build::run(public_url.as_deref()),
        Command::Test(options) => steps::run(&options),
        Command::Bench(options) => bench::run(&options),
        Command::Profile => profile::run(),
        Command::Example(options) => example::run(&options),
        Command::Screens { folder } => screens::run(folder.as_deref()),
        Command::Accessibility => screens::table(),
        Command::Check { files } => content::check::run(&files),
        Command::Install { files, dist } => content::install::run(&files, &dist),
        Command::Pseudo { dist } => content::pseudo::run(&dist),
        Command::Schema { check } => content::schema::run(check),
        Command::Score { content } => content::score::run(&content.unwrap_or_else(paths::content)),
        Command::Searches { content } => content::searches::run(&content.unwrap_or_else(paths::content)),
        Command::Evidence { content } => evidence::run(&content.unwrap_or_else(paths::content)),
        Command::Offline { offline, dist } => offline::run(offline, &dist),
        Command::Page => page::hook::run(),
    }
}
