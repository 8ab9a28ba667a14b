//! What the columns of a file are taken for, to be looked over before it is loaded.

use std::rc::Rc;

use explorer::ui::listen::{listen_to, under};
use explorer::ui::markup::{Markup, el, live};
use explorer::ui::save;
use explorer::ui::switch::button;
use explorer_number::grouped;
use explorer_reader::country::Countries;
use explorer_reader::date::{DateForm, Order};
use explorer_reader::encoding::Encoding;
use explorer_reader::mapping::{ColumnMapping, ColumnProfile, Mapping, Meaning, Role};
use explorer_reader::number::Decimal;
use explorer_reader::problem::shortened;
use leptos::prelude::{event_target, event_target_value};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlInputElement};

use super::app::{App, Stage};
use super::draft::Draft;
use super::listing::{cells, heading, scrolled};
use super::source::Source;

/// The roles in words, in the order in which they are offered.
const ROLES: [(&str, &str); 7] = [
    ("category", "one of some values"),
    ("multi-value", "several values"),
    ("date", "a date"),
    ("number", "a number"),
    ("text", "text"),
    ("link", "links"),
    ("ignored", "nothing: not loaded"),
];

/// The separators in words.
const SEPARATORS: [(&str, &str); 6] = [
    (";", "by ; semicolons"),
    (",", "by , commas"),
    ("|", "by | bars"),
    ("/", "by / slashes"),
    ("、", "by 、 Chinese commas"),
    ("\n", "by line breaks"),
];

/// The meanings in words.
const MEANINGS: [(Meaning, &str); 20] = [
    (Meaning::Date, "date"),
    (Meaning::DateEnd, "last day"),
    (Meaning::Country, "counterpart country"),
    (Meaning::Organization, "counterpart organization"),
    (Meaning::Counterpart, "counterpart official"),
    (Meaning::Agency, "Chinese agency"),
    (Meaning::Official, "Chinese official"),
    (Meaning::Rank, "rank"),
    (Meaning::Topic, "topic"),
    (Meaning::Format, "format"),
    (Meaning::Channel, "channel"),
    (Meaning::Forum, "forum"),
    (Meaning::City, "city"),
    (Meaning::Venue, "country of the venue"),
    (Meaning::Title, "title"),
    (Meaning::Source, "source"),
    (Meaning::Note, "note"),
    (Meaning::Id, "id"),
    (Meaning::Latitude, "latitude"),
    (Meaning::Longitude, "longitude"),
];

/// The screen of a file that was looked at; empty at other stages.
pub fn mapping(app: &'static App) -> Element {
    let place = live("div", move |place| match app.stage.get() {
        Stage::Mapping(draft) => place.child(screen(app, &draft)),
        _ => place,
    });
    listen_to(&place, &["change", "click"], move |event| {
        let Stage::Mapping(draft) = app.stage.get_untracked() else { return };
        if event.type_() == "change" {
            return changed(app, draft, &event);
        }
        match under(&event, "data-act").as_deref() {
            Some("load") if choices_left(&draft) == 0 => app.load(draft),
            Some("cancel") => app.cancel(),
            Some("save-mapping") => {
                let name = format!("{}.mapping.json", draft.source.name);
                save::text(&name, "application/json", &draft.mapping.to_json());
            }
            Some("proposed") => {
                let mapping = draft.beginning.mapping.clone();
                app.stage.set(Stage::Mapping(Draft { mapping, remembered: false, ..draft }));
            }
            _ => {}
        }
    });
    place
}

