//! The drivers of browsers, for as long as they are needed and not a moment longer.

mod display;
pub mod guard;
mod guarded;
mod process_tree;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;

use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::repository::Repository;
use crate::setup::Browser;

use display::Display;
use guarded::Guarded;

/// A running driver; it ends when this value goes.
pub struct Driver {
    guarded: Guarded,
    /// Where WebKit's windows are: one at a time, as only one can have the keyboard. It goes after
    /// the driver.
    _display: Option<Display>,
    /// The port the driver listens on.
    port: u16,
}

impl Driver {
    /// Starts a driver of the browser on a free port and waits until it answers. `lane` tells its
    /// log from those of others.
    pub fn start(repository: &Repository, browser: &Browser, lane: usize) -> Outcome<Self> {
        let port = free_port()?;
        let mut words = vec![browser.driver.clone().into(), format!("--port={port}").into()];
        if browser.engine == Engine::Firefox {
            // Two drivers cannot both have the usual second port, and the tests emulate screens by
            // scripts of the browser itself.
            words.extend(["--websocket-port=0".into(), "--allow-system-access".into()]);
        }
        let display = match browser.engine {
            Engine::WebKit => Some(Display::start(repository, lane)?),
            Engine::Chromium | Engine::Firefox => None,
        };
        let log = format!("driver-{}-{lane}", browser.engine.name());
        let guarded = Guarded::start(repository, &words, &log, display.as_ref())?;
        let mut driver = Self { guarded, _display: display, port };
        let answers = || ask(port, "/status").is_some_and(|answer| answer.contains("200 OK"));
        driver.guarded.wait_until("The driver does not answer", answers)?;
        Ok(driver)
    }

    /// The address of the driver.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// A port nobody listens on.
fn free_port() -> Outcome<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| Failure::io("find a free port", &error))
}

/// Asks the driver on `port` for `path` and returns the first line of its answer, if it gives
/// one. What follows is not waited for: chromedriver keeps the connection open.
fn ask(port: u16, path: &str) -> Option<String> {
    let address = (Ipv4Addr::LOCALHOST, port).into();
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut line = String::new();
    BufReader::new(stream.take(1024)).read_line(&mut line).ok()?;
    Some(line)
}
