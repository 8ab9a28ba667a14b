//! What a built page weighs on its way to a reader, by part, and what it may weigh.

use crate::built::{BuiltFile, BuiltPage, PREVIEW, SINGLE_FILE};
use crate::failure::{Failure, Outcome};
use crate::transfer::compressed;

/// Everything that the first load transfers until the overview stands, compressed: what it has now, and a
/// little. ARCHITECTURE.md, *Weight*, says where it is.
pub const FIRST_LOAD: usize = 600_000;
/// The chunk with all pages but the overview and the view of a reader's own file, which is loaded once the first
/// view stands, compressed; with what it shares with that view.
pub const OTHER_PAGES: usize = 400_000;
/// The chunk with the view of a reader's own file, compressed.
pub const OWN_FILE: usize = 400_000;
/// What reads and counts a reader's table, which is loaded with the view of such a file, compressed.
pub const ON_DEMAND: usize = 400_000;
/// What reads workbooks, which is loaded with the first one, compressed: calamine with the encodings that
/// its reader of XML knows.
pub const WORKBOOK: usize = 310_000;
/// The page as one file, as it lies on a disk.
pub const ONE_FILE: usize = 1_800_000;

/// How the names of the chunk with the other pages begin: the second is what it shares.
const OTHER_PAGES_FILES: [&str; 2] = ["other-pages-", "shared-pages-"];

/// How the name of the chunk with the view of a reader's own file begins.
const OWN_FILE_FILE: &str = "own-file-";

/// How the names of the files begin that read and count a table for that view.
const TABLE_FILE: &str = "table-";

/// How the names of those begin that only a workbook loads.
const WORKBOOK_FILE: &str = "workbook-";

/// Whether a file is published beside the page (`crates/publish`), by its name.
pub fn is_published(name: &str) -> bool {
    name.starts_with("data/") || name == "llms.txt"
}

/// Bytes of one or several files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    /// As they lie on a disk.
    pub raw: usize,
    /// After Brotli.
    pub brotli: usize,
}

impl Size {
    fn of(bytes: &[u8]) -> Outcome<Self> {
        let brotli = compressed(bytes)
            .map_err(|error| Failure::new(format!("cannot compress a part: {error}")))?;
        Ok(Self { raw: bytes.len(), brotli })
    }

    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, brotli: self.brotli + other.brotli }
    }

    fn minus(self, other: Self) -> Self {
        Self {
            raw: self.raw.saturating_sub(other.raw),
            brotli: self.brotli.saturating_sub(other.brotli),
        }
    }
}

/// What a page weighs.
#[derive(Debug, Clone, Copy)]
pub struct Weight {
    /// Wasm and JavaScript of the first load, with the records and the map that are in the Wasm.
    pub programs: Size,
    /// Style sheets of the first load.
    pub styles: Size,
    /// HTML, icons and the manifest.
    pub rest: Size,
    /// The chunk with all other pages, and what it shares with the next.
    pub other_pages: Size,
    /// The chunk with the view of a reader's own file.
    pub own_file: Size,
    /// What is loaded when a reader comes to open a file of their own.
    pub on_demand: Size,
    /// What is loaded when that file is a workbook.
    pub workbook: Size,
    /// The page as one file, if it was built, which nobody compresses.
    pub one_file: Option<usize>,
}

impl Weight {
    /// Weighs a page.
    ///
    /// # Errors
    /// None in practice: the files are compressed in memory.
    pub fn of(page: &BuiltPage) -> Outcome<Self> {
        let mut weight = Self {
            programs: Size::default(),
            styles: Size::default(),
            rest: Size::default(),
            other_pages: Size::default(),
            own_file: Size::default(),
            on_demand: Size::default(),
            workbook: Size::default(),
            one_file: None,
        };
        for BuiltFile { name, bytes } in &page.files {
            if name == SINGLE_FILE {
                weight.one_file = Some(bytes.len());
                continue;
            }
            // Only who shows a preview of a link loads that; nothing of the page loads what is published
            // beside it.
            if name == PREVIEW || is_published(name) {
                continue;
            }
            let part = match name.rsplit('.').next() {
                _ if OTHER_PAGES_FILES.iter().any(|start| name.starts_with(start)) => {
                    &mut weight.other_pages
                }
                _ if name.starts_with(OWN_FILE_FILE) => &mut weight.own_file,
                _ if name.starts_with(TABLE_FILE) => &mut weight.on_demand,
                _ if name.starts_with(WORKBOOK_FILE) => &mut weight.workbook,
                Some("wasm" | "js") => &mut weight.programs,
                Some("css") => &mut weight.styles,
                _ => &mut weight.rest,
            };
            *part = part.plus(Size::of(bytes)?);
        }
        Ok(weight)
    }

    /// All that the first view of the overview waits for.
    pub fn first_load(&self) -> Size {
        self.programs.plus(self.styles).plus(self.rest)
    }

    /// The programs without the texts that they carry.
    pub fn code(&self, texts: &Texts) -> Size {
        self.programs.minus(texts.data).minus(texts.map)
    }
}

/// The texts that the Wasm carries. What they weigh within it cannot be told apart exactly, as they
/// are compressed together with the code: each is compressed on its own, and the code is the rest.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    /// The records and their tables.
    pub data: Size,
    /// The map.
    pub map: Size,
}

impl Texts {
    /// Weighs the texts of this repository.
    ///
    /// # Errors
    /// If the map cannot be read.
    pub fn of_repository() -> Outcome<Self> {
        let files = explorer_embedded::EMBEDDED.files();
        let records: String = files.iter().map(|(_, text)| *text).collect();
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/map.json");
        let map = std::fs::read(path)
            .map_err(|error| Failure::new(format!("cannot read {path}: {error}")))?;
        Ok(Self { data: Size::of(records.as_bytes())?, map: Size::of(&map)? })
    }
}
