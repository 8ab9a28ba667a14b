//! The form in which saved views are kept and taken away: JSON, documented in docs/HOOKS.md.

use std::fmt;

use explorer_explore::outcome::Summary;
use serde_json::{Value, json};

use super::list::SavedViews;
use super::{Item, SavedView};

/// What a file says that it is.
pub const FORM: &str = "security-diplomacy-explorer/saved-views";

/// The version of the form.
pub const VERSION: u64 = 1;

/// How many bytes a file has at most.
pub const LARGEST: usize = 4_000_000;

/// Where and why a text is no list of saved views.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Such as `line 3, column 7` or `views[2].link`.
    pub place: String,
    /// What is there, and what was expected.
    pub message: String,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

impl std::error::Error for Damage {}

fn damage(place: impl Into<String>, message: impl Into<String>) -> Damage {
    Damage { place: place.into(), message: message.into() }
}

/// The list as a text. What a later form had in it is still read as that.
pub fn write(list: &SavedViews) -> String {
    let views: Vec<Value> = list.items().map(written).collect();
    let is_later = list.items().any(|item| matches!(item, Item::Unknown(_)));
    let version = VERSION + u64::from(is_later);
    let file = json!({ "form": FORM, "version": version, "views": views });
    format!("{file:#}\n")
}

/// An item as a text on one line.
pub fn item_text(item: &Item) -> String {
    written(item).to_string()
}

fn written(item: &Item) -> Value {
    let view = match item {
        Item::View(view) => view,
        Item::Unknown(value) => return value.clone(),
    };
    let mut fields = view.other.clone();
    let mut put = |key: &str, value: Value| _ = fields.insert(key.to_owned(), value);
    put("name", view.name.as_str().into());
    put("link", view.link.as_str().into());
    for (key, text) in [("sentence", &view.sentence), ("saved", &view.saved)] {
        if !text.is_empty() {
            put(key, text.as_str().into());
        }
    }
    if let Some(Summary { interactions, events, countries }) = view.counts {
        let counts =
            json!({ "interactions": interactions, "events": events, "countries": countries });
        put("counts", counts);
    }
    Value::Object(fields)
}

/// The items of a text. Those of a later form that this page does not know are among them, as they are.
///
/// # Errors
/// Where and why it is no such text.
pub fn read(text: &str) -> Result<Vec<Item>, Damage> {
    if text.len() > LARGEST {
        return Err(damage("the file", "it is larger than 4 MB, which no list of views is"));
    }
    // Editors on some systems put a byte order mark in front.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file: Value = serde_json::from_str(text).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        damage(place, "the text is not JSON from here on")
    })?;
    let Value::Object(mut file) = file else {
        return Err(damage("the file", expected("an object with form, version and views", &file)));
    };
    if file.get("form").and_then(Value::as_str) != Some(FORM) {
        let found = file.get("form").unwrap_or(&Value::Null);
        return Err(damage("form", expected(&format!("\u{201c}{FORM}\u{201d}"), found)));
    }
    let version = file.get("version").unwrap_or(&Value::Null);
    let Some(version) = version.as_u64().filter(|version| *version > 0) else {
        return Err(damage("version", expected("a number from 1", version)));
    };
    let views = match file.remove("views") {
        Some(Value::Array(views)) => views,
        other => return Err(damage("views", expected("a list", &other.unwrap_or_default()))),
    };
    let items = views.into_iter().enumerate().map(|(at, value)| match item(at, &value) {
        Ok(view) => Ok(Item::View(view)),
        // A later page wrote what this one does not know.
        Err(_) if version > VERSION => Ok(Item::Unknown(value)),
        Err(damage) => Err(damage),
    });
    items.collect()
}

fn item(at: usize, value: &Value) -> Result<SavedView, Damage> {
    let place = format!("views[{at}]");
    let Value::Object(fields) = value else {
        return Err(damage(place, expected("an object with name and link", value)));
    };
    let text = |key: &str| match fields.get(key) {
        Some(Value::String(text)) => Ok(Some(text.as_str())),
        None => Ok(None),
        Some(other) => Err(damage(format!("{place}.{key}"), expected("a text", other))),
    };
    let needed = |key: &str| match text(key)?.map(str::trim) {
        Some(text) if !text.is_empty() => Ok(text),
        _ => Err(damage(format!("{place}.{key}"), "missing or empty: every view has one")),
    };
    let (name, link) = (needed("name")?, needed("link")?);
    let Some((_, fragment)) = link.split_once('#') else {
        let found = Value::from(link);
        return Err(damage(format!("{place}.link"), expected("a link with #", &found)));
    };
    let counts = fields.get("counts").map(|value| counts(&place, value)).transpose()?;
    let known = ["name", "link", "sentence", "saved", "counts"];
    let other = fields.iter().filter(|(key, _)| !known.contains(&key.as_str()));
    let mut view =
        SavedView::new(name, &format!("#{fragment}"), text("saved")?.unwrap_or(""), counts);
    // Names and sentences of a file are as whoever wrote it wanted them.
    view.name = name.to_owned();
    view.sentence = text("sentence")?.unwrap_or("").to_owned();
    // One by one: collected, they would be sorted first, by a sort of their own.
    for (key, value) in other {
        view.other.insert(key.clone(), value.clone());
    }
    Ok(view)
}

fn counts(place: &str, value: &Value) -> Result<Summary, Damage> {
    let count = |key: &str| {
        let count = value.get(key).unwrap_or(&Value::Null);
        let number = count.as_u64().and_then(|count| u32::try_from(count).ok());
        number.ok_or_else(|| {
            damage(format!("{place}.counts.{key}"), expected("a whole number", count))
        })
    };
    let (interactions, events) = (count("interactions")?, count("events")?);
    Ok(Summary { interactions, events, countries: count("countries")? })
}

/// `expected a text, found 7`.
fn expected(what: &str, found: &Value) -> String {
    let found = match found {
        Value::Null => "nothing".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        other => super::super::notice::clip(&other.to_string()),
    };
    format!("expected {what}, found {found}")
}
