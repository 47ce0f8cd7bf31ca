//! How a browser is started: driver, session, window.

use super::{Driver, Engine, Settings};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use std::path::Path;
use std::time::Duration;
use tokio::runtime::Runtime;

/// How long a browser may take to start. Firefox took more than a minute where three builds went on beside it.
const START_DEADLINE: Duration = Duration::from_secs(180);

/// The size of the window, in pixels.
const WINDOW: (u32, u32) = (1280, 1000);

/// Starts a driver, and by it a browser; the client of both, and the id of the browser's process.
///
/// # Panics
///
/// Where one of them does not start.
pub(crate) fn connect(settings: &Settings, profile: &Path, runtime: &Runtime) -> (Client, Driver, Option<u64>) {
    let engine = Engine::current();
    let driver = engine.start_driver(settings, profile);
    let connected = runtime.block_on(async {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(engine.capabilities(settings, profile));
        tokio::time::timeout(START_DEADLINE, builder.connect(&driver.address())).await
    });
    let client = match connected {
        Ok(Ok(client)) => client,
        failure => {
            driver.end_browser();
            panic!("{engine} did not start: {failure:?}; {}", driver.output())
        }
    };
    let process = client.capabilities().and_then(|capabilities| engine.process_id(capabilities, profile));
    if engine != Engine::Chromium {
        // Chromium is told its size at the start.
        let sized = runtime.block_on(client.set_window_rect(0, 0, WINDOW.0, WINDOW.1));
        sized.unwrap_or_else(|error| panic!("{engine} cannot change the size of its window: {error}"));
    }
    (client, driver, process)
}
