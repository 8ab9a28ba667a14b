//! Citations of the dataset, of a view of it, and of the paper.

use super::Origin;
use super::json::{list, record, string};

/// How a citation is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A line of text.
    Text,
    /// BibTeX.
    Bibtex,
    /// RIS, which reference managers import.
    Ris,
    /// CSL-JSON, the form of the Citation Style Language.
    Csl,
}

impl Style {
    /// All styles, with the word and the label of each.
    pub const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Text, "text", "Text"),
        (Self::Bibtex, "bibtex", "BibTeX"),
        (Self::Ris, "ris", "RIS"),
        (Self::Csl, "csl", "CSL-JSON"),
    ];
}

/// Who compiled the dataset, as `CITATION.cff` has it.
const AUTHOR: &str = "The Security Diplomacy Explorer contributors";
/// Who compiled a reader's own file is known to its reader alone.
const UNSIGNED: &str = "A reader\u{2019}s own file";
/// Where it is published.
const PUBLISHER: &str = "Security Diplomacy Explorer";

/// What a view without filters is called; it says nothing in a title.
const WITHOUT_FILTERS: &str = "All records";

/// The paper, whose numbers are its own (`data/README.md`).
const PAPER: Work<'_> = Work {
    id: "greitens-kardon-waltz-2025",
    author: AUTHOR,
    authors: &[("Greitens", "Sheena Chestnut"), ("Kardon", "Isaac"), ("Waltz", "Cameron")],
    title: "A New World Cop on the Beat? China\u{2019}s Internal Security Outreach Under the Global Security Initiative",
    published: "2025-08",
    publisher: "Carnegie Endowment for International Peace",
    version: "",
    url: "https://carnegieendowment.org/research/2025/08/a-new-world-cop-on-the-beat-chinas-internal-security-outreach-under-the-global-security-initiative",
    doi: "",
    note: "",
    retrieved: "",
    is_data: false,
};

/// The paper's own dataset, which is not contained here.
const PAPER_DATA: Work<'_> = Work {
    id: "greitens-kardon-waltz-2025-data",
    title: "China\u{2019}s Internal Security Diplomacy Dataset",
    published: "2025",
    publisher: "Harvard Dataverse",
    version: "1.0",
    url: "https://doi.org/10.7910/DVN/DBZIUW",
    doi: "10.7910/DVN/DBZIUW",
    is_data: true,
    ..PAPER
};

struct Work<'w> {
    id: &'w str,
    /// Family and given names; none stands for `author`.
    authors: &'w [(&'w str, &'w str)],
    /// Who is named where no persons are.
    author: &'w str,
    title: &'w str,
    /// Year, month or day.
    published: &'w str,
    publisher: &'w str,
    version: &'w str,
    url: &'w str,
    doi: &'w str,
    /// What stands where there is no address.
    note: &'w str,
    retrieved: &'w str,
    is_data: bool,
}

/// The citation of what a view shows; of the paper and its dataset besides where the view shows
/// their numbers.
pub fn cite(origin: &Origin, of_paper: bool, style: Style) -> String {
    let title = match origin.filters.as_str() {
        "" | WITHOUT_FILTERS => origin.dataset.clone(),
        filters => format!("{}: {filters}", origin.dataset),
    };
    let version = format!("{} ({})", origin.version, origin.hash);
    // What stands before it is where this copy lies, which makes no other view.
    let view = origin.link.find('#').map_or("", |at| &origin.link[at..]);
    // The place of a file on somebody's disk leads nobody there.
    let is_offline = !origin.link.starts_with("http");
    let note = if is_offline { format!("Offline copy, view {view}") } else { String::new() };
    let view = Work {
        id: &format!("security-diplomacy-{}-{}", origin.version.replace('.', "-"), key(view)),
        authors: &[],
        author: AUTHOR,
        title: &title,
        published: &origin.released,
        publisher: PUBLISHER,
        version: &version,
        url: if is_offline { "" } else { &origin.link },
        doi: "",
        note: &note,
        retrieved: &origin.retrieved,
        is_data: true,
    };
    // Who made it is known to its owner alone.
    let view = match origin.is_own_table() {
        true => Work {
            id: &format!("own-file-{}-{}", origin.hash, key(view.url)),
            author: UNSIGNED,
            version: &format!("content {}", origin.hash),
            ..view
        },
        false => view,
    };
    let works = [view, PAPER, PAPER_DATA];
    let works = if of_paper { &works[..] } else { &works[..1] };
    let write = match style {
        Style::Text => Work::text,
        Style::Bibtex => Work::bibtex,
        Style::Ris => Work::ris,
        Style::Csl => return list(works.iter().map(Work::csl)),
    };
    works.iter().map(write).collect::<Vec<_>>().join("\n\n")
}

