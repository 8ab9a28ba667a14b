//! The built page on a port of this machine, for the browsers of tests and measurements.

mod files;
mod media_type;

use std::path::Path;
use std::sync::Arc;
use std::thread;

use tiny_http::{Header, Method, Request, Response, ResponseBox};

use crate::failure::{Failure, Outcome};

/// How many requests are answered at a time.
const THREADS: usize = 8;

/// A free port taken on 127.0.0.1.
pub struct Server {
    http: tiny_http::Server,
    port: u16,
}

impl Server {
    /// Takes any free port.
    pub fn bind() -> Outcome<Self> {
        let no_port = |why: &dyn std::fmt::Display| {
            Failure::new(format!("Could not listen on a free port: {why}."))
        };
        let http = tiny_http::Server::http("127.0.0.1:0").map_err(|error| no_port(&error))?;
        let port = http.server_addr().to_ip().map(|address| address.port());
        Ok(Self { port: port.ok_or_else(|| no_port(&"it has none"))?, http })
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves the files in `root` beside what else the process does, for as long as it lives.
    pub fn run_beside(self, root: &Path, isolation: Isolation) {
        let http = Arc::new(self.http);
        for _ in 0..THREADS {
            let (http, root) = (Arc::clone(&http), root.to_path_buf());
            thread::spawn(move || {
                while let Ok(request) = http.recv() {
                    let response = answer(&request, &root, isolation);
                    // A browser that has gone away needs no answer.
                    let _ = request.respond(response);
                }
            });
        }
    }
}

/// What a request gets.
fn answer(request: &Request, root: &Path, isolation: Isolation) -> ResponseBox {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return Response::from_string("Only GET and HEAD.").with_status_code(405).boxed();
    }
    let file = files::find(root, request.url())
        .and_then(|path| Some((media_type::of(&path), std::fs::read(path).ok()?)));
    let Some((kind, content)) = file else {
        return Response::from_string("There is no such file.").with_status_code(404).boxed();
    };
    let fixed = [
        ("Content-Type", kind),
        ("Cache-Control", "no-cache"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    let headers = fixed.iter().chain(isolation.headers());
    // Of a known length, as hosts send files.
    let response = Response::from_data(content).with_chunked_threshold(usize::MAX);
    headers
        .filter_map(|(name, value)| Header::from_bytes(name.as_bytes(), value.as_bytes()).ok())
        .fold(response, Response::with_header)
        .boxed()
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
    const fn headers(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::None => &[],
            Self::CrossOrigin => &[
                ("Cross-Origin-Opener-Policy", "same-origin"),
                ("Cross-Origin-Embedder-Policy", "require-corp"),
            ],
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::{Read, Write};
    use std::net::{Ipv4Addr, TcpStream};

    use super::*;

    /// Sends `request` over a socket to a server of a small directory and reads all it answers.
    fn exchange(name: &str, requests: &[&str]) -> Vec<String> {
        let base = std::env::temp_dir().join(format!("xtask-server-{name}-{}", std::process::id()));
        std::fs::create_dir_all(base.join("dist/data")).unwrap();
        std::fs::write(base.join("secret.txt"), "secret").unwrap();
        std::fs::write(base.join("dist/index.html"), "<p>home</p>").unwrap();
        std::fs::write(base.join("dist/data/a b.json"), "[1]").unwrap();
        let server = Server::bind().unwrap();
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
                "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /data/a%20b.json?v=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "HEAD /index.html HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
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
                "GET /none.html HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /../secret.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /%2e%2e/secret.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /data/..%5c..%5csecret.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            ],
        );
        for answer in &answers[..4] {
            assert!(answer.starts_with("HTTP/1.1 404 Not Found\r\n"), "{answer}");
        }
        assert!(answers[4].starts_with("HTTP/1.1 405 Method Not Allowed\r\n"));
        assert!(answers[5].starts_with("HTTP/1.1 200 OK\r\n"));
    }

    #[test]
    fn connections_do_not_wait_for_each_other() {
        let server = Server::bind().unwrap();
        let address = (Ipv4Addr::LOCALHOST, server.port);
        server.run_beside(&std::env::temp_dir(), Isolation::None);
        let idle = TcpStream::connect(address).unwrap();
        let mut stream = TcpStream::connect(address).unwrap();
        stream
            .write_all(b"GET /no-such-file HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 404"));
        drop(idle);
    }
}
