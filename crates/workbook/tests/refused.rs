//! What is refused, and in which words; and damage of any kind.
#![allow(clippy::unwrap_used)]

mod support;

use explorer_workbook::Refusal;
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook as Made};
use support::{archive, changed, ods, ods_with, parts, replaced, sheets, text_cell, written};

/// A workbook with a bit of everything.
fn workbook() -> Vec<u8> {
    let mut made = Made::new();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    for name in ["One", "Two"] {
        let sheet = made.add_worksheet().set_name(name).unwrap();
        sheet.merge_range(0, 0, 0, 2, "A title", &Format::new()).unwrap();
        sheet.merge_range(3, 0, 5, 0, "three rows", &Format::new()).unwrap();
        for row in 1..30 {
            sheet.write(row, 1, row * 7).unwrap();
            sheet.write_with_format(row, 2, 45_000 + row, &date).unwrap();
            sheet.write(row, 3, format!("text no. {row}")).unwrap();
            sheet.write(row, 4, row % 2 == 0).unwrap();
        }
    }
    made.save_to_buffer().unwrap()
}

fn open_document() -> Vec<u8> {
    let mut rows = String::new();
    for row in 0..20 {
        rows += &format!(
            "<table:table-row>{}<table:table-cell table:number-columns-spanned=\"2\" office:value-type=\"float\" office:value=\"{row}.5\"><text:p>{row}</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type=\"date\" office:date-value=\"2024-01-02\"/></table:table-row>",
            text_cell("Laos<text:s text:c=\"3\"/>")
        );
    }
    ods(&format!("<table:table table:name=\"T\">{rows}</table:table>"))
}

/// Everything that is done with a workbook.
fn read(bytes: &[u8]) -> Result<usize, Refusal> {
    let found = sheets(bytes)?;
    let mut length = 0;
    for at in 0..found.len().min(3) {
        length += written(bytes, at).map_or(0, |text| text.len());
    }
    Ok(length)
}

fn words(bytes: &[u8]) -> String {
    read(bytes).unwrap_err().to_string()
}

