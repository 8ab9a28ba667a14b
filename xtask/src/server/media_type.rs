//! What kind of content a file has, by the end of its name.

use std::path::Path;

/// The value of the `Content-Type` header for the file at `path`.
pub fn of(path: &Path) -> &'static str {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    match extension.as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "jsonld" => "application/ld+json",
        "atom" => "application/atom+xml; charset=utf-8",
        "gz" => "application/gzip",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kinds_of_the_page_are_known() {
        for (name, kind) in [
            ("index.html", "text/html; charset=utf-8"),
            ("page-1a2b.js", "text/javascript; charset=utf-8"),
            ("page-1a2b_bg.wasm", "application/wasm"),
            ("style.CSS", "text/css; charset=utf-8"),
            ("app.webmanifest", "application/manifest+json"),
            ("favicon.ico", "image/x-icon"),
            ("no-extension", "application/octet-stream"),
        ] {
            assert_eq!(of(Path::new(name)), kind, "{name}");
        }
    }
}