fn screen(app: &App, draft: &Draft) -> Markup {
    let Draft { beginning, mapping, source, .. } = draft;
    let rows = mapping.columns.iter().enumerate().map(|(at, column)| {
        let profile = beginning.columns.get(at);
        row(at, column, profile, &app.countries)
    });
    let head = ["Column", "First values", "Holds", "Is the"].map(heading);
    let table = el("table")
        .class("own-mapping")
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows));
    let left = choices_left(draft);
    let load = button("load")
        .class("primary")
        .attr("data-test", "load")
        .attr("aria-disabled", if left > 0 { "true" } else { "false" })
        .text("Load the table");
    let wait = (left > 0).then(|| {
        el("span")
            .class("error")
            .text("Choose first which of the dates\u{2019} numbers is the month.")
    });
    let text = |act: &'static str, words: &str| {
        button(act).class("text-button").attr("data-test", act).text(words)
    };
    let field = el("label").class("text-button own-use").text("Use a saved one").child(
        el("input")
            .attr("type", "file")
            .class("unseen")
            .attr("data-test", "use-mapping")
            .attr("accept", ".json,application/json"),
    );
    let remembered = draft.remembered.then(|| {
        el("p")
            .class("hint")
            .attr("data-test", "remembered")
            .text(
                "These are the roles with which a table with the same columns was loaded before. ",
            )
            .child(text("proposed", "Propose them anew"))
    });
    let said = (!draft.said.is_empty())
        .then(|| el("p").class("error").attr("role", "alert").text(draft.said.as_str()));
    el("section")
        .class("own-panel")
        .attr("data-test", "mapping")
        .child(el("h2").text(format!("What is in {}?", source.name)))
        .child(el("p").class("hint").text(about(draft)))
        .children(remembered)
        .child(scrolled("Columns and their roles", table))
        .child(preview(draft))
        .child(
            el("div")
                .class("own-acts")
                .child(load)
                .child(
                    button("cancel")
                        .class("text-button")
                        .attr("data-test", "cancel")
                        .text("Cancel"),
                )
                .children(wait)
                .child(el("span").class("own-space"))
                .child(text("save-mapping", "Save these roles"))
                .child(field),
        )
        .children(said)
}

/// What was recognized of the file, in words.
fn about(draft: &Draft) -> String {
    use explorer_reader::Format;
    let format = match draft.beginning.format {
        Format::Delimited(dialect) => match dialect.delimiter {
            b'\t' => "columns separated by tabs",
            b';' => "columns separated by semicolons",
            b'|' => "columns separated by bars",
            _ => "columns separated by commas",
        },
        Format::Json(_) => "JSON",
    };
    let encoding = match draft.encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        Encoding::Windows1252 => "Windows-1252",
        Encoding::Gb18030 => "GB18030",
    };
    format!(
        "{} bytes, {encoding}, {format}. What the columns hold is proposed from their names and first rows; change what is wrong.",
        grouped(draft.source.size() as u64)
    )
}

/// How many columns wait for a choice.
fn choices_left(draft: &Draft) -> usize {
    let columns = draft.mapping.columns.iter().zip(&draft.beginning.columns);
    columns.filter(|(column, profile)| is_open(column, profile)).count()
}

/// Whether somebody has to say which number is the month.
fn is_open(column: &ColumnMapping, profile: &ColumnProfile) -> bool {
    matches!(column.role, Role::Date(form) if form.order == Order::Ambiguous)
        && profile.order.needs_choice()
}

fn row(
    at: usize,
    column: &ColumnMapping,
    profile: Option<&ColumnProfile>,
    countries: &Countries,
) -> Markup {
    let examples = profile.map_or(Vec::new(), |profile| profile.examples.clone());
    let examples: Vec<String> = examples.iter().take(3).map(|text| shorter(text)).collect();
    let name = &column.name;
    let role = choice(at, "role", format!("What {name} holds"), column.role.word(), &ROLES);
    let more = details(at, column, profile);
    let meanings: Vec<(&str, &str)> = [("", "\u{2013}")]
        .into_iter()
        .chain(MEANINGS.iter().map(|(meaning, words)| (meaning.word(), *words)))
        .collect();
    let meant = column.meaning.map_or("", Meaning::word);
    let meaning = choice(at, "meaning", format!("What {name} is"), meant, &meanings);
    let unknown = profile.and_then(|profile| unknown_countries(column, profile, countries));
    el("tr")
        .attr("data-test", "mapping-row")
        .attr("data-column", at.to_string())
        .child(el("th").attr("scope", "row").text(name.as_str()))
        .child(el("td").class("own-examples").text(examples.join(" \u{b7} ")))
        .child(el("td").child(role).children(more))
        .child(el("td").child(meaning).children(unknown))
}

