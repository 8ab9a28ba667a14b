//! What is published of the dataset beside the page: files for machines, and for people without it. The
//! page needs none of them, and does not ask for them by itself.
//!
//! [`published`] makes all of them from a [`Source`]. All are static: no host has to do anything for them,
//! and they lead to each other from a disk, too.

mod feed;
mod file;
mod folder;
mod guide;
mod identity;
mod linked_data;
mod llms;
mod package;
mod site;
mod source;
mod tables;
mod template;
mod versions;

use explorer_archive::Problem;

pub use file::File;
pub use linked_data::NAME as LINKED_DATA;
pub use site::Site;
pub use source::Source;
pub use tables::origin;

/// All files that are published, each with its path from the folder of the page.
///
/// # Errors
/// If a file of the data cannot be read.
pub fn published(source: &Source, site: &Site) -> Result<Vec<File>, Problem> {
    let mut files = folder::files(source)?;
    let tables = tables::tables(source, site);
    let package = package::package(source, site, &files, &tables)?;
    files.extend(tables.into_iter().map(|table| table.file));
    files.push(package);
    files.push(template::template(source)?);
    files.extend(versions::versions(source)?);
    files.push(feed::feed(source, site));
    files.push(linked_data::linked_data(source, site));
    files.push(llms::llms(source, site));
    let guide = guide::guide(source, &files);
    files.push(guide);
    Ok(files)
}
