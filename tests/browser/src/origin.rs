//! An origin for every test: what one leaves in a browser's storage, its caches or its service workers
//! is nothing to the next one in the same browser.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::failure::{Failure, Outcome};

static COUNT: AtomicUsize = AtomicUsize::new(0);

/// A host name that was not given before. All below `localhost` are this machine (RFC 6761), and as
/// trustworthy as it.
pub fn name() -> String {
    format!("test-{}.localhost", COUNT.fetch_add(1, Ordering::Relaxed))
}

/// The same page at an origin of its own.
///
/// # Errors
/// If the address is none of a host.
pub fn of_its_own(page: &str) -> Outcome<String> {
    let mut url = url::Url::parse(page)
        .map_err(|error| Failure::new(format!("EXPLORER_URL ({page}): {error}")))?;
    url.set_host(Some(&name()))
        .map_err(|error| Failure::new(format!("EXPLORER_URL ({page}): {error}")))?;
    Ok(url.into())
}

#[cfg(test)]
mod tests {
    use super::of_its_own;

    #[test]
    fn only_the_host_is_another() {
        let one = of_its_own("http://127.0.0.1:80/a/").ok();
        let other = of_its_own("http://127.0.0.1:80/a/").ok();
        assert!(one.as_ref().is_some_and(|url| url.ends_with(".localhost/a/")), "{one:?}");
        assert_ne!(one, other);
        assert!(of_its_own("nowhere").is_err());
    }
}