/// What else has to be known of a role.
fn details(at: usize, column: &ColumnMapping, profile: Option<&ColumnProfile>) -> Vec<Markup> {
    let name = &column.name;
    match column.role {
        Role::MultiValue(separator) => {
            let now = separator.to_string();
            vec![choice(
                at,
                "separator",
                format!("What separates the values of {name}"),
                &now,
                &SEPARATORS,
            )]
        }
        Role::Number(decimal) => {
            let marks = [("point", "such as 1,234.5"), ("comma", "such as 1.234,5")];
            let now = if decimal == Decimal::Comma { "comma" } else { "point" };
            vec![choice(at, "decimal", format!("How numbers of {name} are written"), now, &marks)]
        }
        Role::Date(form) => {
            let order = profile.map(|profile| profile.order);
            let asks = order.is_some_and(|o| o.either + o.month_first + o.day_first > 0);
            if !asks {
                return Vec::new();
            }
            let orders = [
                ("ambiguous", "day or month first?"),
                ("day-first", "day first: 3/4 is 3 April"),
                ("month-first", "month first: 3/4 is 4 March"),
            ];
            let now = match form.order {
                Order::Ambiguous => "ambiguous",
                Order::DayFirst => "day-first",
                Order::MonthFirst => "month-first",
            };
            let open = profile.is_some_and(|profile| is_open(column, profile));
            let asked = open.then(|| {
                el("p")
                    .class("error")
                    .attr("data-test", "ambiguous")
                    .text("These dates can be read in two ways.")
            });
            let choice =
                choice(at, "order", format!("Order of day and month in {name}"), now, &orders);
            [choice].into_iter().chain(asked).collect()
        }
        _ => Vec::new(),
    }
}

/// Names in the first rows that are no known countries.
fn unknown_countries(
    column: &ColumnMapping,
    profile: &ColumnProfile,
    countries: &Countries,
) -> Option<Markup> {
    if !matches!(column.meaning, Some(Meaning::Country | Meaning::Venue)) {
        return None;
    }
    let separator = match column.role {
        Role::MultiValue(separator) => Some(separator),
        _ => None,
    };
    let parts = profile.values.keys().flat_map(|value| match separator {
        Some(separator) => value.split(separator).map(str::trim).collect::<Vec<_>>(),
        None => vec![value.as_str()],
    });
    let mut names: Vec<&str> =
        parts.filter(|name| !name.is_empty() && countries.find(name).is_none()).collect();
    names.sort_unstable();
    names.dedup();
    let first: Vec<String> = names.iter().take(4).map(|name| shorter(name)).collect();
    let more = if names.len() > 4 { ", \u{2026}" } else { "" };
    (!names.is_empty()).then(|| {
        el("p").class("hint").attr("data-test", "unknown-countries").text(format!(
            "{} no known country: {}{more}. Once it is loaded, you can say which are meant.",
            if names.len() == 1 {
                "1 name is".to_owned()
            } else {
                format!("{} names are", names.len())
            },
            first.join(", ")
        ))
    })
}

/// The first rows as they stand in the file.
fn preview(draft: &Draft) -> Markup {
    let beginning = &draft.beginning;
    let lines = beginning
        .rows
        .iter()
        .map(|row| el("tr").children(row.iter().map(|cell| el("td").text(shorter(cell)))));
    let table = cells(beginning.header.iter().cloned(), lines);
    el("details")
        .class("own-preview")
        .attr("data-test", "preview")
        .child(
            el("summary")
                .text(format!("The first {} rows as they stand in the file", beginning.rows.len())),
        )
        .child(scrolled("First rows", table))
}

/// The beginning of a long text.
fn shorter(text: &str) -> String {
    shortened(text, 48)
}

fn choice(
    at: usize,
    what: &'static str,
    label: String,
    now: &str,
    options: &[(&str, &str)],
) -> Markup {
    let known = options.iter().any(|(word, _)| *word == now);
    // A saved mapping may have a separator that is not among those offered.
    let other = (!known).then(|| el("option").attr("value", now).text(format!("by {now}")));
    let options =
        options.iter().map(|(word, words)| el("option").attr("value", *word).text(*words));
    el("select")
        .attr("data-set", what)
        .attr("data-at", at.to_string())
        .attr("data-test", format!("map-{what}"))
        .attr("aria-label", label)
        .children(options)
        .children(other)
        .property("value", now)
}

