//! What links call the records of a reader's own file: `file:1a2b3c4d5e6f:visits.csv`.

/// The longest name that a link has, in characters.
const LONGEST: usize = 80;

/// A reader's own file, as links name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFile {
    /// The content hash of the records that were made of it.
    pub hash: String,
    /// Its name.
    pub name: String,
}

impl OwnFile {
    /// The value of the key `data`, not escaped.
    pub fn value(&self) -> String {
        let name: String = self.name.chars().take(LONGEST).collect();
        format!("file:{}:{name}", self.hash)
    }

    /// Reads such a value; `None` if it names no file.
    pub fn read(value: &str) -> Option<Self> {
        let (hash, name) = value.strip_prefix("file:")?.split_once(':')?;
        let is_hash = hash.len() == 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        let name: String = name.chars().take(LONGEST).filter(|c| !c.is_control()).collect();
        is_hash.then(|| Self { hash: hash.to_ascii_lowercase(), name })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let file = OwnFile { hash: "0123456789ab".to_owned(), name: "a: b & c.csv".to_owned() };
        assert_eq!(OwnFile::read(&file.value()), Some(file));
        for value in
            ["", "1.0.2", "file:", "file:0123456789ab", "file:0123:a", "file:0123456789xy:a"]
        {
            assert_eq!(OwnFile::read(value), None, "{value}");
        }
    }
}
