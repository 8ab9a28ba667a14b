//! A reader's own table: handed to the page as a reader would, and loaded natively to compare.

use std::rc::Rc;
use std::time::{Duration, Instant};

use explorer_loader::{Beginning, Loaded, Loader};
use explorer_meaning::country::Countries;
use explorer_meaning::mapping::Mapping;
use serde_json::{Value, json};

use crate::failure::{Failure, Outcome};
use crate::hooks::hook;
use crate::page::Page;

/// How long a large file may take to be loaded; the machine may be busy.
const LOADING: Duration = Duration::from_secs(150);

/// The countries of the records.
///
/// # Errors
/// If the file of countries is damaged.
pub fn countries() -> Outcome<Rc<Countries>> {
    let countries = Countries::from_json(include_str!("../../../data/countries.json"));
    countries.map(Rc::new).map_err(Failure::new)
}

/// Loads a text natively, as the page proposes to, or as `change` changes that.
///
/// # Errors
/// If it is refused.
pub fn natively(text: &str, change: impl FnOnce(&mut Mapping)) -> Outcome<Loaded> {
    let countries = countries()?;
    let beginning = Beginning::of(text, true, &countries);
    let beginning = beginning.map_err(|refusal| Failure::new(refusal.to_string()))?;
    let mut mapping = beginning.mapping;
    change(&mut mapping);
    let mut loader = Loader::new(beginning.format, mapping, countries);
    let refused = |failure: explorer_loader::Failure| Failure::new(failure.to_string());
    loader.push(text).map_err(refused)?;
    loader.finish().map_err(refused)
}

/// Makes a file of parts in the browser (`[text or list of bytes, how often]`) and chooses it in
/// the page's field.
const CHOOSE: &str = "
    const [name, parts] = arguments;
    const pieces = parts.flatMap(([part, times]) => {
        const blob = new Blob([typeof part === 'string' ? part : new Uint8Array(part)]);
        return Array(times).fill(blob);
    });
    const transfer = new DataTransfer();
    transfer.items.add(new File(pieces, name));
    const field = one('file-input');
    field.files = transfer.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));";

impl Page {
    /// Opens the view of a reader's own file.
    ///
    /// # Errors
    /// If it is not there in time.
    pub async fn open_own_file(&self) -> Outcome {
        self.open("#/file").await?;
        self.until("the view is there", "return visible(one('own-file'))").await.map(drop)
    }

    /// Chooses a file of these parts, each a text or a list of bytes, as often as its number says.
    ///
    /// # Errors
    /// If the page has no field for it.
    pub async fn choose_file(&self, name: &str, parts: &[(Value, u32)]) -> Outcome {
        self.run(CHOOSE, &[name.into(), json!(parts)]).await.map(drop)
    }

    /// Chooses a file with this text.
    ///
    /// # Errors
    /// As [`choose_file`](Self::choose_file).
    pub async fn choose_text(&self, name: &str, text: &str) -> Outcome {
        self.choose_file(name, &[(text.into(), 1)]).await
    }

    /// Picks an option of a field.
    ///
    /// # Errors
    /// If there is no such field.
    pub async fn pick(&self, selector: &str, value: &str) -> Outcome {
        let script = "const field = document.querySelector(arguments[0]);
            field.value = arguments[1];
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        self.run(script, &[selector.into(), value.into()]).await.map(drop)
    }

    /// Waits for the roles of columns, and loads the table with them.
    ///
    /// # Errors
    /// If it is not loaded in time.
    pub async fn load_table(&self, name: &str) -> Outcome {
        self.until("the roles are proposed", "return visible(one('load'))").await?;
        self.click(&hook("load")).await?;
        self.is_loaded(name).await
    }

