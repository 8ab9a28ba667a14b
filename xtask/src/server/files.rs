//! From the target of a request to a file, and never to one outside of the served directory.

use std::path::{Path, PathBuf};

/// The file in `root` that `target` asks for: `/` and all that ends in it means the `index.html`
/// there. None if there is no such file, or if it is not in `root`.
pub fn find(root: &Path, target: &str) -> Option<PathBuf> {
    let root = root.canonicalize().ok()?;
    let mut path = root.join(relative(target)?);
    if target_path(target).ends_with('/') {
        path.push("index.html");
    }
    // Resolves symbolic links, which may lead out even where the names do not.
    let path = path.canonicalize().ok()?;
    (path.starts_with(&root) && path.is_file()).then_some(path)
}

/// The target without query and fragment.
fn target_path(target: &str) -> &str {
    target.split(['?', '#']).next().unwrap_or_default()
}

/// The path below the root that `target` names. None if any part of it could lead elsewhere.
fn relative(target: &str) -> Option<PathBuf> {
    let decoded = percent_decoded(target_path(target).strip_prefix('/')?)?;
    let mut path = PathBuf::new();
    for part in decoded.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        path.push(part);
    }
    Some(path)
}

/// The text with `%XX` decoded. None if that is not UTF-8, or not in that form.
fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            bytes.push(u8::try_from(digit()? * 16 + digit()?).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_decoded_and_queries_cut_off() {
        assert_eq!(relative("/"), Some(PathBuf::new()));
        assert_eq!(relative("/a/b.js?x=/../c#d"), Some(PathBuf::from("a").join("b.js")));
        assert_eq!(relative("//a%20b"), Some(PathBuf::from("a b")));
        assert_eq!(relative("/%E5%85%AC"), Some(PathBuf::from("公")));
    }

    #[test]
    fn nothing_leads_out_of_the_root() {
        for target in [
            "",
            "etc/passwd",
            "http://x/",
            "/..",
            "/../a",
            "/a/../../b",
            "/%2e%2e/a",
            "/..%2fa",
            "/a%5c..%5cb",
            "/C:/Windows",
            "/.git/config",
            "/a%00",
            "/%",
            "/%zz",
            "/%ff",
        ] {
            assert_eq!(relative(target), None, "{target}");
        }
    }
}
