//! `cargo xtask serve`: the quiz on this machine, rebuilt and reloaded whenever a file is saved.

mod poll;
mod preview;

use crate::args::ServeOptions;
use crate::page::hook::{OFFLINE_VARIABLE, PREVIEW_VARIABLE};
use crate::tools::Tools;
use crate::{Result, file, paths, process};
use preview::Preview;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

/// The folders that Trunk watches. `Trunk.toml` has them too, with [`FILES`], for those who call Trunk
/// themselves. They are given here once more because an option of Trunk replaces what its file says.
const FOLDERS: [&str; 3] = ["src", "public", "style"];

/// The files that [`poll`] follows, because Trunk would lose sight of them the first time they are saved.
const FILES: [&str; 3] = ["index.html", "Cargo.toml", "build.rs"];

/// Serves until it is ended by Ctrl-C, which ends Trunk as well.
pub(crate) fn run(options: &ServeOptions) -> Result {
    let port = port(options.port)?;
    // Before anything is installed: a wrong name should not cost minutes.
    let folder = folder(port)?;
    let preview = options.content.as_deref().map(|file| Preview::new(file, &folder)).transpose()?;
    let mut tools = Tools::default();
    tools.add_bundler()?;
    tools.clean_up()?;

    let mut trunk = tools.trunk()?;
    trunk.args(["serve", "--address", "127.0.0.1", "--port", &port.to_string(), "--disable-address-lookup", "true"]);
    // Not dist/: a release that lies there stays as it is.
    trunk.arg("--dist").arg(paths::target().join(format!("serve-{port}")));
    for watched in FOLDERS.map(|path| paths::root().join(path)).iter().chain([&folder]) {
        trunk.arg("--watch").arg(watched);
    }
    for path in FILES.map(|path| paths::root().join(path)) {
        let nudge = folder.join("nudge");
        // A failure is no more than a rebuild that does not come.
        poll::follow(path.clone(), fs::read(&path).ok(), move |_| drop(file::write(&nudge, b"")));
    }
    trunk.env_remove(OFFLINE_VARIABLE);
    if options.offline {
        // Trunk would change the page on its way, to reload it, and no worker takes a page that is not as it was built.
        trunk.args(["--no-autoreload", "true"]).env(OFFLINE_VARIABLE, "1");
    }
    if options.open {
        trunk.arg("--open");
    }
    if let Some(preview) = preview {
        trunk.env(PREVIEW_VARIABLE, preview.copy());
        preview.follow();
    }
    thread::spawn(move || announce(port));
    println!("Building the quiz for http://127.0.0.1:{port}/ (the first time takes about a minute).");
    process::run(&mut trunk)
}

/// A folder of our own that Trunk watches, so that it can be told to build again.
///
/// It is not below target/, where Trunk takes no notice of changes.
fn folder(port: u16) -> Result<PathBuf> {
    let folder = paths::cache()?.join("serve").join(port.to_string());
    file::make_folder(&folder)?;
    Ok(folder)
}

/// Says the address once there is somebody at home.
fn announce(port: u16) {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
        thread::sleep(Duration::from_millis(200));
    }
    println!("The quiz is at http://127.0.0.1:{port}/ until you press Ctrl-C.");
}

/// The port that was asked for, or the first free one from 8080.
fn port(wanted: Option<u16>) -> Result<u16> {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    match wanted {
        Some(port) if is_free(&port) => Ok(port),
        Some(port) => Err(format!("port {port} is in use or not allowed: name another one after --port")),
        None => {
            (8080..8100).find(is_free).ok_or_else(|| "ports 8080 to 8099 are in use: name one after --port".to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_refused_before_anything_is_built() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a free port");
        let number = taken.local_addr().expect("it has an address").port();
        assert!(port(Some(number)).is_err_and(|message| message.contains("--port")));
        assert!(port(None).is_ok_and(|free| free != number));
    }

    #[test]
    fn trunk_watches_the_same_by_itself() {
        let all = || FOLDERS.iter().chain(&FILES);
        let list = all().map(|path| format!("{path:?}")).collect::<Vec<_>>().join(", ");
        let trunk = file::read(&paths::root().join("Trunk.toml")).expect("it is there");
        assert!(trunk.contains(&format!("watch = [{list}]")), "Trunk.toml does not have watch = [{list}]");
        for path in all() {
            assert!(paths::root().join(path).exists(), "Trunk does not start where {path} is missing");
        }
    }
}
