//! A host as plain as can be: files from memory over HTTP/1.0, below a path, until it is switched
//! off.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::environment;
use crate::failure::{Failure, Outcome};
use crate::origin;

/// Where the page lies on the host: no host owes us its root.
const FOLDER: &str = "/papers/2025/explorer/";

type Files = Arc<Mutex<HashMap<String, Vec<u8>>>>;

/// A running host.
#[derive(Debug)]
pub struct Host {
    address: SocketAddr,
    /// What it is called: a port alone may have been another host's a while ago.
    name: String,
    files: Files,
    /// What it says of every file, besides its kind.
    headers: Arc<Mutex<String>>,
    off: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Host {
    /// A host of the built page.
    ///
    /// # Errors
    /// If the page cannot be read or there is no port.
    pub fn of_page() -> Outcome<Self> {
        let dist = environment::dist()?;
        let unreadable =
            |error| Failure::new(format!("cannot read the page in {}: {error}", dist.display()));
        let mut files = HashMap::new();
        for entry in std::fs::read_dir(&dist).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            files.insert(name, std::fs::read(entry.path()).map_err(unreadable)?);
        }
        Self::start(files)
    }

    /// A host of one page of somebody else's.
    ///
    /// # Errors
    /// If there is no port.
    pub fn of_html(html: &str) -> Outcome<Self> {
        Self::start(HashMap::from([("index.html".to_owned(), html.into())]))
    }

    fn start(files: HashMap<String, Vec<u8>>) -> Outcome<Self> {
        let no_port = |error| Failure::new(format!("no port for a host: {error}"));
        let listener = TcpListener::bind("127.0.0.1:0").map_err(no_port)?;
        let address = listener.local_addr().map_err(no_port)?;
        let (files, off) = (Arc::new(Mutex::new(files)), Arc::new(AtomicBool::new(false)));
        let headers = Arc::new(Mutex::new(String::new()));
        let (served, said, is_off) = (files.clone(), headers.clone(), off.clone());
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if is_off.load(Ordering::SeqCst) {
                    return;
                }
                // One at a time would let a connection that a browser opens in advance hold up all.
                let (served, said) = (served.clone(), said.clone());
                std::thread::spawn(move || {
                    stream.and_then(|stream| answer(stream, &served, &said))
                });
            }
        });
        Ok(Self { address, name: origin::name(), files, headers, off, thread: Some(thread) })
    }

    /// The page's address.
    pub fn url(&self) -> String {
        format!("http://{}:{}{FOLDER}", self.name, self.address.port())
    }

    /// A file as it is served.
    pub fn get(&self, name: &str) -> Option<Vec<u8>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    /// The names of all files.
    pub fn names(&self) -> Vec<String> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect()
    }

    /// Serves another file under a name from now on.
    pub fn put(&self, name: &str, content: impl Into<Vec<u8>>) {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(name.to_owned(), content.into());
    }

    /// Sends one more header with every file from now on.
    pub fn also_send(&self, name: &str, value: &str) {
        let mut headers = self.headers.lock().unwrap_or_else(PoisonError::into_inner);
        headers.push_str(&format!("{name}: {value}\r\n"));
    }

    /// Answers that there is no such file from now on.
    pub fn lose(&self, name: &str) {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }

    /// Switches the host off: nobody can connect to it any more.
    ///
    /// # Errors
    /// If somebody still can.
    pub fn stop(&mut self) -> Outcome {
        self.off.store(true, Ordering::SeqCst);
        // The thread waits for a connection; this is its last one.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
        match TcpStream::connect_timeout(&self.address, Duration::from_secs(1)) {
            Ok(_) => Err(Failure::new("the host is still there")),
            Err(_) => Ok(()),
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.stop();
    }
}

/// Answers one request in the oldest way there is: the end of the file is the end of the line.
fn answer(stream: TcpStream, files: &Files, headers: &Mutex<String>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let target = request.split(' ').nth(1).unwrap_or_default();
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let name = match path.strip_prefix(FOLDER) {
        Some("") => Some("index.html"),
        other => other,
    };
    let files = files.lock().unwrap_or_else(PoisonError::into_inner);
    let content = name.and_then(|name| files.get(name)).cloned();
    drop(files);
    let kind = match name.and_then(|name| name.rsplit('.').next()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        _ => "text/plain",
    };
    let mut stream = stream;
    match content {
        Some(content) => {
            let headers = headers.lock().unwrap_or_else(PoisonError::into_inner).clone();
            write!(stream, "HTTP/1.0 200 OK\r\nContent-Type: {kind}\r\n{headers}\r\n")?;
            stream.write_all(&content)
        }
        None => stream.write_all(b"HTTP/1.0 404 Not Found\r\n\r\n"),
    }
}
