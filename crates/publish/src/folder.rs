//! The files of the dataset as people edit them, with their schemas.

use std::fs;
use std::path::Path;

use explorer_archive::Problem;
use explorer_dataset::Sources;

use crate::{File, Source};

/// The files of the dataset, what happened around it, the map, and the schemas of all of them.
///
/// # Errors
/// If one cannot be read.
pub fn files(source: &Source) -> Result<Vec<File>, Problem> {
    let mut paths: Vec<String> =
        Sources::default().files().into_iter().map(|(name, _)| name.to_owned()).collect();
    paths.extend(["around.json", "map.json"].map(str::to_owned));
    let schemas: Vec<String> = paths
        .iter()
        .filter_map(|path| Some(format!("schemas/{}.schema.json", path.strip_suffix(".json")?)))
        .collect();
    paths.extend(schemas);
    paths.iter().map(|path| read(&source.folder, path)).collect()
}

/// A file of the data.
pub fn read(folder: &Path, path: &str) -> Result<File, Problem> {
    let from = folder.join(path);
    let bytes = fs::read(&from).map_err(|error| Problem::of_file(&from, &error))?;
    Ok(File { path: format!("data/{path}"), bytes })
}
