//! The hashes by which a page's Content-Security-Policy admits its own inline scripts.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// What stands in the policy for the inline scripts until they are known.
const PLACEHOLDER: &str = "{{INLINE SCRIPTS}}";

/// The page with its policy completed: a `'sha256-…'` for each inline script, in order.
/// `None` if the page has no such policy.
pub fn complete(page: &str) -> Option<String> {
    let sources: Vec<String> = inline_scripts(page)
        .map(|script| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script))))
        .collect();
    page.contains(PLACEHOLDER).then(|| page.replacen(PLACEHOLDER, &sources.join(" "), 1))
}

/// The texts of the `<script>` elements that have no `src`. Good for pages that this project
/// writes itself: lower-case tags, no `>` in attributes, no script inside a comment.
fn inline_scripts(page: &str) -> impl Iterator<Item = &str> {
    page.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (script, _) = rest.split_once("</script>")?;
        (!attributes.contains(" src=")).then_some(script)
    })
}

#[cfg(test)]
mod tests {
    use super::complete;

    #[test]
    fn names_every_inline_script_and_no_other() {
        let page = "<meta content=\"script-src 'self' {{INLINE SCRIPTS}}\">\
                    <script src=\"a.js\"></script><script>alert(1)</script><script type=\"module\"></script>";
        // Known values: the first is what browsers print for this script, the second is of "".
        assert_eq!(
            complete(page).as_deref().map(|page| &page[..page.find('>').unwrap_or_default()]),
            Some(
                "<meta content=\"script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=' \
                 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='\""
            )
        );
        assert_eq!(complete("<script>alert(1)</script>"), None);
    }
}