    /// Waits until a table of that name is open.
    ///
    /// # Errors
    /// If it is not loaded in time: what the page says.
    pub async fn is_loaded(&self, name: &str) -> Outcome {
        let script = "return !one('progress') && !one('mapping')
            && !!one('own-summary')?.textContent.endsWith(arguments[0])";
        let start = Instant::now();
        while self.run(script, &[name.into()]).await? != Value::Bool(true) {
            if start.elapsed() > LOADING {
                let said =
                    self.run("return one('own-file')?.innerText.slice(0, 4000)", &[]).await?;
                return Err(Failure::new(format!("{name} is not loaded; the page says {said}")));
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
        Ok(())
    }

    /// Waits until the page shows a table as it is natively: its rows in view, the values of each
    /// facet in sight and whether they are chosen, the columns of each axis summed up, and the first rows.
    ///
    /// # Errors
    /// If it does not come to that: the first difference.
    pub async fn shows_table(&self, loaded: &mut Loaded) -> Outcome {
        let rows = "return Number(one('own-summary').dataset.rows)";
        self.until_equal("rows in view", rows, loaded.view.in_view()).await?;
        for column in 0..loaded.columns.len() {
            let dimension = loaded.columns[column].dimension;
            let counts = loaded.view.counts(dimension).to_vec();
            let facet = format!(
                "return all('[data-test=\"own-facet-{column}\"] button[data-value]')
                    .map(button => [Number(button.dataset.value), Number(button.dataset.count)])
                    .filter(([bin, count]) => count !== {}[bin])",
                json!(counts)
            );
            self.until_equal("counts of a facet that differ", &facet, json!([])).await?;
            if loaded.view.table().dictionary(dimension).is_some() {
                let states = format!(
                    "const [included, excluded] = [{}, {}];
                    return all('[data-test=\"own-facet-{column}\"] button[data-value]')
                        .map(button => [Number(button.dataset.value), button.dataset.state])
                        .filter(([bin, state]) => state !== (included.includes(bin) ? 'included'
                            : excluded.includes(bin) ? 'excluded' : 'free'))",
                    json!(loaded.view.selected(dimension)),
                    json!(loaded.view.excluded(dimension))
                );
                self.until_equal("states of a facet that differ", &states, json!([])).await?;
            }
            let bars = format!(
                "return all('[data-test=\"chart-own-bars-{column}\"] .marks button[data-value]')
                    .map(button => [Number(button.dataset.value), Number(button.dataset.count)])
                    .filter(([bin, count]) => count !== {}[bin])",
                json!(counts)
            );
            self.until_equal("counts of bars that differ", &bars, json!([])).await?;
            for axis in ["time", "histogram"] {
                let all: u32 = counts.iter().take(counts.len().saturating_sub(1)).sum();
                // What is not known to the day may be of several columns, and is counted in none.
                let table = loaded.view.table();
                let is_day = |bin: usize| match table.days(dimension) {
                    Some(days) => table.last_day(dimension, bin) == days.get(bin).copied(),
                    None => true,
                };
                let with_value = counts.iter().take(counts.len().saturating_sub(1)).enumerate();
                let least: u32 =
                    with_value.filter(|(bin, _)| is_day(*bin)).map(|(_, count)| count).sum();
                let sum = format!(
                    "const marks = all('[data-test=\"chart-own-{axis}-{column}\"] .marks button');
                    const sum = marks.reduce((sum, mark) => sum + Number(mark.dataset.count), 0);
                    return !marks.length || {least} <= sum && sum <= {all} ? 'all' : sum"
                );
                self.until_equal("the columns of an axis together", &sum, "all").await?;
            }
        }
        let first: Vec<String> =
            loaded.rows(0, 25).iter().map(|row| loaded.row_number(*row).to_string()).collect();
        let shown = "return all('[data-test=\"own-row\"]').map(row => row.dataset.row)";
        self.until_equal("the first rows", shown, json!(first)).await
    }

    /// Waits until the page says why a file was not opened, in these words among others.
    ///
    /// # Errors
    /// If it does not.
    pub async fn refuses_file(&self, words: &str) -> Outcome {
        let script =
            format!("return one('file-error')?.textContent.includes({}) ?? false", json!(words));
        self.until(&format!("the page says “{words}”"), &script).await.map(drop)
    }
}
