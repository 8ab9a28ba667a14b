//! Scripts that run before the page's own. No driver but Chromium's knows of such a thing, so the
//! page comes through a server that puts them in front of everything else.

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};

use crate::failure::{Failure, Outcome};
use crate::page::Page;

/// The page once more, at another address and with more scripts.
#[derive(Debug)]
pub(crate) struct Prelude {
    /// Where it is.
    pub(crate) home: String,
    scripts: Arc<Mutex<String>>,
}

impl Prelude {
    /// Serves the page at `home` until the tests end.
    fn of(home: &str) -> Outcome<Self> {
        let refused = |why: &str| Failure::new(format!("{home} cannot be served again: {why}"));
        let url = url::Url::parse(home).map_err(|error| refused(&error.to_string()))?;
        let (Some(host), Some(port)) = (url.host_str(), url.port_or_known_default()) else {
            return Err(refused("it names no host"));
        };
        let origin = format!("{host}:{port}");
        let listener = TcpListener::bind((host, 0)).map_err(|error| refused(&error.to_string()))?;
        let own = listener.local_addr().map_err(|error| refused(&error.to_string()))?;
        let scripts = Arc::new(Mutex::new(String::new()));
        let of_all = Arc::clone(&scripts);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (origin, scripts) = (origin.clone(), Arc::clone(&of_all));
                std::thread::spawn(move || {
                    // A browser that hangs up has what it wanted.
                    let scripts = scripts.lock().unwrap_or_else(PoisonError::into_inner).clone();
                    _ = pass(stream, &origin, &scripts);
                });
            }
        });
        Ok(Self { home: format!("http://{own}{}", url.path()), scripts })
    }
}

impl Page {
    /// Runs a script before every page's own, from the next time on that the page is opened. It
    /// is then at another [`home`](Self::home).
    pub async fn before_every_page(&self, script: &str) -> Outcome {
        if self.prelude.get().is_none() {
            _ = self.prelude.set(Prelude::of(&self.home)?);
        }
        if let Some(prelude) = self.prelude.get() {
            let mut scripts = prelude.scripts.lock().unwrap_or_else(PoisonError::into_inner);
            scripts.push_str(script);
            scripts.push_str(";\n");
        }
        Ok(())
    }
}

/// Fetches for a browser what it asks for, and puts the scripts into a document.
fn pass(mut browser: TcpStream, origin: &str, scripts: &str) -> io::Result<()> {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match browser.read(&mut buffer)? {
            0 => return Ok(()),
            length => request.extend_from_slice(&buffer[..length]),
        }
    }
    let request = String::from_utf8_lossy(&request);
    let target = request.lines().next().unwrap_or_default();
    let mut server = TcpStream::connect(origin)?;
    server
        .write_all(format!("{target}\r\nHost: {origin}\r\nConnection: close\r\n\r\n").as_bytes())?;
    let mut answer = Vec::new();
    server.read_to_end(&mut answer)?;
    let end = answer.windows(4).position(|end| end == b"\r\n\r\n").map_or(0, |at| at + 4);
    let (head, body) = answer.split_at(end);
    let head: String = String::from_utf8_lossy(head)
        .lines()
        .filter(|line| !line.is_empty() && !line.to_ascii_lowercase().starts_with("content-length"))
        .flat_map(|line| [line, "\r\n"])
        .collect();
    browser.write_all(head.as_bytes())?;
    browser.write_all(b"\r\n")?;
    let is_document = head.to_ascii_lowercase().contains("content-type: text/html");
    let start = b"<head>";
    match body.windows(start.len()).position(|part| part == start).filter(|_| is_document) {
        Some(at) => {
            // Before the page's policy, which would not let it run.
            let (before, after) = body.split_at(at + start.len());
            browser.write_all(before)?;
            browser.write_all(format!("<script>{scripts}</script>").as_bytes())?;
            browser.write_all(after)
        }
        None => browser.write_all(body),
    }
}
