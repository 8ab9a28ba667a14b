//! Where the page will be.

/// The place of the page, as far as it is known when it is built.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// The address of the page's folder with a slash at its end, or nothing if it is not known.
    address: String,
}

impl Site {
    /// A page at an address; an empty one stands for one that is not known.
    pub fn at(address: &str) -> Self {
        let folder = address.trim_end_matches("index.html").trim_end_matches('/');
        let address = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        Self { address }
    }

    /// The address of a file by its path from the folder of the page, for a file that lies there.
    pub fn from_page(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The same for a file in the folder of the data.
    pub fn from_data(&self, path: &str) -> String {
        match (self.address.is_empty(), path.strip_prefix("data/")) {
            (false, _) => self.from_page(path),
            (true, Some(beside)) => beside.to_owned(),
            (true, None) => format!("../{path}"),
        }
    }

    /// The address of the page, if it is known.
    pub fn address(&self) -> Option<&str> {
        (!self.address.is_empty()).then_some(self.address.as_str())
    }
}
