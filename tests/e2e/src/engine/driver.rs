//! The drivers' processes. All three are started alike: on a port that was free a moment ago, and ready as soon as
//! they say so when they are asked over that port.

use std::ffi::OsString;
use std::fs::File;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How long a driver may take to be ready.
const DEADLINE: Duration = Duration::from_secs(60);

/// How often another port is tried where somebody else was quicker.
const ATTEMPTS: usize = 5;

/// Held from when a free port is looked for until a driver listens there, so that two tests never pick the same one.
static PORT: Mutex<()> = Mutex::new(());

/// A driver, which ends when it is dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    child: Child,
    port: u16,
    output: PathBuf,
}

impl Driver {
    /// Starts a driver. What it and its browser write goes into a file in `folder`.
    ///
    /// # Panics
    ///
    /// Where it cannot be started, or does not get ready.
    pub(super) fn start(program: &OsString, folder: &Path, prepare: impl Fn(&mut Command, u16)) -> Self {
        // Another test that panicked while it held the lock has done no harm to a port.
        let _lock = PORT.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        for _ in 0..ATTEMPTS {
            let port = free_port();
            let output = folder.join("driver-output.txt");
            let file = File::options().create(true).append(true).open(&output).expect("a file can be made");
            let mut command = Command::new(program);
            prepare(&mut command, port);
            command.stdin(Stdio::null()).stderr(file.try_clone().expect("a file can be opened twice")).stdout(file);
            // In a group of its own, so that all of it can be ended at once, and nothing of the tests'.
            let child = command
                .process_group(0)
                .spawn()
                .unwrap_or_else(|error| panic!("{program:?} cannot be started: {error}"));
            let mut driver = Self { child, port, output };
            if driver.gets_ready() {
                return driver;
            }
        }
        let said = std::fs::read_to_string(folder.join("driver-output.txt")).unwrap_or_default();
        panic!("{program:?} does not get ready; it says: {said}")
    }

    /// Waits until it is ready. One that ends instead found its port taken.
    fn gets_ready(&mut self) -> bool {
        let begun = Instant::now();
        while begun.elapsed() < DEADLINE {
            let is_ready = says_ready(self.port);
            // Asked last: were it gone, it would be another program that has answered.
            match self.child.try_wait() {
                Ok(None) if is_ready => return true,
                Ok(None) => std::thread::sleep(Duration::from_millis(10)),
                _ => return false,
            }
        }
        false
    }

    /// Its address.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ends what it has started, by id, for where it has not said which process that is.
    pub(super) fn end_browser(&self) {
        for process in descendants(self.child.id()) {
            let _ = Command::new("kill").arg(process.to_string()).status();
        }
    }

    /// Ends it and everything that it has started, at once and without a word (SIGKILL), as where the power fails or the system
    /// needs the memory.
    pub(crate) fn kill_all(&mut self) {
        let group = format!("-{}", self.child.id());
        let mut all = vec![group];
        // Some of a browser's processes leave the group.
        all.extend(descendants(self.child.id()).iter().map(u32::to_string));
        // Those that ended by themselves meanwhile are no failure.
        let _ = Command::new("kill").args(["-KILL", "--"]).args(&all).stderr(Stdio::null()).status();
        let _ = self.child.wait();
    }

    /// What it and its browser have written until now.
    pub(crate) fn output(&self) -> String {
        String::from_utf8_lossy(&std::fs::read(&self.output).unwrap_or_default()).into_owned()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The processes that a process has started, and those that they have.
fn descendants(process: u32) -> Vec<u32> {
    let mut parents = Vec::new();
    for entry in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        parents.extend(parent(&entry.path()).map(|parent| (id, parent)));
    }
    let mut found = vec![process];
    let mut at = 0;
    while let Some(&next) = found.get(at) {
        found.extend(parents.iter().filter(|(_, parent)| *parent == next).map(|(id, _)| *id));
        at += 1;
    }
    found.split_off(1)
}

/// The process that has started the one with this folder in `/proc`.
fn parent(folder: &Path) -> Option<u32> {
    // "1234 (the name) S 1200 ...": the second word after the name is the id of the parent.
    let stat = std::fs::read_to_string(folder.join("stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port can be opened");
    listener.local_addr().expect("an open port has a number").port()
}

/// Whether a driver at this port says that it can begin, by the `/status` of W3C WebDriver.
fn says_ready(port: u16) -> bool {
    let ask = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        write!(stream, "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
        let mut answer = Vec::new();
        let mut part = [0; 4096];
        // Not every driver closes the connection, though it was asked to.
        while !is_ready(&answer) {
            match stream.read(&mut part)? {
                0 => break,
                length => answer.extend_from_slice(&part[..length]),
            }
        }
        Ok(String::from_utf8_lossy(&answer).into_owned())
    };
    ask().is_ok_and(|answer| is_ready(answer.as_bytes()))
}

fn is_ready(answer: &[u8]) -> bool {
    let text: String = String::from_utf8_lossy(answer).split_whitespace().collect();
    text.contains("\"ready\":true")
}
