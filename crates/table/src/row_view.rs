//! Rows of a reader's table as they are shown, and as they are taken away.

use explorer_loader::Loaded;
use explorer_meaning::country::Countries;
use explorer_meaning::mapping::Role;
use explorer_reader::csv::write_line;
use explorer_reader::problem::shortened;
use serde::{Deserialize, Serialize};

use crate::column_kind::{country, has_countries};

/// Characters of a cell that are shown.
pub const SHOWN: usize = 160;

/// A row as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowView {
    /// Its number in the file.
    pub number: u64,
    /// Its cells.
    pub cells: Vec<CellView>,
}

/// A cell as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CellView {
    /// A text.
    Text(String),
    /// A number, and how it stands in the file where that has a unit.
    Number(String, Option<String>),
    /// Addresses on the web.
    Links(Vec<String>),
    /// What was read, and beside it what stands in the file.
    Read {
        /// What was read.
        text: String,
        /// What stands in the file.
        written: String,
    },
    /// What stands in the file, of which nothing was read.
    Unread(String),
}

/// A row as it is shown.
pub fn row_view(loaded: &Loaded, countries: &Countries, row: usize) -> RowView {
    let cells = loaded.columns.iter().enumerate().map(|(at, column)| {
        let written = loaded.as_written(row, at).map(|written| shortened(written, SHOWN));
        let values = loaded.values(row, at);
        let unread = written.clone().filter(|_| values.is_empty());
        if let Some(written) = unread {
            return CellView::Unread(written);
        }
        let beside = |text: String, written: Option<String>| match written {
            Some(written) if written != text => CellView::Read { text, written },
            _ => CellView::Text(text),
        };
        match column.role {
            Role::Link => CellView::Links(values),
            _ if has_countries(column) => {
                let names = values.into_iter().map(|code| {
                    let country = country(countries, &code);
                    country.map_or(code.clone(), |country| country.name_en.clone())
                });
                beside(names.collect::<Vec<_>>().join("; "), written)
            }
            Role::Number(_) => CellView::Number(loaded.cell(row, at), written),
            _ => beside(shortened(&loaded.cell(row, at), SHOWN), written),
        }
    });
    RowView { number: loaded.row_number(row), cells: cells.collect() }
}

/// Rows as CSV, with their numbers in the file. A cell that could not be read, a number with its unit, and
/// a country stand there as they do in the file.
pub fn rows_csv(loaded: &Loaded, rows: &[usize]) -> String {
    let mut text = String::from("\u{feff}");
    let names = loaded.columns.iter().map(|column| column.name.as_str());
    write_line(&mut text, ["row"].into_iter().chain(names));
    for row in rows.iter().copied() {
        let number = loaded.row_number(row).to_string();
        let cells = (0..loaded.columns.len()).map(|column| {
            let written = loaded.as_written(row, column).map(str::to_owned);
            safe(written.unwrap_or_else(|| loaded.cell(row, column)))
        });
        let cells: Vec<String> = cells.collect();
        write_line(
            &mut text,
            [number.as_str()].into_iter().chain(cells.iter().map(String::as_str)),
        );
    }
    text
}

