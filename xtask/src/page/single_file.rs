//! The whole page as one HTML file, which opens by a double click.
//!
//! From `file://` browsers load neither module scripts nor Wasm, so both stand in the file: the
//! style sheet and the scripts as they are, the Wasm packed and as text.

use std::fs;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zopfli::{Format, Options};

use super::border::Pair;
use super::content_security::{self, Shape};
use super::own_file::OwnFile;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;
use crate::setup;

/// The file's name in `dist/`.
pub const NAME: &str = "security-diplomacy-explorer.html";

/// The function by which a script gets at a Wasm that stands in the document.
pub const UNPACKED: &str = include_str!("unpacked.js");

/// Unpacks the Wasm and starts the page; `{{GLUE}}` is the file that knows the Wasm's imports. It
/// does not wait for the start, as in `start.rs`.
const STARTER: &str = r#"
import start from "./{{GLUE}}";
if (typeof DecompressionStream !== "function") {
  throw "This browser cannot unpack it: a current Firefox, Chrome, Edge or Safari can.";
}
start({ module_or_path: unpacked(document.getElementById("wasm")) });
"#;

/// Writes the file into `dist/`, of what lies there: the page's script and Wasm, and the module of the
/// view of a reader's own file. `page` is its `index.html`, the policy not yet filled in.
pub fn write(repository: &Repository, page: &str, start: &Pair, own_file: &OwnFile) -> Outcome<()> {
    let dist = repository.dist();
    let style = style(&dist)?;
    let read = |path: &Path| {
        fs::read(path).map_err(|error| Failure::io(format_args!("read {}", path.display()), &error))
    };
    let style = String::from_utf8_lossy(&read(&style)?).into_owned();
    let script = bundled(repository, &start.script, own_file)?;
    let packed =
        |wasm: &Path| packed(&read(wasm)?).map_err(|error| Failure::io("pack the Wasm", &error));
    let (wasm, own_wasm) = (packed(&start.wasm)?, packed(&dist.join(own_file.wasm()))?);
    let page = assemble(page, &style, &script, [&wasm, &own_wasm]).ok_or_else(|| {
        Failure::new("Trunk's index.html is not as xtask/src/page/single_file.rs knows it.")
    })?;
    fs::write(dist.join(NAME), page)
        .map_err(|error| Failure::io(format_args!("write dist/{NAME}"), &error))
}

/// The one style sheet in `dist/`.
fn style(dist: &Path) -> Outcome<PathBuf> {
    let files = fs::read_dir(dist).map_err(|error| Failure::io("list dist/", &error))?;
    let files = files.filter_map(Result::ok).map(|entry| entry.path());
    let mut sheets = files.filter(|path| path.extension().is_some_and(|kind| kind == "css"));
    match (sheets.next(), sheets.next()) {
        (Some(sheet), None) => Ok(sheet),
        _ => Err(Failure::new("There is not exactly one style sheet in dist/.")),
    }
}

/// The starter with the glue in it, and the module of the other view in a function that runs when it
/// is first imported.
fn bundled(repository: &Repository, glue: &Path, own_file: &OwnFile) -> Outcome<String> {
    let name = glue.file_name().unwrap_or_default().to_string_lossy();
    let mut esbuild =
        process::program(setup::npm_packages::esbuild(repository), &repository.dist());
    esbuild.args(["--bundle", "--format=esm", "--minify", "--log-level=warning"]);
    let starter = [STARTER, UNPACKED, &own_file.element()].concat();
    process::piped(&mut esbuild, &starter.replace("{{GLUE}}", &name))
}

/// How often zopfli looks for a shorter way to say the same. It saves a twentieth over the best that
/// gzip itself does, and more than five rounds hardly any more.
const ROUNDS: NonZeroU64 = NonZeroU64::MIN.saturating_add(4);

/// Gzip, as browsers unpack it, in base64.
fn packed(wasm: &[u8]) -> std::io::Result<String> {
    let options = Options { iteration_count: ROUNDS, ..Options::default() };
    let mut packed = Vec::new();
    zopfli::compress(options, Format::Gzip, wasm, &mut packed)?;
    Ok(STANDARD.encode(packed))
}

/// The page with everything in its place; `None` if a place is missing, or if a part would end
/// its element early.
fn assemble(page: &str, style: &str, script: &str, wasm: [&str; 2]) -> Option<String> {
    if style.contains("</style") || script.contains("</script") {
        return None;
    }
    let mut left = Vec::new();
    let mut styled = false;
    for part in page.split_inclusive('>') {
        // What only a host has: a manifest, icons, files to fetch early; and Trunk's own starter.
        let (before, tag) = part.split_at(part.rfind('<').unwrap_or(part.len()));
        let rel = ["manifest", "apple-touch-icon", "modulepreload", "preload"];
        if tag.starts_with("<link rel=\"stylesheet\"") {
            styled = true;
            left.push(format!("{before}<style>{style}</style>"));
        } else if rel.iter().any(|rel| tag.starts_with(&format!("<link rel=\"{rel}\""))) {
            left.push(before.trim_end().to_owned());
        } else {
            left.push(part.to_owned());
        }
    }
    let page = left.concat();
    let (head, rest) = page.split_once("<script type=\"module\"")?;
    let (_, rest) = rest.split_once("</script>")?;
    let (body, end) = rest.rsplit_once("</body>")?;
    let [wasm, own_wasm] = wasm;
    let kind = "type=\"application/octet-stream\"";
    let page = format!(
        "{head}{body}<script id=\"wasm\" {kind}>{wasm}</script>\
         <script type=\"module\">{script}</script>\
         <script id=\"own-file-wasm\" {kind}>{own_wasm}</script></body>{end}"
    );
    content_security::complete(&page, Shape::SingleFile).filter(|_| styled)
}
