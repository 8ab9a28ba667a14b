//! The version of the dataset that the page shows. The link decides it, once, before any record is
//! read: another one is another start of the page.
//!
//! The page carries the newest version. A host has the others as files, which `assets/former-version.js`
//! loads and keeps; the page as one file has no host, and so no other version.

use std::cell::RefCell;

use explorer_dataset::release::{FOLDER, file_name};
use explorer_embedded::{FORMER, FormerVersion};
use explorer_explore::Explorer;
use explorer_view::hash::version_of;
use explorer_view::notice::{About, Notice};
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::app::own_link;
use crate::records::{self, Records};

thread_local! {
    /// Why the version that was asked for at the start is not what is shown.
    static MISSED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The former version that a link, from `#` on, asks for; `None` stands for the newest.
pub fn asked(link: &str) -> Option<&'static FormerVersion> {
    let version = version_of(link)?;
    FORMER.iter().find(|former| former.version == version)
}

/// Why the page as one file shows no former version.
const ALONE: &str = "this page is a single file, which carries the newest version only; the same page on a host \
                     has the others";

/// What loads a version; only the page on a host has it.
fn loader() -> Option<Function> {
    Reflect::get(&window(), &JsValue::from_str("formerVersion")).ok()?.dyn_into().ok()
}

/// Whether the page is on a host, with its files beside it.
pub fn is_hosted() -> bool {
    loader().is_some()
}

/// The text of a former version.
///
/// # Errors
/// Why it cannot be had, in words.
pub async fn load(former: &FormerVersion) -> Result<String, String> {
    let loader = loader().ok_or(ALONE)?;
    let file = format!("{FOLDER}/{}", file_name(former.version));
    let promise = loader.call1(&JsValue::NULL, &file.into()).and_then(JsCast::dyn_into::<Promise>);
    let words = |reason: JsValue| reason.as_string().unwrap_or_default();
    let text = JsFuture::from(promise.map_err(words)?).await.map_err(words)?;
    Ok(text.as_string().unwrap_or_default())
}

/// Notes why the version that was asked for is not what is shown.
pub fn miss(reason: String) {
    MISSED.set(Some(reason));
}

/// Where a link leads.
pub enum Leads {
    /// To the records that are shown.
    Here,
    /// To others that the page has.
    To(&'static Records),
    /// To others that it has to load anew for.
    Elsewhere,
}

/// Where a link leads, from what is shown.
pub fn leads_to(link: &str, shown: &Explorer) -> Leads {
    if let (Some(file), Some(own)) = (own_link::file_of(link), records::own()) {
        return match (own.hash == file.hash, shown.is_own()) {
            (true, false) => Leads::To(own),
            // Another file's link is shown by what there is, with a notice.
            _ => Leads::Here,
        };
    }
    let asked = asked(link).map(|former| former.version);
    if shown.is_own() {
        let start = records::of_start();
        let start = start.filter(|start| start.explorer.former_version() == asked || !is_hosted());
        return start.map_or(Leads::Elsewhere, Leads::To);
    }
    match asked != shown.former_version() && (asked.is_none() || is_hosted()) {
        true => Leads::Elsewhere,
        false => Leads::Here,
    }
}

/// Says in the notice about a link's version why that is not what is shown.
pub fn explain(link: &str, notices: &mut [Notice]) {
    let Some(notice) = notices.iter_mut().find(|notice| notice.about == About::OlderVersion) else {
        return;
    };
    let reason = match asked(link) {
        None => Some("no such version is kept".to_owned()),
        Some(_) if !is_hosted() => Some(ALONE.to_owned()),
        Some(_) => MISSED.with_borrow(Clone::clone),
    };
    if let Some(reason) = reason {
        notice.message = format!("{} The reason: {reason}.", notice.message);
    }
}
