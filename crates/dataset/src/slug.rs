//! The shape of ids that appear in links.

/// Whether `id` is made of lower-case ASCII letters and digits, in parts joined by single hyphens.
pub fn is_slug(id: &str) -> bool {
    id.split('-').all(|part| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::is_slug;

    #[test]
    fn knows_its_shape() {
        for good in ["a", "2024-09-mps-slb", "china-vietnam-3-3"] {
            assert!(is_slug(good), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "a b", "a_b", "côte"] {
            assert!(!is_slug(bad), "{bad}");
        }
    }
}
