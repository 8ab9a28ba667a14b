//! A host as plain as can be: files from memory over HTTP/1.1, below a path, until it is switched
//! off. It compresses if it is asked to, as hosts do.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::built::{BuiltPage, SINGLE_FILE};
use crate::environment;
use crate::failure::{Failure, Outcome};
use crate::origin;

/// Where the page lies on the host: no host owes us its root.
const FOLDER: &str = "/papers/2025/explorer/";

type Files = Arc<Mutex<HashMap<String, Vec<u8>>>>;

/// The same files, compressed: those that a host compresses.
type Compressed = Arc<HashMap<String, Vec<u8>>>;

/// Further headers, each with the end of its line.
type Headers = Arc<Mutex<String>>;

/// A running host.
#[derive(Debug)]
pub struct Host {
    address: SocketAddr,
    /// What it is called: a port alone may have been another host's a while ago.
    name: String,
    files: Files,
    /// What it says of every file, besides its kind.
    headers: Headers,
    off: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Host {
    /// A host of the built page.
    ///
    /// # Errors
    /// If the page cannot be read or there is no port.
    pub fn of_page() -> Outcome<Self> {
        let page = BuiltPage::read(&environment::dist()?)?;
        Self::start(files_of(&page), HashMap::new())
    }

    /// A host of a built page that sends it compressed by Brotli, as most do.
    ///
    /// # Errors
    /// If there is no port.
    pub fn compressing(page: &BuiltPage) -> Outcome<Self> {
        let mut compressed = HashMap::new();
        // The page as one file is opened from a disk, and takes longest to compress.
        for file in page.files.iter().filter(|file| file.name != SINGLE_FILE) {
            compressed.insert(file.name.clone(), file.compressed()?);
        }
        Self::start(files_of(page), compressed)
    }

    /// A host of one page of somebody else's.
    ///
    /// # Errors
    /// If there is no port.
    pub fn of_html(html: &str) -> Outcome<Self> {
        let files = HashMap::from([("index.html".to_owned(), html.into())]);
        Self::start(files, HashMap::new())
    }

    fn start(
        files: HashMap<String, Vec<u8>>,
        compressed: HashMap<String, Vec<u8>>,
    ) -> Outcome<Self> {
        let no_port = |error| Failure::new(format!("no port for a host: {error}"));
        let listener = TcpListener::bind("127.0.0.1:0").map_err(no_port)?;
        let address = listener.local_addr().map_err(no_port)?;
        let (files, off) = (Arc::new(Mutex::new(files)), Arc::new(AtomicBool::new(false)));
        let headers = Headers::default();
        let served = Served {
            files: files.clone(),
            compressed: Arc::new(compressed),
            headers: headers.clone(),
            off: off.clone(),
        };
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if served.off.load(Ordering::SeqCst) {
                    return;
                }
                // One at a time would let a connection that a browser opens in advance hold up all.
                let served = served.clone();
                std::thread::spawn(move || stream.and_then(|stream| served.connected(stream)));
            }
        });
        Ok(Self { address, name: origin::name(), files, headers, off, thread: Some(thread) })
    }

    /// The page's address.
    pub fn url(&self) -> String {
        format!("http://{}:{}{FOLDER}", self.name, self.address.port())
    }

    /// The page's address at an origin that nothing has been loaded from yet.
    ///
    /// # Errors
    /// None in practice: the host has an address.
    pub fn url_of_its_own(&self) -> Outcome<String> {
        origin::of_its_own(&self.url())
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

/// The files of a page by their names.
fn files_of(page: &BuiltPage) -> HashMap<String, Vec<u8>> {
    page.files.iter().map(|file| (file.name.clone(), file.bytes.clone())).collect()
}

/// What a host answers from.
#[derive(Clone)]
struct Served {
    files: Files,
    compressed: Compressed,
    headers: Headers,
    off: Arc<AtomicBool>,
}

impl Served {
    /// Answers the requests of one connection, until the browser or the host has enough.
    fn connected(&self, mut stream: TcpStream) -> std::io::Result<()> {
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        stream.set_nodelay(true)?;
        let mut lines = BufReader::new(stream.try_clone()?).lines();
        while let Some(request) = lines.next().transpose()? {
            let mut takes_brotli = false;
            while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
                let header = line.to_ascii_lowercase();
                takes_brotli |= header.starts_with("accept-encoding:") && header.contains("br");
            }
            if self.off.load(Ordering::SeqCst) {
                return Ok(());
            }
            stream.write_all(&self.answer(&request, takes_brotli))?;
        }
        Ok(())
    }

    /// The answer to one request: head and content at once, so that they are not two packets.
    fn answer(&self, request: &str, takes_brotli: bool) -> Vec<u8> {
        let target = request.split(' ').nth(1).unwrap_or_default();
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let name = match path.strip_prefix(FOLDER) {
            Some("") => Some("index.html"),
            other => other,
        };
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let content = name.and_then(|name| files.get(name)).cloned();
        drop(files);
        let Some((name, content)) = name.zip(content) else {
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_vec();
        };
        let compressed = self.compressed.get(name).filter(|_| takes_brotli);
        let encoding = compressed.map_or("", |_| "Content-Encoding: br\r\n");
        let content = compressed.unwrap_or(&content);
        let (kind, length) = (media_type(name), content.len());
        let headers = self.headers.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut answer = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{encoding}{headers}\r\n"
        )
        .into_bytes();
        answer.extend_from_slice(content);
        answer
    }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        _ => "text/plain",
    }
}
