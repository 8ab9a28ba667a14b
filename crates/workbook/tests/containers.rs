//! Damaged containers: each is refused in words, or gives the text that the sound one gives, or a text in which
//! what differs is seen.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use rust_xlsxwriter::{Format, Formula, Workbook as Made};
use support::{archive, changed, ods, parts, replaced, written};

const SHEET: &str = "xl/worksheets/sheet1.xml";
const STRINGS: &str = "xl/sharedStrings.xml";
const BOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";

/// A workbook with a bit of everything in two sheets, of which one is hidden.
fn workbook() -> Vec<u8> {
    let mut made = Made::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = made.add_worksheet().set_name("Visits").unwrap();
    for (column, name) in ["date", "country", "people", "sure", "sum"].iter().enumerate() {
        sheet.write(0, column as u16, *name).unwrap();
    }
    for row in 1..12_u32 {
        sheet.write_with_format(row, 0, 45_000 + row, &day).unwrap();
        sheet.write(row, 1, ["Laos", "Viet Nam", "Fiji"][row as usize % 3]).unwrap();
        sheet.write(row, 2, row * 7).unwrap();
        sheet.write(row, 3, row % 2 == 0).unwrap();
        sheet.write(row, 4, Formula::new("=C2*2").set_result((row * 14).to_string())).unwrap();
    }
    let hidden = made.add_worksheet().set_name("Old").unwrap();
    hidden.write(0, 0, "hidden").unwrap().write(1, 0, "zqx7").unwrap();
    hidden.set_hidden(true);
    made.save_to_buffer().unwrap()
}

/// The archive without a part.
fn without(bytes: &[u8], name: &str) -> Vec<u8> {
    let parts = parts(bytes);
    let kept: Vec<(&str, &[u8])> = parts
        .iter()
        .filter(|(known, _)| known != name)
        .map(|(name, content)| (name.as_str(), content.as_slice()))
        .collect();
    archive(&kept)
}

/// The archive with the part under another name.
fn renamed(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let parts = parts(bytes);
    let renamed: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, content)| (if name == from { to } else { name }, content.as_slice()))
        .collect();
    archive(&renamed)
}

fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

