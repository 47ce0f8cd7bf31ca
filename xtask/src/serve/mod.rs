//! `cargo xtask serve`: the quiz on this machine, rebuilt and reloaded whenever a file is saved.

mod preview;

use crate::args::ServeOptions;
use crate::page::hook::PREVIEW_VARIABLE;
use crate::tools::Tools;
use crate::{Result, paths, process};
use preview::Preview;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

/// What Trunk watches; the same list stands in `Trunk.toml` for those who call Trunk themselves. It is given
/// here once more because an option of Trunk replaces what its file says, and `--content` needs one more.
const WATCHED: [&str; 5] = ["src", "public", "style", "index.html", "Cargo.toml"];

/// Serves until it is ended by Ctrl-C, which ends Trunk as well.
pub(crate) fn run(options: &ServeOptions) -> Result {
    let port = port(options.port)?;
    // Before anything is installed: a wrong name should not cost minutes.
    let preview = options.content.as_deref().map(|file| Preview::new(file, port)).transpose()?;
    let mut tools = Tools::default();
    tools.add_bundler()?;
    tools.clean_up()?;

    let mut trunk = tools.trunk()?;
    trunk.args(["serve", "--address", "127.0.0.1", "--port", &port.to_string(), "--disable-address-lookup", "true"]);
    // Not dist/: a release that lies there stays as it is.
    trunk.arg("--dist").arg(paths::target().join(format!("serve-{port}")));
    for path in WATCHED {
        trunk.arg("--watch").arg(paths::root().join(path));
    }
    if options.open {
        trunk.arg("--open");
    }
    if let Some(preview) = preview {
        trunk.arg("--watch").arg(preview.folder()).env(PREVIEW_VARIABLE, preview.copy());
        thread::spawn(move || preview.follow());
    }
    thread::spawn(move || announce(port));
    println!("Building the quiz for http://127.0.0.1:{port}/ (the first time takes about a minute).");
    process::run(&mut trunk)
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
        let list = WATCHED.map(|path| format!("{path:?}")).join(", ");
        let trunk = crate::file::read(&paths::root().join("Trunk.toml")).expect("it is there");
        assert!(trunk.contains(&format!("watch = [{list}]")), "Trunk.toml does not have watch = [{list}]");
        for path in WATCHED {
            assert!(paths::root().join(path).exists(), "Trunk does not start where {path} is missing");
        }
    }
}
