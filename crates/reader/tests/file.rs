//! From bytes to rows, as a page does it: any bytes give rows, problems or a refusal in words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explorer_reader::encoding::{self, Encoding};
use explorer_reader::{Refusal, Summary, TableReader, Utf8Chunks, format};
use proptest::prelude::*;
use support::Kept;

/// Opens a file in slices of that size; `None` if its encoding is one that browsers decode.
fn open(bytes: &[u8], size: usize) -> Option<(Kept, Result<Summary, Refusal>)> {
    let mut kept = Kept::default();
    let first = &bytes[..bytes.len().min(encoding::FIRST_BYTES)];
    match encoding::sniff(first) {
        Ok(Encoding::Utf8) => {}
        Ok(_) => return None,
        Err(refusal) => return Some((kept, Err(refusal))),
    }
    let beginning = String::from_utf8_lossy(first);
    let format = match format::sniff(&beginning, first.len() == bytes.len()) {
        Ok(format) => format,
        Err(refusal) => return Some((kept, Err(refusal))),
    };
    let mut reader = TableReader::new(format);
    let mut chunks = Utf8Chunks::default();
    let mut refused = None;
    let mut take = |piece: &str| {
        if refused.is_none() {
            refused = reader.push(piece, &mut kept).err();
        }
    };
    for slice in bytes.chunks(size) {
        chunks.push(slice, &mut take);
    }
    chunks.finish(&mut take);
    let result = match refused {
        Some(refusal) => Err(refusal),
        None => reader.finish(&mut kept),
    };
    Some((kept, result))
}

fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let (kept, result) = open(bytes, 3).expect("UTF-8");
    assert!(result.is_ok(), "{result:?}");
    kept.rows.into_iter().map(|(_, cells)| cells).collect()
}

#[test]
fn files_of_every_format_open() {
    for text in [
        "a,b\n1,越南\n",
        "\u{feff}a;b\r\n1;越南\r\n",
        "a\tb\r1\t越南",
        "a|b\n1|越南\n",
        "[{\"a\":1,\"b\":\"越南\"}]",
        "{\"a\":1,\"b\":\"越南\"}\n{\"a\":1,\"b\":\"越南\"}",
        "{\"rows\":[{\"a\":1,\"b\":\"\\u8d8a\\u5357\"}]}",
        "[[\"a\",\"b\"],[1,\"越南\"]]",
    ] {
        assert_eq!(rows(text.as_bytes())[0], ["1", "越南"], "{text}");
    }
}

#[test]
fn a_damaged_byte_is_told_by_row_and_column() {
    let mut bytes = "a,b\n1,越南\n2,老挝\n3,俄罗斯\n".as_bytes().to_vec();
    let place = "a,b\n1,越南\n2,".len();
    bytes[place] = 0xff;
    let (kept, _) = open(&bytes, 2).expect("nearly UTF-8");
    assert_eq!(kept.rows.len(), 2);
    assert_eq!((kept.problems[0].row, kept.problems[0].column.as_deref()), (3, Some("b")));
}

#[test]
fn one_column_of_many_values_opens() {
    let text: String = std::iter::once("word\n".to_owned())
        .chain((0..50_000).map(|n| format!("word {n}\n")))
        .collect();
    assert_eq!(rows(text.as_bytes()).len(), 50_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_answered_and_slices_change_nothing(
        parts in prop::collection::vec(prop_oneof![
            4 => prop::sample::select(vec![
                &b","[..], b"\n", b"\r\n", b"\"", b";", b"a", b"12", b"{\"a\":", b"[", b"]", b"}", b"\xef\xbb\xbf",
                b"\xe8\xb6\x8a", b"\xe8", b"\xff", b"\x00", b"PK\x03\x04", b"<html", b"2024-01-02",
            ]).prop_map(<[u8]>::to_vec),
            1 => prop::collection::vec(any::<u8>(), 0..4),
        ], 0..40)
    ) {
        let bytes = parts.concat();
        let whole = open(&bytes, bytes.len().max(1));
        if let Some((kept, result)) = &whole {
            match result {
                Ok(summary) => prop_assert_eq!(summary.rows as usize, kept.rows.len()),
                Err(refusal) => prop_assert!(!refusal.to_string().is_empty()),
            }
        }
        for size in [1, 2, 5] {
            prop_assert_eq!(&open(&bytes, size), &whole);
        }
    }
}
