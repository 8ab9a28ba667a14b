//! The picture that other pages show with a link to this one. It is not part of the page: nothing of the page
//! loads it, and it is not kept for use without a network.

use std::env;

use crate::failure::{Failure, Outcome};

/// Its name in `dist/`.
pub const NAME: &str = "preview.png";

/// The variable with the address that the page will have. Trunk hands it on to its hook.
pub const ADDRESS: &str = "EXPLORER_ADDRESS";

/// The address that the page will have, if it is known when the page is built.
pub fn address() -> Option<String> {
    env::var(ADDRESS).ok().filter(|address| !address.is_empty())
}

/// The page with the picture's address: a whole one, if the page's own is known.
pub fn complete(page: &str, address: Option<&str>) -> Outcome<String> {
    let folder = address.map_or_else(|| Ok(String::new()), folder)?;
    Ok(page.replace("{{ADDRESS}}", &folder))
}

/// The folder that an address names, with a slash at its end.
pub fn folder(address: &str) -> Outcome<String> {
    let is_address = address.starts_with("https://") || address.starts_with("http://");
    if !is_address || address.contains(['"', '<', '>', '&', '#', '?', ' ']) {
        let expected = "expected one like https://example.org/explorer/";
        return Err(Failure::new(format!("“{address}” is no address of a page: {expected}")));
    }
    Ok(format!("{}/", address.trim_end_matches("index.html").trim_end_matches('/')))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_whole_if_the_pages_own_is_known() {
        let page = |address| complete("content=\"{{ADDRESS}}preview.png\"", address);
        assert_eq!(page(None).unwrap(), "content=\"preview.png\"");
        for address in ["https://a.org/b", "https://a.org/b/", "https://a.org/b/index.html"] {
            assert_eq!(page(Some(address)).unwrap(), "content=\"https://a.org/b/preview.png\"");
        }
        for address in ["a.org", "javascript:x", "https://a.org/\"", "https://a.org/#/map"] {
            assert!(page(Some(address)).is_err(), "{address}");
        }
    }

    #[test]
    fn the_picture_has_the_size_that_the_page_names() {
        let picture = include_bytes!("../../../assets/preview.png");
        let side = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
        assert_eq!((&picture[1..4], side(16), side(20)), (&b"PNG"[..], 1200, 630));
        let page = include_str!("../../../index.html");
        assert!(page.contains("og:image:width\" content=\"1200\""));
        assert!(page.contains("og:image:height\" content=\"630\""));
        assert!(page.contains("content=\"{{ADDRESS}}preview.png\""));
        assert!(page.contains("rel=\"copy-file\" href=\"assets/preview.png\""));
    }
}
