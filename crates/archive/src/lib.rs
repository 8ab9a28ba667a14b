//! The versions of the dataset that were released, in their folder (`data/versions/`).

mod problem;

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use explorer_dataset::release::{self, Release, file_name};
use explorer_dataset::{Dataset, Sources};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

pub use problem::Problem;

/// A released version.
#[derive(Debug)]
pub struct Kept {
    /// The name of its file.
    pub name: String,
    /// The file as it lies there.
    pub bytes: Vec<u8>,
    /// Its files.
    pub release: Release,
    /// Its records.
    pub dataset: Dataset,
}

/// Packs the text of a version.
///
/// # Errors
/// None in practice: it is packed in memory.
pub fn pack(text: &str) -> io::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(text.as_bytes())?;
    packer.finish()
}

/// Unpacks the text of a version.
///
/// # Errors
/// If it is no text packed by gzip.
pub fn unpack(bytes: &[u8]) -> io::Result<String> {
    let mut text = String::new();
    GzDecoder::new(bytes).read_to_string(&mut text)?;
    Ok(text)
}

/// All versions of a folder, in the order of their files' names.
///
/// # Errors
/// If one cannot be read, or is not named after its version.
pub fn read_all(folder: &Path) -> Result<Vec<Kept>, Problem> {
    let told = |error: io::Error| Problem::of_file(folder, &error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(told)? {
        paths.push(entry.map_err(told)?.path());
    }
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Result<Kept, Problem> {
    let bytes = fs::read(path).map_err(|error| Problem::of_file(path, &error))?;
    let text = unpack(&bytes).map_err(|error| Problem::of_file(path, &error))?;
    let release = Release::read(&text).map_err(|error| Problem::of_file(path, &error))?;
    let dataset = release.dataset().map_err(|error| Problem::of_file(path, &error))?;
    let name = file_name(&dataset.codebook.version);
    if path.file_name().is_none_or(|found| *found != *name) {
        let wrong = format!("it has version {}, expected {name}", dataset.codebook.version);
        return Err(Problem::of_file(path, &wrong));
    }
    Ok(Kept { name, bytes, release, dataset })
}

/// The text of the version that a folder of data has (`data/`), made of those of its files that are
/// there: an early version had fewer.
///
/// # Errors
/// If a file cannot be read.
pub fn text_of(data: &Path) -> Result<String, Problem> {
    let mut files = Vec::new();
    for (name, _) in Sources::default().files() {
        let path = data.join(name);
        match fs::read_to_string(&path) {
            Ok(text) => files.push((name, text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(Problem::of_file(&path, &error)),
        }
    }
    Ok(release::kept(files.iter().map(|(name, text)| (*name, text.as_str()))))
}

/// Keeps the version that a folder of data has, in the folder of versions. Returns its file.
///
/// # Errors
/// If the data are no dataset, or if the same version is kept already and says something else: what was
/// released is never written anew.
pub fn keep(data: &Path, versions: &Path) -> Result<PathBuf, Problem> {
    let text = text_of(data)?;
    let wrong = |error| Problem::of_file(data, &error);
    let dataset = Release::read(&text).and_then(|release| release.dataset()).map_err(wrong)?;
    let version = &dataset.codebook.version;
    let path = versions.join(file_name(version));
    if path.exists() {
        let bytes = fs::read(&path).map_err(|error| Problem::of_file(&path, &error))?;
        return match unpack(&bytes) {
            Ok(kept) if kept == text => Ok(path),
            _ => Err(Problem::new(format!(
                "Version {version} is kept already, and {} says something else. What was released is never \
                 written anew: raise the version.",
                data.display()
            ))),
        };
    }
    let bytes = pack(&text).map_err(|error| Problem::of_file(&path, &error))?;
    fs::write(&path, bytes).map_err(|error| Problem::of_file(&path, &error))?;
    Ok(path)
}
