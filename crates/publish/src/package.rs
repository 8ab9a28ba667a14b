//! The Data Package (<https://datapackage.org/>) of all files, with their sizes and checksums.

use explorer_archive::Problem;
use explorer_export::interactions::COLUMNS;
use serde_json::{Value, json};

use crate::identity::sha256;
use crate::tables::Table;
use crate::{File, Site, Source, folder};

/// The descriptor: that of the dataset's files as it is edited, and the tables.
///
/// # Errors
/// If it cannot be read, or a file that it names is not there.
pub fn package(
    source: &Source,
    site: &Site,
    files: &[File],
    tables: &[Table],
) -> Result<File, Problem> {
    let edited = folder::read(&source.folder, "datapackage.json")?;
    let wrong = |words: &dyn std::fmt::Display| {
        Problem::of_file(&source.folder.join("datapackage.json"), words)
    };
    let mut package: Value =
        serde_json::from_slice(&edited.bytes).map_err(|error| wrong(&error))?;
    if let Some(address) = site.address() {
        package["homepage"] = json!(address);
    }
    package["content_hash"] = json!(source.release.content_hash());
    let resources = package["resources"].as_array_mut();
    let resources = resources.ok_or_else(|| wrong(&"it has no list of resources"))?;
    for resource in resources.iter_mut() {
        let path = format!("data/{}", resource["path"].as_str().unwrap_or_default());
        let file = files.iter().find(|file| file.path == path);
        let file = file.ok_or_else(|| wrong(&format_args!("{path} is not there")))?;
        add_checksum(resource, file);
    }
    resources.extend(tables.iter().map(resource));
    let text = serde_json::to_string_pretty(&package).map_err(|error| wrong(&error))?;
    Ok(File::text(edited.path, format!("{text}\n")))
}

fn add_checksum(resource: &mut Value, file: &File) {
    resource["bytes"] = json!(file.bytes.len());
    resource["hash"] = json!(format!("sha256:{}", sha256(&file.bytes)));
}

fn resource(table: &Table) -> Value {
    let path = table.file.path.trim_start_matches("data/");
    let is_csv = path.ends_with(".csv");
    let mut resource = json!({
        "name": table.name,
        "path": path,
        "title": table.title,
        "description": table.description,
        "format": if is_csv { "csv" } else { "json" },
        "mediatype": if is_csv { "text/csv" } else { "application/json" },
        "encoding": "utf-8",
    });
    if is_csv {
        resource["schema"] = json!({ "fields": fields(&table.file) });
    }
    add_checksum(&mut resource, &table.file);
    resource
}

/// The fields of a table, by its first line. All are text: dates may lack their day.
fn fields(table: &File) -> Vec<Value> {
    let text = String::from_utf8_lossy(&table.bytes);
    let line = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    let field = |name: &str| {
        let known = COLUMNS.iter().find(|(column, _)| *column == name);
        let mut field = json!({ "name": name, "type": "string" });
        if let Some((_, description)) = known {
            field["description"] = json!(description);
        }
        field
    };
    // The names have neither commas nor quotation marks.
    line.split(',').map(field).collect()
}