/// A cell that a spreadsheet takes for a text, not for a formula
/// (<https://owasp.org/www-community/attacks/CSV_Injection>); numbers stay numbers.
fn safe(cell: String) -> String {
    let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if begins && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::rc::Rc;

    use explorer_loader::{Beginning, Loader};
    use explorer_reader::number::Decimal;

    use super::*;

    fn countries() -> Rc<Countries> {
        Rc::new(Countries::from_json(include_str!("../../../data/countries.json")).unwrap())
    }

    fn load(text: &str) -> Loaded {
        let mut beginning = Beginning::of(text, true, &countries()).unwrap();
        // As a reader would choose, whatever is proposed.
        let costs = beginning.mapping.columns.iter_mut().filter(|column| column.name == "cost");
        costs.for_each(|column| column.role = Role::Number(Decimal::Point));
        let mut loader = Loader::new(beginning.format, beginning.mapping, countries());
        loader.push(text).unwrap();
        loader.finish().unwrap()
    }

    fn shown(loaded: &mut Loaded) -> Vec<Vec<CellView>> {
        let rows = loaded.rows(0, 99).into_iter();
        rows.map(|row| row_view(loaded, &countries(), row).cells).collect()
    }

    #[test]
    fn what_could_not_be_read_stands_as_it_is() {
        let mut loaded = load(
            "date,country,cost\n2024-09-06,Atlantis,5\nc. 2024,Laos,$7 or so\n2024-09-08,Narnia,8\n\
             2024-09-09,Fiji,$9\n2024-09-10,,\n2024-09-11,Palau,n/a\n2024-09-12,Tonga,1\n",
        );
        let shown = shown(&mut loaded);
        let unread = |text: &str| CellView::Unread(text.to_owned());
        let text = |text: &str| CellView::Text(text.to_owned());
        assert_eq!(shown[0][1], unread("Atlantis"));
        assert_eq!(shown[1][1], unread("Narnia"));
        assert_eq!(shown[2][1], text("Fiji"));
        assert_eq!(shown[3][1], text(""));
        // A marker of a missing number says more than a blank.
        assert_eq!(shown[4][2], unread("n/a"));
        // Rows without a date come last.
        let number = CellView::Number("9".to_owned(), Some("$9".to_owned()));
        assert_eq!(shown[2][2], number);
        assert_eq!(shown[6], [unread("c. 2024"), text("Laos"), unread("$7 or so")]);
        let rows = loaded.rows(0, 99);
        let csv = rows_csv(&loaded, &rows);
        for line in [
            "2,2024-09-06,Atlantis,5",
            "4,2024-09-08,Narnia,8",
            "3,c. 2024,Laos,$7 or so",
            "5,2024-09-09,Fiji,$9",
        ] {
            assert!(csv.contains(&format!("{line}\r\n")), "{line}: {csv}");
        }
    }

    #[test]
    fn a_country_has_beside_it_what_stands_in_the_file() {
        let mut loaded = load("date,country\n2024-09-06,VNM\n2024-09-07,LAO\n2024-09-08,VNM\n");
        let read = |text: &str, written: &str| CellView::Read {
            text: text.to_owned(),
            written: written.to_owned(),
        };
        let countries_of = |loaded: &mut Loaded| -> Vec<CellView> {
            shown(loaded).into_iter().map(|cells| cells[1].clone()).collect()
        };
        assert_eq!(
            countries_of(&mut loaded),
            [read("Vietnam", "VNM"), read("Laos", "LAO"), read("Vietnam", "VNM")]
        );
        let mut loaded =
            load("date,country\n2024-09-06,Viet Nam\n2024-09-07,Vietnam\n2024-09-08,Laos\n");
        assert_eq!(
            countries_of(&mut loaded),
            [
                read("Vietnam", "Viet Nam"),
                CellView::Text("Vietnam".to_owned()),
                CellView::Text("Laos".to_owned())
            ]
        );
        let rows = loaded.rows(0, 99);
        let csv = rows_csv(&loaded, &rows);
        assert!(csv.contains("2,2024-09-06,Viet Nam\r\n3,2024-09-07,Vietnam\r\n"), "{csv}");
        let mut loaded = load(
            "date,countries\n2024-09-06,Viet Nam; Laos\n2024-09-07,Laos; Vietnam\n\
             2024-09-08,Laos; Atlantis\n",
        );
        assert_eq!(
            countries_of(&mut loaded),
            [
                read("Vietnam; Laos", "Viet Nam; Laos"),
                CellView::Text("Laos; Vietnam".to_owned()),
                read("Laos", "Laos; Atlantis")
            ]
        );
    }
}
