//! Every version that was released is kept, and is what it was.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use explorer_archive::{Kept, keep, pack, read_all, unpack};
use explorer_dataset::Dataset;
use explorer_dataset::hash::content_hash;
use explorer_dataset::release::{Release, file_name};
use explorer_embedded::{CONTENT_HASH, FORMER, VERSION};

use super::support::{data, dataset};

fn kept() -> Vec<Kept> {
    read_all(&data("versions")).unwrap()
}

/// Of a version: its content hash, its events, interactions and countries, and the interactions of the
/// three agencies.
type Numbers = (&'static str, [usize; 3], [usize; 3]);

fn numbers(dataset: &Dataset) -> ([usize; 3], [usize; 3]) {
    let interactions = |agency: &str| {
        let events = dataset.events.iter();
        let of = events.filter(|event| agency.is_empty() || event.agency == agency);
        of.map(|event| event.counterparts.len()).sum::<usize>()
    };
    let counterparts = dataset.events.iter().flat_map(|event| &event.counterparts);
    let countries: BTreeSet<_> = counterparts.filter_map(|of| of.country.as_ref()).collect();
    (
        [dataset.events.len(), interactions(""), countries.len()],
        ["MPS", "MSS", "CPLC"].map(interactions),
    )
}

#[test]
fn each_version_has_the_numbers_that_it_was_released_with() {
    // Counted in the files of the commits that data/README.md names, by another program. The hashes are
    // those that the pages of the time gave.
    let released: [(&str, Numbers); 3] = [
        ("1.0.0", ("199cb9460d15", [228, 349, 68], [280, 8, 61])),
        ("1.0.1", ("50d36a5f9fc3", [228, 349, 68], [280, 8, 61])),
        ("1.0.2", ("31b29d496125", [228, 349, 68], [280, 8, 61])),
    ];
    let kept = kept();
    assert!(kept.len() >= released.len());
    for (Kept { dataset, release, name, .. }, (version, (hash, counts, agencies))) in
        kept.iter().zip(released)
    {
        assert_eq!(*name, file_name(version));
        assert_eq!(dataset.codebook.version, version);
        assert_eq!(release.content_hash(), hash, "{version}");
        assert_eq!(numbers(dataset), (counts, agencies), "{version}");
    }
}

#[test]
fn the_page_knows_the_versions_that_are_kept() {
    let current = dataset().codebook.version;
    assert_eq!(VERSION, current);
    let known: Vec<_> = FORMER.iter().map(|f| (f.version.to_owned(), f.hash.to_owned())).collect();
    let kept = kept().into_iter().map(|k| (k.dataset.codebook.version, k.release.content_hash()));
    let expected: Vec<_> = kept.filter(|(version, _)| *version != current).collect();
    assert_eq!(known, expected);
}

/// A folder of its own for a test.
fn folder(name: &str) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("versions")).unwrap();
    folder
}

#[test]
fn a_release_is_kept_whole_and_never_written_anew() {
    let folder = folder("release");
    let versions = folder.join("versions");
    let path = keep(&data(""), &versions).unwrap();
    assert_eq!(path, versions.join(file_name(VERSION)));
    let before = fs::read(&path).unwrap();
    let release = Release::read(&unpack(&before).unwrap()).unwrap();
    assert_eq!(release.dataset().unwrap(), dataset());
    assert_eq!(release.content_hash(), CONTENT_HASH);
    assert_eq!(content_hash(&release.sources()), CONTENT_HASH);
    // The same again is no other.
    assert_eq!(keep(&data(""), &versions), Ok(path.clone()));
    // Other records under the same version are refused.
    for entry in fs::read_dir(data("")).unwrap() {
        let from = entry.unwrap().path();
        if from.extension().is_some_and(|ending| ending == "json") {
            fs::copy(&from, folder.join(from.file_name().unwrap())).unwrap();
        }
    }
    let events = fs::read_to_string(folder.join("events.json")).unwrap();
    fs::write(folder.join("events.json"), events.replacen("Tashkent", "Samarkand", 1)).unwrap();
    let refused = keep(&folder, &versions).unwrap_err().to_string();
    assert!(refused.contains(VERSION) && refused.contains("raise the version"), "{refused}");
    assert_eq!(fs::read(&path).unwrap(), before);
    // So is what is no dataset, in words that name the place.
    fs::write(folder.join("agencies.json"), "{}").unwrap();
    let refused = keep(&folder, &versions).unwrap_err().to_string();
    assert!(refused.contains("agencies.json"), "{refused}");
}

#[test]
fn a_damaged_version_is_named() {
    let folder = folder("damaged").join("versions");
    let whole = pack(&unpack(&kept()[0].bytes).unwrap()).unwrap();
    let cases: [(&str, &[u8], &str); 4] = [
        ("1.0.0.json.gz", &whole[..whole.len() / 2], "1.0.0.json.gz"),
        ("1.0.0.json.gz", b"{}", "1.0.0.json.gz"),
        ("1.0.0.json.gz", &pack("{\"events.json\": []}").unwrap(), "codebook.json"),
        ("9.9.9.json.gz", &whole, "version 1.0.0, expected 1.0.0.json.gz"),
    ];
    for (name, bytes, expected) in cases {
        fs::write(folder.join(name), bytes).unwrap();
        let told = read_all(&folder).unwrap_err().to_string();
        assert!(told.contains(expected), "{told}");
        fs::remove_file(folder.join(name)).unwrap();
    }
    assert!(read_all(&folder).unwrap().is_empty());
}