/// Damaged containers, each with what was done.
fn containers() -> Vec<(String, Vec<u8>)> {
    let sound = workbook();
    let mut kinds: Vec<(String, Vec<u8>)> = Vec::new();
    for part in 0..40 {
        kinds.push((format!("cut at {part} of 40"), sound[..sound.len() * part / 40].to_vec()));
    }
    let mut add = |name: String, bytes: Vec<u8>| kinds.push((name, bytes));
    for end in 1..5 {
        add(format!("without the last {end}"), sound[..sound.len() - end].to_vec());
    }
    for (name, content) in parts(&sound) {
        let with = |content: &[u8]| {
            changed(&sound, &mut |known, old| {
                if known == name {
                    *old = content.to_vec();
                }
            })
        };
        let text = String::from_utf8(content.clone()).unwrap();
        add(format!("without {name}"), without(&sound, &name));
        add(format!("{name} empty"), with(b""));
        add(format!("{name} of blanks"), with(b"  \n "));
        add(format!("{name} no XML"), with(b"date,country\n2024,Laos\n"));
        add(format!("{name} bytes"), with(&[0, 255, 1, 254, 60, 62, 0]));
        add(format!("{name} cut in half"), with(&content[..content.len() / 2]));
        add(format!("{name} twice"), with(&[content.clone(), content.clone()].concat()));
        add(format!("{name} with a mark"), with(format!("\u{feff}{text}").as_bytes()));
        add(format!("{name} in UTF-16"), with(&utf16(&text.replace("UTF-8", "UTF-16"))));
        add(format!("{name} of another root"), with(b"<?xml version=\"1.0\"?><root/>"));
        add(format!("{name} as HTML"), with(b"<html><body>Not found</body></html>"));
        add(format!("{name} in capitals"), renamed(&sound, &name, &name.to_uppercase()));
        add(format!("{name} with backslashes"), renamed(&sound, &name, &name.replace('/', "\\")));
        add(format!("{name} elsewhere"), renamed(&sound, &name, &format!("other/{name}")));
        add(format!("{name} above"), renamed(&sound, &name, &format!("../{name}")));
        // A wrong checksum, or a wrong stream.
        let at = sound.windows(name.len()).position(|window| window == name.as_bytes()).unwrap();
        for offset in [0, 9] {
            let mut flipped = sound.clone();
            flipped[at + name.len() + offset] ^= 0x55;
            add(format!("{name} with byte {offset} turned"), flipped);
        }
    }
    for (name, part, from, to) in [
        ("a sheet that is not there", RELATIONS, "worksheets/sheet1.xml", "worksheets/sheet9.xml"),
        ("a sheet elsewhere", RELATIONS, "worksheets/sheet1.xml", "../../sheet1.xml"),
        ("a sheet from the root", RELATIONS, "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"),
        (
            "a sheet on the web",
            RELATIONS,
            "Target=\"worksheets/sheet1.xml\"",
            "Target=\"https://example.org/s.xml\" TargetMode=\"External\"",
        ),
        ("a sheet that is the workbook", RELATIONS, "worksheets/sheet1.xml", "workbook.xml"),
        ("a sheet that is the texts", RELATIONS, "worksheets/sheet1.xml", "sharedStrings.xml"),
        ("a relation of another name", RELATIONS, "Id=\"rId1\"", "Id=\"rId77\""),
        ("a relation without a name", RELATIONS, "Id=\"rId1\" ", ""),
        ("two relations of a name", RELATIONS, "Id=\"rId2\"", "Id=\"rId1\""),
        (
            "a relation of another type",
            RELATIONS,
            "relationships/worksheet\"",
            "relationships/chartsheet\"",
        ),
        ("texts elsewhere", RELATIONS, "sharedStrings.xml", "strings.xml"),
        ("a sheet of another relation", BOOK, "r:id=\"rId1\"", "r:id=\"rId99\""),
        ("a sheet without relation", BOOK, " r:id=\"rId1\"", ""),
        ("a sheet without name", BOOK, " name=\"Visits\"", ""),
        ("a sheet with an empty name", BOOK, " name=\"Visits\"", " name=\"\""),
        ("two sheets of a name", BOOK, "name=\"Old\"", "name=\"Visits\""),
        ("a wrong state", BOOK, "state=\"hidden\"", "state=\"lost\""),
        ("no sheets", BOOK, "<sheets>", "<sheets/><x>"),
        ("a text that is not there", SHEET, "<v>0</v>", "<v>999</v>"),
        ("a text of no number", SHEET, "<v>0</v>", "<v>x</v>"),
        ("a text before all", SHEET, "<v>0</v>", "<v>-1</v>"),
        ("a cell of an unknown kind", SHEET, "t=\"b\"", "t=\"q\""),
        ("a truth that is none", SHEET, "t=\"b\"><v>1</v>", "t=\"b\"><v>7</v>"),
        ("a number that is none", SHEET, "<v>14</v>", "<v>fourteen</v>"),
        ("a number with a comma", SHEET, "<v>14</v>", "<v>1,4</v>"),
        ("an empty number", SHEET, "<v>14</v>", "<v></v>"),
        ("a number without value", SHEET, "<v>14</v>", "<v/>"),
        ("two values", SHEET, "<v>14</v>", "<v>14</v><v>15</v>"),
        ("a formula without a value", SHEET, "<f>C2*2</f><v>14</v>", "<f>C2*2</f>"),
        ("a look that is not there", SHEET, " s=\"1\"", " s=\"4000\""),
        ("a look of no number", SHEET, " s=\"1\"", " s=\"x\""),
        ("a cell without place", SHEET, " r=\"B3\"", ""),
        ("two cells in a place", SHEET, " r=\"B3\"", " r=\"B2\""),
        ("a cell in another row", SHEET, " r=\"B3\"", " r=\"B9\""),
        ("a cell far away", SHEET, " r=\"B3\"", " r=\"XFE3\""),
        ("a cell of no place", SHEET, " r=\"B3\"", " r=\"?\""),
        ("a row without number", SHEET, "<row r=\"3\"", "<row"),
        ("a row twice", SHEET, "<row r=\"3\"", "<row r=\"2\""),
        ("a row of no number", SHEET, "<row r=\"3\"", "<row r=\"x\""),
        ("a wrong size", SHEET, "<dimension ref=\"A1:E12\"", "<dimension ref=\"A1:B2\""),
        ("no size", SHEET, "<dimension ref=\"A1:E12\"/>", ""),
        ("a size of no place", SHEET, "<dimension ref=\"A1:E12\"", "<dimension ref=\"?\""),
        ("an open tag", SHEET, "</row>", ""),
        ("a wrong entity", STRINGS, "Laos", "La&os;"),
        ("a lone ampersand", STRINGS, "Laos", "La & os"),
        ("an angle", STRINGS, "Laos", "La<os"),
        ("a text of parts", STRINGS, "<t>Laos</t>", "<r><t>La</t></r><r><t>os</t></r>"),
        (
            "a text with its sound",
            STRINGS,
            "<t>Laos</t>",
            "<t>Laos</t><rPh sb=\"0\" eb=\"1\"><t>zqx7</t></rPh>",
        ),
        ("a wrong count", STRINGS, "count=", "count=\"1\" x="),
        (
            "another namespace",
            SHEET,
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
    ] {
        add(name.to_owned(), replaced(&sound, part, from, to));
    }
    add("more behind".to_owned(), [sound.clone(), b"more".to_vec()].concat());
    add("more before".to_owned(), [b"more".to_vec(), sound.clone()].concat());
    add("twice".to_owned(), [sound.clone(), sound.clone()].concat());
    add("in an archive".to_owned(), archive(&[("visits.xlsx", &sound)]));
    add("as text".to_owned(), String::from_utf8_lossy(&sound).into_owned().into_bytes());
    add("without its high bits".to_owned(), sound.iter().map(|byte| byte & 0x7f).collect());
    add(
        "with line ends".to_owned(),
        sound
            .iter()
            .flat_map(|byte| if *byte == b'\n' { vec![b'\r', b'\n'] } else { vec![*byte] })
            .collect(),
    );
    add("zeros".to_owned(), vec![0; sound.len()]);
    add("with a part twice".to_owned(), {
        let found = parts(&sound);
        let mut all: Vec<(&str, &[u8])> =
            found.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
        all.insert(0, ("xl/worksheets/sheet3.xml", b"<worksheet/>"));
        archive(&all)
    });
    kinds
}

/// What may differ in the text of a damaged container that is read: what stands there instead, in the cells of
/// which something is missing.
const SEEN: [(&str, &str); 11] = [
    // Without its looks, a day is the number that it is.
    ("without xl/styles.xml", "45001,\"Viet Nam\",7,FALSE,14"),
    ("xl/styles.xml elsewhere", "45001,\"Viet Nam\",7,FALSE,14"),
    ("xl/styles.xml above", "45001,\"Viet Nam\",7,FALSE,14"),
    ("a look that is not there", "45001,\"Viet Nam\",7,FALSE,14"),
    ("a look of no number", "45001,\"Viet Nam\",7,FALSE,14"),
    ("a number that is none", "2023-03-16,\"Viet Nam\",7,FALSE,\"fourteen\""),
    ("a number with a comma", "2023-03-16,\"Viet Nam\",7,FALSE,\"1,4\""),
    ("an empty number", "2023-03-16,\"Viet Nam\",7,FALSE,\"=C2*2\""),
    ("a number without value", "2023-03-16,\"Viet Nam\",7,FALSE,\"=C2*2\""),
    ("two values", "2023-03-16,\"Viet Nam\",7,FALSE,15"),
    ("a formula without a value", "2023-03-16,\"Viet Nam\",7,FALSE,\"=C2*2\""),
];

#[test]
fn a_damaged_container_is_refused_in_words_or_read_as_it_was() {
    let sound = written(&workbook(), 0).unwrap();
    let kinds = containers();
    assert!(kinds.len() > 280, "{}", kinds.len());
    let mut refused = 0;
    for (name, bytes) in kinds {
        match written(&bytes, 0) {
            Err(refusal) => {
                refused += 1;
                let words = refusal.to_string();
                assert!(words.len() > 40 && words.ends_with('.'), "{name}: {words}");
            }
            Ok(text) if text == sound => {}
            Ok(text) => {
                let seen = SEEN.iter().find(|(known, _)| *known == name).map(|(_, line)| *line);
                let seen =
                    seen.unwrap_or_else(|| panic!("{name} is read as another table: {text}"));
                assert_eq!(text.lines().nth(1), Some(seen), "{name}");
                assert_eq!(text.lines().count(), sound.lines().count(), "{name}");
            }
        }
    }
    assert!(refused > 100, "{refused}");
}

#[test]
fn a_formula_that_nobody_computed_is_seen() {
    let bytes = replaced(&workbook(), SHEET, "<f>C2*2</f><v>14</v>", "<f>C2*2</f><v></v>");
    let text = written(&bytes, 0).unwrap();
    assert_eq!(text.lines().nth(1), Some("2023-03-16,\"Viet Nam\",7,FALSE,\"=C2*2\""));
    // One that gives an empty text has a value.
    let bytes = replaced(&workbook(), SHEET, "<f>C2*2</f><v>14</v>", "<f>\"\"</f><v></v>");
    let bytes = replaced(&bytes, SHEET, "<c r=\"E2\"", "<c r=\"E2\" t=\"str\"");
    let text = written(&bytes, 0).unwrap();
    assert_eq!(text.lines().nth(1), Some("2023-03-16,\"Viet Nam\",7,FALSE,"));
    // One that is shared with the cells below stands in the first of them.
    let bytes = replaced(
        &workbook(),
        SHEET,
        "<f>C2*2</f><v>14</v>",
        "<f t=\"shared\" ref=\"E2:E3\" si=\"0\">C2*2</f>",
    );
    let bytes = replaced(&bytes, SHEET, "<f>C2*2</f><v>28</v>", "<f t=\"shared\" si=\"0\"/>");
    let text = written(&bytes, 0).unwrap();
    let ends: Vec<&str> =
        text.lines().skip(1).take(2).map(|line| line.rsplit(',').next().unwrap()).collect();
    assert_eq!(ends, ["\"=C2*2\"", "\"=\u{2026}\""]);
    // In ODS, one stands in a column of nothing else.
    let cell = |inner: &str| format!("<table:table-cell {inner}/>");
    let formula = cell("table:formula=\"of:=[.B1]*2\"");
    let number = cell("table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"2\"");
    let rows = format!("<table:table-row>{formula}{number}</table:table-row>").repeat(2);
    let bytes = ods(&format!("<table:table table:name=\"T\">{rows}</table:table>"));
    assert_eq!(written(&bytes, 0).unwrap(), "\"=[.B1]*2\",2\r\n".repeat(2));
}
