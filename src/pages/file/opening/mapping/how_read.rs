//! How a file is read: its encoding, what separates its cells, which row has the names.

use crate::components::show::Show;
use crate::reactive::memo;
use explorer_loader::FormatChoice;
use explorer_reader::Format;
use explorer_reader::csv::{Dialect, Header};
use explorer_reader::encoding::Encoding;
use explorer_reader::format::OFFERED;
use leptos::prelude::*;

use crate::pages::file::components::select::{Select, SelectOption};
use crate::pages::file::opening::draft::Draft;
use explorer_table::header_choice::{HeaderChoice, OfferedRows, TopRows};
use explorer_table::read_choice::ReadChoice;

/// What is proposed of it, to be chosen otherwise. The fields stay while the file is looked at again.
#[component]
pub fn HowRead(
    /// The file.
    #[prop(into)]
    draft: Signal<Draft, LocalStorage>,
    /// What the reader chose.
    on_choice: Callback<ReadChoice>,
) -> impl IntoView {
    let encoding = memo(move || draft.with(|draft| draft.encoding));
    let dialect = memo(move || draft.with(dialect_of));
    let delimiter = memo(move || dialect.get().map_or(b',', |dialect| dialect.delimiter));
    let header = memo(move || {
        let header = dialect.get().map_or(Header::First, |dialect| dialect.header);
        draft.with(|draft| HeaderChoice::of(header, &draft.beginning.top))
    });
    let choose = move |change: &dyn Fn(&mut ReadChoice)| {
        let mut choice = draft.with_untracked(|draft| draft.choice);
        change(&mut choice);
        on_choice.run(choice);
    };
    let on_encoding = Callback::new(move |encoding: Encoding| {
        choose(&|choice| choice.encoding = Some(encoding));
    });
    // The names may be in another row then.
    let on_delimiter = Callback::new(move |delimiter: u8| {
        choose(&|choice| {
            choice.format = FormatChoice { delimiter: Some(delimiter), header: None };
        });
    });
    let on_header = Callback::new(move |header: HeaderChoice| {
        choose(&|choice| choice.format.header = Some(header.header()));
    });
    // The text of a sheet is made here.
    let is_sheet = draft.with_untracked(|draft| draft.source.sheet.is_some());
    let encodings: Vec<_> =
        Encoding::all().map(|one| SelectOption::new(one, one.label(), one.words())).collect();
    let delimited = move || {
        let separator = (!is_sheet).then(|| {
            let delimiters = delimiters(delimiter.get_untracked());
            view! {
                <label>
                    "Cells are separated by "
                    <Select
                        test="read-delimiter"
                        options=delimiters
                        selected=delimiter
                        on_select=on_delimiter
                    />
                </label>
            }
        });
        view! {
            {separator}
            <HeaderFields draft header on_header />
        }
    };
    let encoding = (!is_sheet).then(|| {
        view! {
            <label>
                "Encoding "
                <Select
                    test="read-encoding"
                    options=encodings
                    selected=encoding
                    on_select=on_encoding
                />
            </label>
        }
    });
    view! {
        <div class="own-read" data-test="how-read">
            {encoding}
            <Show when=move || dialect.with(Option::is_some)>{delimited}</Show>
        </div>
    }
}

/// Which rows have the names of the columns, and where the table begins.
#[component]
fn HeaderFields(
    /// The file.
    draft: Signal<Draft, LocalStorage>,
    /// The rows as they are chosen or proposed.
    header: Memo<HeaderChoice>,
    /// Other rows.
    on_header: Callback<HeaderChoice>,
) -> impl IntoView {
    let rows_for = move |rows: fn(HeaderChoice, &TopRows) -> OfferedRows| {
        memo(move || draft.with(|draft| rows(header.get(), &draft.beginning.top)))
    };
    let (firsts, lasts, begins) = (
        rows_for(HeaderChoice::firsts),
        rows_for(HeaderChoice::lasts),
        rows_for(HeaderChoice::begins),
    );
    let option = |(row, words): (u64, String)| SelectOption::new(row, row.to_string(), words);
    let first = memo(move || header.get().first);
    let last = memo(move || header.get().last);
    let data = memo(move || header.get().data);
    let with_top = move |choose: &dyn Fn(HeaderChoice, &TopRows) -> HeaderChoice| {
        let now = header.get_untracked();
        on_header.run(draft.with_untracked(|draft| choose(now, &draft.beginning.top)));
    };
    let on_first = Callback::new(move |row: Option<u64>| {
        with_top(&|_, top| match row {
            Some(row) => HeaderChoice::row(row, top),
            None => HeaderChoice::none(top),
        });
    });
    let on_last = Callback::new(move |row: u64| with_top(&|now, top| now.until(row, top)));
    let on_data =
        Callback::new(move |row: u64| with_top(&|now, _| HeaderChoice { data: row, ..now }));
    let firsts = move || {
        let some =
            |(row, words): (u64, String)| SelectOption::new(Some(row), row.to_string(), words);
        let none = SelectOption::new(None, "none", "no row: columns are called by their places");
        let options = firsts.get().into_iter().map(some).chain([none]).collect();
        view! {
            <Select test="header-first" options selected=first on_select=on_first />
        }
    };
    let lasts = move || {
        let options: Vec<_> = lasts.get().into_iter().map(option).collect();
        (!options.is_empty()).then(|| {
            view! {
                <Select
                    test="header-last"
                    label="Rows with names"
                    options
                    selected=last
                    on_select=on_last
                />
            }
        })
    };
    let begins = move || {
        let options = begins.get().into_iter().map(option).collect();
        view! { <Select test="header-data" options selected=data on_select=on_data /> }
    };
    view! {
        <label>"Names of the columns are in " {firsts}</label>
        {lasts}
        <label>"The table begins in " {begins}</label>
    }
}

fn dialect_of(draft: &Draft) -> Option<Dialect> {
    match draft.beginning.format {
        Format::Delimited(dialect) => Some(dialect),
        Format::Json(_) => None,
    }
}

/// What can separate cells, in words, with what does.
fn delimiters(chosen: u8) -> Vec<SelectOption<u8>> {
    let other = Some(chosen).filter(|chosen| !OFFERED.contains(chosen));
    let option = |delimiter: u8| {
        let (id, words) = match delimiter {
            b',' => ("comma", "commas".to_owned()),
            b'\t' => ("tab", "tabs".to_owned()),
            b';' => ("semicolon", "semicolons".to_owned()),
            b'|' => ("bar", "bars |".to_owned()),
            b':' => ("colon", "colons".to_owned()),
            b' ' => ("blank", "blanks".to_owned()),
            other => ("other", char::from(other).to_string()),
        };
        SelectOption::new(delimiter, id, words)
    };
    OFFERED.into_iter().chain(other).map(option).collect()
}
