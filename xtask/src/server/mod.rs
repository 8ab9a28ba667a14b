//! A small web server for the files of one directory, for this machine only.

mod connection;
mod files;
mod media_type;

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::failure::{Failure, Outcome};

/// A port taken on 127.0.0.1.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    /// The port in use, also when any free one was asked for.
    port: u16,
}

impl Server {
    /// Takes `port`; 0 stands for any free one.
    pub fn bind(port: u16) -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
            if error.kind() == io::ErrorKind::AddrInUse {
                Failure::new(format!(
                    "Port {port} is in use by another program: stop that one, or choose another port with `cargo xtask serve --port {}`.",
                    port.checked_add(1).unwrap_or(crate::arguments::DEFAULT_PORT)
                ))
            } else {
                Failure::io(format_args!("listen on port {port}"), &error)
            }
        })?;
        let port = listener
            .local_addr()
            .map_err(|error| Failure::io("learn which port was taken", &error))?
            .port();
        Ok(Self { listener, port })
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves the files in `root` for as long as the process lives, each connection on its own
    /// thread, whatever a single connection brings.
    pub fn run(&self, root: &Path) {
        self.run_as(root, Isolation::None);
    }

    fn run_as(&self, root: &Path, isolation: Isolation) {
        let root: Arc<Path> = Arc::from(root);
        for stream in self.listener.incoming() {
            let Ok(stream) = stream else {
                // Out of file handles, mostly: let the open connections end.
                thread::sleep(Duration::from_millis(50));
                continue;
            };
            let root = Arc::clone(&root);
            // If there is no thread to be had, the connection is closed and the browser retries.
            let _ =
                thread::Builder::new().spawn(move || connection::answer(stream, &root, isolation));
        }
    }

    /// Serves the files in `root` beside what else the process does.
    pub fn run_beside(self, root: &Path, isolation: Isolation) {
        let root = root.to_path_buf();
        thread::spawn(move || self.run_as(&root, isolation));
    }
}

/// Whether pages are kept apart from all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Isolation {
    /// As on most hosts.
    None,
    /// A page is told of finer times, and of its memory, only if nothing of others can be in it.
    CrossOrigin,
}

impl Isolation {
    /// The headers that ask for it.
    const fn headers(self) -> &'static str {
        match self {
            Self::None => "",
            Self::CrossOrigin => {
                "Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Embedder-Policy: require-corp\r\n"
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    /// Sends `request` over a socket to a server of a small directory and reads all it answers.
    fn exchange(name: &str, requests: &[&str]) -> Vec<String> {
        let base = std::env::temp_dir().join(format!("xtask-server-{name}-{}", std::process::id()));
        std::fs::create_dir_all(base.join("dist/data")).unwrap();
        std::fs::write(base.join("secret.txt"), "secret").unwrap();
        std::fs::write(base.join("dist/index.html"), "<p>home</p>").unwrap();
        std::fs::write(base.join("dist/data/a b.json"), "[1]").unwrap();
        let server = Server::bind(0).unwrap();
        let address = (Ipv4Addr::LOCALHOST, server.port);
        server.run_beside(&base.join("dist"), Isolation::CrossOrigin);
        let answers = requests
            .iter()
            .map(|request| {
                let mut stream = TcpStream::connect(address).unwrap();
                stream.write_all(request.as_bytes()).unwrap();
                let mut answer = String::new();
                stream.read_to_string(&mut answer).unwrap();
                answer
            })
            .collect();
        std::fs::remove_dir_all(&base).unwrap();
        answers
    }

    #[test]
    fn files_are_served_over_a_socket() {
        let answers = exchange(
            "files",
            &[
                "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /data/a%20b.json?v=1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "HEAD /index.html HTTP/1.1\r\nHost: x\r\n\r\n",
            ],
        );
        assert!(answers[0].starts_with("HTTP/1.1 200 OK\r\n"));
        assert!(answers[0].contains("Content-Type: text/html; charset=utf-8\r\n"));
        assert!(answers[0].contains("Cache-Control: no-cache\r\n"));
        assert!(answers[0].contains("Cross-Origin-Opener-Policy: same-origin\r\n"));
        assert!(answers[0].ends_with("\r\n\r\n<p>home</p>"));
        assert!(answers[1].contains("Content-Type: application/json"));
        assert!(answers[1].ends_with("\r\n\r\n[1]"));
        assert!(answers[2].contains("Content-Length: 11\r\n"));
        assert!(answers[2].ends_with("\r\n\r\n"), "a HEAD request gets no body");
    }

    #[test]
    fn bad_requests_are_refused_and_the_server_goes_on() {
        let answers = exchange(
            "bad",
            &[
                "GET /none.html HTTP/1.1\r\n\r\n",
                "GET /../secret.txt HTTP/1.1\r\n\r\n",
                "GET /%2e%2e/secret.txt HTTP/1.1\r\n\r\n",
                "GET /data/..%5c..%5csecret.txt HTTP/1.1\r\n\r\n",
                "POST / HTTP/1.1\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
            ],
        );
        for answer in &answers[..4] {
            assert!(answer.starts_with("HTTP/1.1 404 Not Found\r\n"), "{answer}");
        }
        assert!(answers[4].starts_with("HTTP/1.1 405 Method Not Allowed\r\n"));
        assert!(answers[5].starts_with("HTTP/1.1 400 Bad Request\r\n"));
        assert!(answers[6].starts_with("HTTP/1.1 200 OK\r\n"));
    }

    #[test]
    fn connections_do_not_wait_for_each_other() {
        let server = Server::bind(0).unwrap();
        let address = (Ipv4Addr::LOCALHOST, server.port);
        server.run_beside(&std::env::temp_dir(), Isolation::None);
        let idle = TcpStream::connect(address).unwrap();
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(b"GET /no-such-file-here HTTP/1.1\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 404"));
        drop(idle);
    }

    #[test]
    fn a_busy_port_is_named_in_the_sentence() {
        let first = Server::bind(0).unwrap();
        let failure = Server::bind(first.port).unwrap_err().to_string();
        assert!(failure.contains(&format!("Port {} is in use", first.port)), "{failure}");
    }
}