/// Something of the screen was changed.
fn changed(app: &'static App, mut draft: Draft, event: &Event) {
    if under(event, "data-test").as_deref() == Some("use-mapping") {
        return use_saved(app, draft, event);
    }
    let (Some(what), Some(at)) = (under(event, "data-set"), under(event, "data-at")) else {
        return;
    };
    let Ok(at) = at.parse::<usize>() else { return };
    draft.said.clear();
    let value = event_target_value(event);
    let profile = draft.beginning.columns.get(at).cloned();
    apply(&mut draft.mapping, at, &what, &value, profile.as_ref());
    app.stage.set(Stage::Mapping(draft));
}

fn apply(
    mapping: &mut Mapping,
    at: usize,
    what: &str,
    value: &str,
    profile: Option<&ColumnProfile>,
) {
    if what == "meaning" {
        let meaning = Meaning::from_word(value);
        for column in &mut mapping.columns {
            // No two columns have the same.
            if column.meaning == meaning {
                column.meaning = None;
            }
        }
        if let Some(column) = mapping.columns.get_mut(at) {
            column.meaning = meaning;
        }
        return;
    }
    let Some(column) = mapping.columns.get_mut(at) else { return };
    column.role = match (what, value, column.role) {
        ("role", "date", _) => Role::Date(DateForm {
            order: profile.map_or(Order::Ambiguous, |profile| profile.order.order()),
            serial: profile.is_some_and(|profile| profile.serials > profile.plain_dates),
        }),
        ("role", "category", _) => Role::Category,
        ("role", "multi-value", _) => Role::MultiValue(';'),
        ("role", "number", _) => {
            Role::Number(profile.map_or(Decimal::Point, |profile| profile.decimal.decimal()))
        }
        ("role", "text", _) => Role::Text,
        ("role", "link", _) => Role::Link,
        ("role", "ignored", _) => Role::Ignored,
        ("separator", value, role) => value.chars().next().map_or(role, Role::MultiValue),
        ("decimal", "comma", _) => Role::Number(Decimal::Comma),
        ("decimal", _, _) => Role::Number(Decimal::Point),
        ("order", value, Role::Date(form)) => {
            let order = match value {
                "day-first" => Order::DayFirst,
                "month-first" => Order::MonthFirst,
                _ => Order::Ambiguous,
            };
            Role::Date(DateForm { order, ..form })
        }
        (_, _, role) => role,
    };
}

/// Takes a mapping from a file that was saved here.
fn use_saved(app: &'static App, draft: Draft, event: &Event) {
    let field = event_target::<Element>(event).dyn_into::<HtmlInputElement>();
    let file = field.ok().and_then(|field| field.files()).and_then(|files| files.get(0));
    let Some(file) = file else { return };
    let source = Source::of_file(file);
    spawn_local(async move {
        let taken = saved(&source, &draft).await;
        let (mapping, said) = match taken {
            Ok(mapping) => (mapping, String::new()),
            Err(words) => (draft.mapping.clone(), format!("{}: {words}", source.name)),
        };
        let same = |now: &Draft| Rc::ptr_eq(&now.beginning, &draft.beginning);
        // Meanwhile another file may have been opened.
        if matches!(app.stage.get_untracked(), Stage::Mapping(now) if same(&now)) {
            app.stage.set(Stage::Mapping(Draft { mapping, said, remembered: false, ..draft }));
        }
    });
}

/// How large a saved mapping may be, in bytes: a thousand columns and countries are some 100 kB.
const LARGEST: f64 = 4_194_304.0;

async fn saved(source: &Source, draft: &Draft) -> Result<Mapping, String> {
    if source.size() > LARGEST {
        return Err("this is too large to be saved roles of columns.".to_owned());
    }
    let bytes = source.bytes(0.0, source.size()).await?.to_vec();
    let text = String::from_utf8(bytes).map_err(|_| "this is not text in UTF-8.".to_owned())?;
    let mapping = Mapping::from_json(&text).map_err(|error| error.to_string())?;
    match mapping.fits(&draft.beginning.header) {
        true => Ok(mapping),
        false => Err("these roles are for a table with other columns.".to_owned()),
    }
}
