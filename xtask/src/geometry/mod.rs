//! `cargo xtask geometry`: makes `data/map.json` anew from Natural Earth.
//!
//! mapshaper does all of it; [`command`] has its command line. The file is in the repository, so neither a
//! build nor a test needs this. The same atlas gives the same file to the byte.

mod command;

use std::fs;

use serde_json::json;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;
use crate::setup::{self, MapTools, Need};

/// Where the shapes are from.
const SOURCE: &str = "Natural Earth 1:50m by way of world-atlas 2.0.2";

/// What the file says of its boundaries.
const NOTE: &str = "Boundaries: Natural Earth (de facto control), simplified; Crimea as part of Ukraine (UN General \
Assembly resolution 68/262). They imply no position on sovereignty.";

/// Installs the atlas and mapshaper if they are missing, and writes the map.
///
/// # Errors
///
/// If npm cannot install them, mapshaper fails, or a file cannot be read or written.
pub fn geometry(repository: &Repository) -> Outcome<()> {
    setup::set_up(repository, &[Need::MapTools])?;
    let tools = MapTools::new(repository);
    let mut mapshaper = process::program("node", repository.root());
    mapshaper.arg(tools.mapshaper()).args(command::arguments(&tools.countries(), &tools.draft()));
    process::run_logged(&mut mapshaper, &repository.log("mapshaper"), |_| {})?;
    let draft = fs::read_to_string(tools.draft())
        .map_err(|error| Failure::io(format_args!("read {}", tools.draft().display()), &error))?;
    let map = with_head(&draft)
        .ok_or_else(|| Failure::new("What mapshaper has written is not a JSON object."))?;
    let path = repository.data("map.json");
    fs::write(&path, &map)
        .map_err(|error| Failure::io(format_args!("write {}", path.display()), &error))?;
    println!("{}: {} bytes.", path.display(), map.len());
    Ok(())
}

/// The map with the members that mapshaper does not write, and with a line for each arc and each geometry,
/// so that a change can be read.
fn with_head(map: &str) -> Option<String> {
    let members = map.strip_prefix('{')?;
    let lines = members.replace("]],[[", "]],\n[[").replace("},{", "},\n{");
    Some(format!(
        "{{\n\"source\":{},\n\"note\":{},\n\"projection\":{},\n{lines}\n",
        json!(SOURCE),
        json!(NOTE),
        json!(command::PROJECTION),
    ))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn the_head_leaves_what_mapshaper_wrote() {
        let map = r#"{"type":"Topology","arcs":[[[0,0],[1,1]],[[2,2],[3,3]]],"objects":{}}"#;
        let text = with_head(map).unwrap_or_default();
        let (before, mut after): (Value, Value) = (
            serde_json::from_str(map).unwrap_or_default(),
            serde_json::from_str(&text).unwrap_or_default(),
        );
        for (key, value) in
            [("source", SOURCE), ("note", NOTE), ("projection", command::PROJECTION)]
        {
            assert_eq!(after[key], value);
            after.as_object_mut().and_then(|members| members.remove(key));
        }
        assert_eq!(before, after);
        assert_eq!(with_head("[]"), None);
    }
}
