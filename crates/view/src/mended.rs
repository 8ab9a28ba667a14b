//! Links as they come back from mail and chat programs, read as they were meant.
//!
//! Such programs take the punctuation after a link for a part of it, escape what needs none, or write
//! `&` as in HTML. Nothing of that can be meant: no word of the grammar has these characters, and in a
//! search text [`super::hash`] escapes them.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// What may follow a link in a text.
const AFTER: [char; 13] =
    ['.', ';', ')', '>', ']', '"', '\'', '\u{201d}', '\u{2019}', '»', ' ', '\u{a0}', '\n'];

/// The part of a link from `#` on, without what was put into it on its way.
pub(crate) fn mended(link: &str) -> Cow<'_, str> {
    let mut link = Cow::Borrowed(link.trim_end_matches(AFTER));
    for (put, meant) in [("&amp;", "&"), ("%3F", "?"), ("%3f", "?")] {
        let is_meant = meant != "?" || !link.contains('?');
        if is_meant && link.contains(put) {
            let times = if meant == "?" { 1 } else { usize::MAX };
            link = Cow::Owned(link.replacen(put, meant, times));
        }
    }
    link
}

/// Key and value of a pair of a link, both decoded but for the value of a search or a tour,
/// whose parts are decoded one by one.
pub(crate) fn pair(pair: &str) -> (String, String) {
    let equals = ["=", "%3D", "%3d"].into_iter().filter_map(|equals| pair.split_once(equals));
    let (key, value) = equals.min_by_key(|(key, _)| key.len()).unwrap_or((pair, ""));
    let key = decoded(key).trim().to_owned();
    if key == "q" || key == "tour" {
        return (key, value.to_owned());
    }
    // An escaped quotation mark behind a list is none of its words.
    let value = decoded(value);
    let items = value.trim_end_matches(AFTER).split(',').map(str::trim);
    let value = items.collect::<Vec<_>>().join(",");
    (key, value)
}

fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}
