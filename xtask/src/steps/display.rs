//! An X server without a screen, for a browser that has to be shown somewhere.

use crate::{Result, process};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// An X server of our own, so that no window opens on anybody's screen. It ends when it is dropped.
#[derive(Debug)]
pub(super) struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts one on a number of its own choice, and waits until it says which.
    pub(super) fn start(xvfb: &Path) -> Result<Self> {
        let mut command = process::command(xvfb);
        // Larger than any window of the tests. No network; and it stays as it is when its last window is closed.
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-noreset"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let server = command.spawn().map_err(|error| format!("{} cannot be started: {error}", xvfb.display()))?;
        let mut display = Self { server, name: String::new() };
        let output = display.server.stdout.take().ok_or("the X server has no output")?;
        let mut line = String::new();
        let read = BufReader::new(output).read_line(&mut line);
        match line.trim().parse::<u32>() {
            Ok(number) if read.is_ok() => display.name = format!(":{number}"),
            _ => return Err(format!("{} did not say its display", xvfb.display())),
        }
        Ok(display)
    }

    /// Its name, for `DISPLAY`.
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Asked to end, it takes its lock and its socket away; killed, it would leave them behind.
        let asked = Command::new("kill").arg(self.server.id().to_string()).status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_does_not_start_is_said_so() {
        let message = Display::start(Path::new("no-such-server")).expect_err("it is not there");
        assert!(message.starts_with("no-such-server cannot be started"), "{message}");
        let silent = process::find("true").expect("every system has it");
        let message = Display::start(&silent).expect_err("it says nothing");
        assert!(message.ends_with("did not say its display"), "{message}");
    }

    #[test]
    fn a_server_says_its_name_and_is_gone_afterwards() {
        // Where there is none there is nothing to see; end-to-end tests in WebKitGTK are not run then, either.
        let Some(xvfb) = process::find("Xvfb") else { return };
        let display = Display::start(&xvfb).expect("it starts");
        let number = display.name().strip_prefix(':').expect("the name of a display begins so").to_owned();
        let socket = Path::new("/tmp/.X11-unix").join(format!("X{number}"));
        assert!(socket.exists(), "{}", socket.display());
        drop(display);
        assert!(!socket.exists(), "{}", socket.display());
    }
}
