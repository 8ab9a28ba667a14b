//! A file as it is opened, with all that is told and shown of it.

use explorer_intake::own_file::{as_table, settle};
use explorer_intake::{Choices, Intake, intake};
use explorer_loader::{Beginning, Loaded, Loader};
use explorer_reader::Problem;
use explorer_table::record_rows::{column_name, record_rows};

use crate::known;

/// A file as it was opened.
pub struct Opened {
    pub loaded: Loaded,
    pub intake: Intake,
}

impl Opened {
    /// All problems, of the table and of the records.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.intake.overview.problems.iter().chain(self.loaded.problems.kept())
    }

    /// Whether a text stands somewhere in what is told or shown: in a problem, in a record, or among the words
    /// that the reader is asked about.
    pub fn shows(&self, text: &str) -> bool {
        let in_problems = self.problems().any(|problem| {
            problem.value.contains(text)
                || problem.expected.contains(text)
                || problem.column.as_deref().is_some_and(|column| column.contains(text))
        });
        let words = &self.intake.overview.unmatched;
        in_problems
            || words.iter().any(|word| word.text.contains(text))
            || self
                .intake
                .events
                .iter()
                .any(|event| format!("{event:?} {}", event.date).contains(text))
    }

    /// Whether a text stands in the table.
    pub fn has(&self, text: &str) -> bool {
        let columns = &self.loaded.columns;
        columns.iter().any(|column| column.name.contains(text))
            || (0..self.loaded.view.table().len()).any(|row| {
                (0..columns.len()).any(|at| {
                    self.loaded.cell(row, at).contains(text)
                        || self.loaded.as_written(row, at).is_some_and(|cell| cell.contains(text))
                })
            })
    }
}

/// Opens a file as the page does: one of the explorer's own by its tidy table, any other as it is.
pub fn opened(text: &str) -> Result<Opened, String> {
    let known = known();
    let table = as_table(text);
    let text = table.as_deref().unwrap_or(text);
    let mut beginning =
        Beginning::of(text, true, &known.countries).map_err(|refusal| refusal.to_string())?;
    settle(&mut beginning.mapping);
    let mut loader = Loader::new(beginning.format, beginning.mapping, known.countries.clone());
    let loaded = loader.push(text).and_then(|()| loader.finish());
    let loaded = loaded.map_err(|failure| failure.to_string())?;
    let column = |meaning| column_name(&loaded, meaning);
    let intake = intake(&record_rows(&loaded), &known.tables, &Choices::default(), &column);
    Ok(Opened { loaded, intake })
}
