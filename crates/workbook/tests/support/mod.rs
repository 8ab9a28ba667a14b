//! Workbooks that are made for tests. No program of tests makes all of them.
#![allow(dead_code)]

use std::io::{Cursor, Read, Write};

use explorer_workbook::{Refusal, Sheet, Workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// An archive with these parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of an archive.
pub fn parts(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(archive)).unwrap();
    let parts = (0..zip.len()).map(|at| {
        let mut part = zip.by_index(at).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        (part.name().unwrap().into_owned(), content)
    });
    parts.collect()
}

/// The archive with other parts in it: their checksums are true again.
pub fn changed(bytes: &[u8], change: &mut dyn FnMut(&str, &mut Vec<u8>)) -> Vec<u8> {
    let mut parts = parts(bytes);
    for (name, content) in &mut parts {
        change(name, content);
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    archive(&parts)
}

/// The archive with a text replaced in one of its parts.
pub fn replaced(bytes: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    changed(bytes, &mut |name, content| {
        if name == part {
            let text = String::from_utf8(content.clone()).unwrap();
            assert!(text.contains(from), "{part} has no {from}: {text}");
            *content = text.replace(from, to).into_bytes();
        }
    })
}

/// An ODS workbook with these tables in its content.
pub fn ods(tables: &str) -> Vec<u8> {
    ods_with(tables, "")
}

/// The same, with something in its manifest.
pub fn ods_with(tables: &str, manifest: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:automatic-styles>\
         <style:style style:name=\"hidden\"><style:table-properties table:display=\"false\"/></style:style>\
         </office:automatic-styles><office:body><office:spreadsheet>{tables}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let manifest = format!(
        "<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\">{manifest}\
         </manifest:file-entry></manifest:manifest>"
    );
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

/// A cell of ODS with a text.
pub fn text_cell(text: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
    )
}

/// The sheets of a workbook.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    Workbook::open(bytes.to_vec())?.sheets()
}

/// The text of a sheet.
pub fn written(bytes: &[u8], at: usize) -> Result<String, Refusal> {
    let mut text = String::new();
    Workbook::open(bytes.to_vec())?.write(at, &mut |piece| text.push_str(piece))?;
    Ok(text)
}