/// A short key that tells views apart (FNV-1a): a document may cite several.
fn key(view: &str) -> String {
    let hash = view
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

impl Work<'_> {
    fn year(&self) -> &str {
        self.published.split('-').next().unwrap_or_default()
    }

    fn text(&self) -> String {
        let authors: Vec<_> =
            self.authors.iter().map(|(family, given)| format!("{given} {family}")).collect();
        let authors = match authors.split_last() {
            None => self.author.to_owned(),
            Some((last, others)) => format!("{} and {last}", others.join(", ")),
        };
        let mut text = format!("{authors}, {}", self.title);
        if !self.version.is_empty() {
            text += &format!(", version {}", self.version);
        }
        // One of the two is empty.
        text += &format!(", {}", self.publisher);
        if !self.published.is_empty() {
            text += &format!(", {}", self.published);
        }
        text += &format!(". {}{}", self.url, self.note);
        if !self.retrieved.is_empty() {
            text += &format!(" (retrieved {})", self.retrieved);
        }
        text
    }

    fn bibtex(&self) -> String {
        let authors: Vec<_> =
            self.authors.iter().map(|(family, given)| format!("{family}, {given}")).collect();
        let authors = match authors.as_slice() {
            [] => format!("{{{}}}", self.author),
            all => all.join(" and "),
        };
        let mut fields = vec![
            ("author", authors),
            // Braces within keep the capitals.
            ("title", format!("{{{}}}", tex(self.title))),
            ("year", self.year().to_owned()),
            ("publisher", self.publisher.to_owned()),
            ("version", self.version.to_owned()),
            ("doi", self.doi.to_owned()),
            ("url", self.url.to_owned()),
            ("note", tex(self.note)),
            ("urldate", self.retrieved.to_owned()),
        ];
        fields.retain(|(_, value)| !value.is_empty());
        let kind = if self.is_data { "dataset" } else { "report" };
        let fields: Vec<_> =
            fields.iter().map(|(key, value)| format!("  {key} = {{{value}}}")).collect();
        format!("@{kind}{{{},\n{}\n}}", self.id, fields.join(",\n"))
    }

    fn ris(&self) -> String {
        let mut lines = vec![("TY", if self.is_data { "DATA" } else { "RPRT" }.to_owned())];
        match self.authors {
            [] => lines.push(("AU", self.author.to_owned())),
            all => lines.extend(all.iter().map(|(f, g)| ("AU", format!("{f}, {g}")))),
        }
        let dashed = |date: &str| date.replace('-', "/");
        lines.extend([
            ("TI", self.title.to_owned()),
            ("PY", self.year().to_owned()),
            ("DA", dashed(self.published)),
            ("PB", self.publisher.to_owned()),
            ("ET", self.version.to_owned()),
            ("DO", self.doi.to_owned()),
            ("UR", self.url.to_owned()),
            ("N1", self.note.to_owned()),
            ("Y2", dashed(self.retrieved)),
        ]);
        lines.retain(|(_, value)| !value.is_empty());
        let lines = lines.iter().map(|(tag, value)| format!("{tag}  - {value}\r\n"));
        lines.collect::<String>() + "ER  - \r\n"
    }

    fn csl(&self) -> String {
        let date = |date: &str| {
            let parts = date.split('-').filter_map(|part| part.parse::<u32>().ok());
            record(&[("date-parts", list([list(parts.map(|n| n.to_string()))].into_iter()))])
        };
        let authors = match self.authors {
            [] => list([record(&[("literal", string(AUTHOR))])].into_iter()),
            all => list(all.iter().map(|(family, given)| {
                record(&[("family", string(family)), ("given", string(given))])
            })),
        };
        let mut fields = vec![
            ("id", string(self.id)),
            ("type", string(if self.is_data { "dataset" } else { "report" })),
            ("author", authors),
            ("title", string(self.title)),
            ("publisher", string(self.publisher)),
            ("issued", date(self.published)),
        ];
        for (key, value) in
            [("URL", self.url), ("note", self.note), ("version", self.version), ("DOI", self.doi)]
        {
            if !value.is_empty() {
                fields.push((key, string(value)));
            }
        }
        if !self.retrieved.is_empty() {
            fields.push(("accessed", date(self.retrieved)));
        }
        record(&fields)
    }
}

/// What TeX would take for a command, as what it is.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                out.push('\\');
                out.push(c);
            }
            '\\' => out.push_str("\\textbackslash "),
            c => out.push(c),
        }
    }
    out
}
