//! Comma-separated values after RFC 4180.

/// A file in the making. Lines end in CR LF; the first is the header.
#[derive(Debug, Clone, Default)]
pub struct Csv {
    text: String,
}

/// What makes a spreadsheet take a text for a formula, if it stands first
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

impl Csv {
    /// Adds a line. A text that a spreadsheet would take for a formula gets an apostrophe in front; a
    /// number below zero is none.
    pub fn line<'c>(&mut self, cells: impl Iterator<Item = &'c str>) {
        let start = self.text.len();
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                self.text.push(',');
            }
            self.cell(cell);
        }
        // A line without anything would be no line.
        if self.text.len() == start {
            self.text.push_str("\"\"");
        }
        self.text.push_str("\r\n");
    }

    fn cell(&mut self, cell: &str) {
        let formula = cell.starts_with(FORMULA) && !is_number(cell);
        if !formula && !cell.contains(['"', ',', '\n', '\r', '\u{feff}']) {
            return self.text.push_str(cell);
        }
        self.text.push('"');
        if formula {
            self.text.push('\'');
        }
        self.text.push_str(&cell.replace('"', "\"\""));
        self.text.push('"');
    }

    /// The file: UTF-8 with a byte order mark, without which spreadsheets misread it.
    pub fn finish(self) -> String {
        format!("\u{feff}{}", self.text)
    }
}

/// Whether a text is a plain number: `-0.5`, `-1e-7`. Numbers are not parsed here, as that would bring the
/// standard library's reading of floats into the page.
fn is_number(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = |text| str::strip_prefix(text, '-').unwrap_or(text);
    let (number, power) = cell.split_once('e').unwrap_or((cell, "0"));
    let (whole, rest) = number.split_once('.').unwrap_or((number, "0"));
    digits(unsigned(whole)) && digits(rest) && digits(unsigned(power))
}
