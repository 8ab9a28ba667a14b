//! One request and its answer.

use std::fs;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::path::Path;
use std::time::Duration;

use super::{Isolation, files, media_type};

/// The longest request head that is read.
const LONGEST_HEAD: usize = 32 * 1024;

/// How long a connection may stay silent.
const PATIENCE: Duration = Duration::from_secs(10);

/// Reads one request from `stream` and answers it with a file from `root`. Whatever goes wrong
/// only ends this connection.
pub fn answer(mut stream: TcpStream, root: &Path, isolation: Isolation) {
    let _ = stream.set_read_timeout(Some(PATIENCE));
    let _ = stream.set_write_timeout(Some(PATIENCE));
    if let Ok(head) = read_head(&mut stream)
        && !head.is_empty()
        && stream.write_all(&response(&head, root, isolation)).is_ok()
    {
        // Closing while unread bytes are left would take the answer back: read them off first.
        let _ = stream.shutdown(Shutdown::Write);
        let _ = stream.set_read_timeout(Some(Duration::from_millis(500)));
        let _ = io::copy(&mut stream.take(LONGEST_HEAD as u64), &mut io::sink());
    }
}

/// The request up to its empty line, or as much as came or is allowed.
fn read_head(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    let mut buffer = [0; 4096];
    while head.len() < LONGEST_HEAD && !head.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut buffer)? {
            0 => break,
            length => head.extend_from_slice(&buffer[..length]),
        }
    }
    Ok(head)
}

/// The whole answer to a request.
fn response(head: &[u8], root: &Path, isolation: Isolation) -> Vec<u8> {
    let head = String::from_utf8_lossy(head);
    let words: Vec<&str> = head.lines().next().unwrap_or_default().split(' ').collect();
    let [method, target, version] = words[..] else {
        return refusal("400 Bad Request", true);
    };
    if !version.starts_with("HTTP/1.") {
        return refusal("400 Bad Request", true);
    }
    let with_body = match method {
        "GET" => true,
        "HEAD" => false,
        _ => return refusal("405 Method Not Allowed", true),
    };
    match files::find(root, target).map(|path| (media_type::of(&path), fs::read(path))) {
        Some((kind, Ok(content))) => {
            message("200 OK", kind, isolation.headers(), &content, with_body)
        }
        _ => refusal("404 Not Found", with_body),
    }
}

/// An answer that only says why there is none.
fn refusal(status: &str, with_body: bool) -> Vec<u8> {
    let allow = if status.starts_with("405") { "Allow: GET, HEAD\r\n" } else { "" };
    let kind = "text/plain; charset=utf-8";
    message(status, kind, allow, format!("{status}\n").as_bytes(), with_body)
}

/// An answer as it goes over the wire.
fn message(status: &str, kind: &str, more: &str, content: &[u8], with_body: bool) -> Vec<u8> {
    let mut message = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n{more}Connection: close\r\n\r\n",
        content.len()
    )
    .into_bytes();
    if with_body {
        message.extend_from_slice(content);
    }
    message
}
