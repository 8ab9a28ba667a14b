//! The page's Content-Security-Policy: nothing is allowed but what the page is made of.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// What stands in the page for the policy until its inline scripts are known.
const PLACEHOLDER: &str = "{{CONTENT SECURITY POLICY}}";

/// How the page comes to the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// As files next to each other on some host: they, and nothing else, may be loaded.
    Hosted,
    /// By `trunk serve`, which also tells the page over a socket to load itself again.
    Served,
    /// As one file, which may load nothing at all.
    SingleFile,
}

impl Shape {
    /// The policy but for `script-src`.
    fn rest(self) -> &'static str {
        match self {
            Self::Hosted => {
                "style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; \
                 manifest-src 'self'; worker-src 'self' blob:"
            }
            Self::Served => {
                "style-src 'self' 'unsafe-inline'; connect-src 'self' ws:; img-src 'self' data:; \
                 manifest-src 'self'; worker-src 'self' blob:"
            }
            // A worker is made of a part of the page itself (assets/table-worker.js).
            Self::SingleFile => "style-src 'unsafe-inline'; img-src data:; worker-src blob:",
        }
    }

    /// Where scripts may come from, besides the page itself.
    fn scripts(self) -> &'static str {
        match self {
            Self::Hosted | Self::Served => "'self' 'wasm-unsafe-eval'",
            Self::SingleFile => "'wasm-unsafe-eval'",
        }
    }
}

/// The page with its policy, which admits each inline script by its hash. `None` if the page has
/// no place for one.
pub fn complete(page: &str, shape: Shape) -> Option<String> {
    let hashes: String = inline_scripts(page)
        .map(|script| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(script))))
        .collect();
    let policy = format!(
        "default-src 'none'; script-src {}{hashes}; {}; base-uri 'none'; form-action 'none'",
        shape.scripts(),
        shape.rest()
    );
    page.contains(PLACEHOLDER).then(|| page.replacen(PLACEHOLDER, &policy, 1))
}

/// The texts of the `<script>` elements that have no `src` and run. Good for pages that this
/// project writes itself: lower-case tags, no `>` in attributes, no script inside a comment.
fn inline_scripts(page: &str) -> impl Iterator<Item = &str> {
    page.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (script, _) = rest.split_once("</script>")?;
        let is_data = ["octet-stream", "ld+json"].iter().any(|kind| attributes.contains(kind));
        let runs = !attributes.contains(" src=") && !is_data;
        runs.then_some(script)
    })
}

#[cfg(test)]
mod tests {
    use super::{Shape, complete};

    #[test]
    fn names_every_inline_script_and_no_other() {
        let page = "<meta content=\"{{CONTENT SECURITY POLICY}}\">\
                    <script src=\"a.js\"></script><script>alert(1)</script><script type=\"module\"></script>\
                    <script type=\"application/ld+json\">{}</script>\
                    <script type=\"application/octet-stream\">AA==</script>";
        // Known values: the first is what browsers print for this script, the second is of "".
        let hashes = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=' \
                      'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        let hosted = complete(page, Shape::Hosted).unwrap_or_default();
        let sources = format!("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {hashes};");
        assert!(hosted.contains(&sources), "{hosted}");
        assert!(hosted.contains("connect-src 'self';"), "{hosted}");
        let served = complete(page, Shape::Served).unwrap_or_default();
        assert!(served.contains("connect-src 'self' ws:;"), "{served}");
        let single = complete(page, Shape::SingleFile).unwrap_or_default();
        let sources = format!("default-src 'none'; script-src 'wasm-unsafe-eval' {hashes};");
        assert!(single.contains(&sources) && !single.contains("'self'"), "{single}");
        assert_eq!(complete("<script>alert(1)</script>", Shape::Hosted), None);
    }
}
