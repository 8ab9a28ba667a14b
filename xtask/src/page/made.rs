//! Steps that take long and are seldom needed again while somebody works on the page.

use std::path::Path;

use xshell::Shell;

use crate::failure::Outcome;

/// The file that notes what a folder's content was made of.
const NOTE: &str = "made-of";

/// Makes the content of a folder, unless it was made of the same `source`.
pub fn unless_made_of(
    shell: &Shell,
    folder: &Path,
    source: &str,
    make: impl FnOnce() -> Outcome<()>,
) -> Outcome<()> {
    let note = folder.join(NOTE);
    if shell.read_file(&note).is_ok_and(|made_of| made_of == source) {
        return Ok(());
    }
    // What is begun and fails is made of nothing.
    shell.remove_path(&note)?;
    make()?;
    Ok(shell.write_file(&note, source)?)
}
