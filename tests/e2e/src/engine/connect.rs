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
    if let Err(error) = runtime.block_on(size(&client)) {
        driver.end_browser();
        panic!("{engine} cannot change the size of its window: {error}");
    }
    (client, driver, process)
}

/// Gives the window the size that tests count on. Chromium was told at the start, and what it is told later is told to a tab.
///
/// # Errors
///
/// What the driver says where it cannot, or that it says nothing.
pub(crate) async fn size(client: &Client) -> Result<(), String> {
    if Engine::current() == Engine::Chromium {
        return Ok(());
    }
    let sized = tokio::time::timeout(START_DEADLINE, client.set_window_rect(0, 0, WINDOW.0, WINDOW.1)).await;
    sized.map_err(|_| "no answer".to_owned())?.map_err(|error| error.to_string())
}