#[test]
fn what_is_no_workbook_is_told_what_it_is() {
    assert!(words(&archive(&[("table.csv", b"a,b\n1,2\n")])).contains("without a workbook"));
    let document: &[(&str, &[u8])] =
        &[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<document/>")];
    assert!(words(&archive(document)).contains("without a workbook"));
    let text: &[(&str, &[u8])] = &[
        ("mimetype", b"application/vnd.oasis.opendocument.text       "),
        ("META-INF/manifest.xml", b"<a/>"),
        ("content.xml", b"<a/>"),
    ];
    assert!(words(&archive(text)).contains("without a workbook"));
    assert!(words(&archive(&[("xl/workbook.bin", b"")])).contains("XLSB"));
    assert!(words(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old").contains("XLS"));
    for bytes in [&b""[..], b"PK\x03\x04", b"PK\x03\x04\x14\0\x06\0\x08\0", b"PK\x05\x06"] {
        assert!(words(bytes).contains("damaged"), "{}", words(bytes));
    }
    assert!(words(&ods("")).contains("No sheet"));
    assert!(words(&Made::new().save_to_buffer().map(|_| empty()).unwrap()).contains("No sheet"));
}

fn empty() -> Vec<u8> {
    let mut made = Made::new();
    made.add_worksheet();
    made.save_to_buffer().unwrap()
}

#[test]
fn what_is_encrypted_is_told_so() {
    let mut container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    container.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(read(&container), Err(Refusal::Encrypted));
    let table = format!(
        "<table:table table:name=\"T\"><table:table-row>{}</table:table-row></table:table>",
        text_cell("x")
    );
    assert!(read(&ods(&table)).is_ok());
    assert_eq!(read(&ods_with(&table, "<manifest:encryption-data/>")), Err(Refusal::Encrypted));
    let package: &[(&str, &[u8])] = &[("mimetype", b"x"), ("encrypted-package", b"y")];
    assert_eq!(read(&archive(package)), Err(Refusal::Encrypted));
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    // The archive says that a part has 2 GB.
    let mut bytes = workbook();
    let size = |bytes: &mut Vec<u8>, signature: &[u8], offset: usize| {
        let at = bytes.windows(4).position(|window| window == signature).unwrap() + offset;
        bytes[at..at + 4].copy_from_slice(&0x8000_0000_u32.to_le_bytes());
    };
    size(&mut bytes, b"PK\x01\x02", 24);
    assert!(matches!(read(&bytes), Err(Refusal::LargeUnpacked { bytes, .. }) if bytes > 2 << 30));
    // It says less than it has.
    let mut bytes = workbook();
    let at = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap() + 24;
    bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    assert!(matches!(read(&bytes), Err(Refusal::Damaged(_))), "{:?}", read(&bytes));
    // A small ODS with more cells than can be.
    let cells = "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/>";
    let row = format!(
        "<table:table-row table:number-rows-repeated=\"1048576\">{cells}</table:table-row>"
    );
    let bomb = ods(&format!("<table:table table:name=\"T\">{row}</table:table>"));
    assert!(matches!(read(&bomb), Err(Refusal::ManyCells { .. })));
    let row = format!("<table:table-row>{cells}</table:table-row>").repeat(1000);
    let bomb = ods(&format!("<table:table table:name=\"T\">{row}</table:table>"));
    assert!(matches!(read(&bomb), Err(Refusal::ManyCells { .. })));
    let blanks = text_cell("<text:s text:c=\"4000000000\"/>");
    let bomb = ods(&format!(
        "<table:table table:name=\"T\"><table:table-row>{blanks}</table:table-row></table:table>"
    ));
    assert!(matches!(read(&bomb), Err(Refusal::Damaged(_))));
    // Two cells, a whole sheet apart.
    let mut made = Made::new();
    made.add_worksheet().write(0, 0, 1).unwrap().write(1_048_575, 16_383, 2).unwrap();
    let bytes = made.save_to_buffer().unwrap();
    assert_eq!(written(&bytes, 0), Err(Refusal::ManyColumns { columns: 16_384, most: 1000 }));
}

#[test]
fn xml_that_ends_too_early_ends() {
    // Behind the cells there is nothing that has to be there.
    for (bytes, part, last) in [
        (workbook(), "xl/worksheets/sheet1.xml", "</sheetData>"),
        (open_document(), "content.xml", "</office:document-content>"),
    ] {
        let content = parts(&bytes).into_iter().find(|(name, _)| name == part).unwrap().1;
        let length = String::from_utf8(content).unwrap().find(last).unwrap();
        for end in (0..=length).step_by(length / 40) {
            let cut = changed(&bytes, &mut |name, content| {
                if name == part {
                    content.truncate(end);
                }
            });
            assert!(read(&cut).is_err(), "{part} of {end} bytes");
        }
    }
}

#[test]
fn strange_places_are_refused_or_left_out() {
    let bytes = workbook();
    let sheet = "xl/worksheets/sheet1.xml";
    for (from, to) in [
        ("r=\"B5\"", "r=\"ZZZZZZZZZZZZ5\""),
        ("r=\"B5\"", "r=\"B99999999999999999999\""),
        ("r=\"B5\"", "r=\"5\""),
        ("r=\"B5\"", "r=\"B0\""),
        ("r=\"B5\"", "r=\"B1\""),
        ("ref=\"A4:A6\"", "ref=\"A6:A4\""),
        ("ref=\"A4:A6\"", "ref=\"ZZZZZZZZZ4:A6\""),
        ("ref=\"A4:A6\"", "ref=\"A1:XFD1048576\""),
        ("t=\"s\"", "t=\"s\" s=\"99999999999999999999\""),
        ("<v>0</v>", "<v>99999999999999999999</v>"),
        ("<v>7</v>", "<v>1e999</v>"),
        ("<v>7</v>", "<v>NaN</v>"),
    ] {
        _ = read(&replaced(&bytes, sheet, from, to));
    }
}

/// What may be done to bytes.
#[derive(Debug, Clone)]
enum Damage {
    Cut(usize),
    Flip(usize, u8),
    Insert(usize, Vec<u8>),
    Repeat(usize, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        any::<usize>().prop_map(Damage::Cut),
        (any::<usize>(), 1_u8..).prop_map(|(at, bits)| Damage::Flip(at, bits)),
        (any::<usize>(), prop::collection::vec(any::<u8>(), 1..6))
            .prop_map(|(at, bytes)| Damage::Insert(at, bytes)),
        (any::<usize>(), 1_usize..40).prop_map(|(at, count)| Damage::Repeat(at, count)),
    ]
}

fn damaged(bytes: &mut Vec<u8>, damage: &Damage) {
    let place = |at: usize| if bytes.is_empty() { 0 } else { at % bytes.len() };
    match damage {
        Damage::Cut(at) => bytes.truncate(place(*at)),
        Damage::Flip(at, bits) => {
            let at = place(*at);
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= bits;
            }
        }
        Damage::Insert(at, more) => {
            let at = place(*at);
            bytes.splice(at..at, more.iter().copied());
        }
        Damage::Repeat(at, count) => {
            let at = place(*at);
            let part: Vec<u8> = bytes.iter().skip(at).take(*count).copied().collect();
            bytes.splice(at..at, part);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_file_is_refused_or_read(damages in prop::collection::vec(damage(), 1..4), open in any::<bool>()) {
        let mut bytes = if open { open_document() } else { workbook() };
        for damage in &damages {
            damaged(&mut bytes, damage);
        }
        _ = read(&bytes);
    }

    #[test]
    fn damage_under_true_checksums_is_refused_or_read(
        damages in prop::collection::vec((any::<usize>(), damage()), 1..4),
        open in any::<bool>(),
    ) {
        let bytes = if open { open_document() } else { workbook() };
        let names: Vec<String> = parts(&bytes).into_iter().map(|(name, _)| name).collect();
        let bytes = changed(&bytes, &mut |name, content| {
            for (part, damage) in &damages {
                if names[part % names.len()] == name {
                    damaged(content, damage);
                }
            }
        });
        _ = read(&bytes);
    }
}
