//! The whole page as one HTML file, which opens by a double click.
//!
//! From `file://` browsers load neither module scripts nor Wasm, so both stand in the file: the
//! style sheet and the scripts as they are, the Wasm packed and as text. What reads workbooks is left out:
//! it would make the file a fifth larger, and there is no worker without a file of its own.

use std::io::{self, Write as _};

use explorer_packed::{Effort, pack};
use flate2::Compression;
use flate2::write::GzEncoder;

use super::content_security::{self, Shape};
use super::on_demand::{self, Built};
use super::parts::Parts;
use super::stage::Stage;
use super::{ascii85, bare, expression};
use crate::failure::{Failure, Outcome};
use crate::repository::Repository;

/// The file's name in `dist/`.
pub const NAME: &str = "security-diplomacy-explorer.html";

/// Unpacks the Wasm and starts the page. It does not wait for the start, as in `assets/start.js`.
const STARTER: &str = r#"
if (typeof DecompressionStream !== "function") {
  throw "This browser cannot unpack it: a current Firefox, Chrome, Edge or Safari can.";
}
page.default({ module_or_path: first });
"#;

/// How the hosted page loads what reads a reader's table.
const LOAD: &str = "import(\"./{{TABLE}}.js\")";

/// Writes the file, made of the others: the page's script and all parts of its Wasm, and the module that
/// reads a reader's table. `page` is its `index.html`, the policy not yet filled in.
pub fn write(
    repository: &Repository,
    stage: &Stage,
    page: &str,
    parts: &Parts,
    table: &Built,
) -> Outcome<()> {
    let names = stage.names()?;
    let style = names.iter().find(|name| name.ends_with(".css"));
    let style = stage.text(style.map_or("style.css", String::as_str))?;
    let (make_unpacker, unpacker) = on_demand::unpacker(repository, stage)?;
    let glue = stage.text(&parts.start.script)?;
    let script = script(repository, &glue, table, &make_unpacker)?;
    let failed = |error| Failure::io("pack the Wasm", &error);
    let effort = if stage.release { Effort::Most } else { Effort::Least };
    let packed = |bytes: &[u8], known: &[u8]| {
        pack(bytes, known, effort).map(|packed| ascii85::encode(&packed)).map_err(failed)
    };
    let first = stage.bytes(&parts.start.wasm)?;
    let mut later = Vec::new();
    let mut lengths = Vec::new();
    for name in parts.chunks.iter().cloned().chain([table.wasm()]) {
        let bytes = stage.bytes(&name)?;
        lengths.push((name, bytes.len()));
        later.extend(bytes);
    }
    let lengths = serde_json::to_string(&lengths).unwrap_or_default();
    let wasm = Wasm {
        unpacker: ascii85::encode(&gzipped(&unpacker).map_err(failed)?),
        later: packed(&later, &first)?,
        first: packed(&first, &[])?,
        lengths,
    };
    let page = assemble(page, &style, &script, &wasm).ok_or_else(|| {
        Failure::new("Trunk's index.html is not as xtask/src/page/single_file.rs knows it.")
    })?;
    stage.write(NAME, page)
}

/// The starter with wasm-bindgen's script in it, and the script of the other module in a function that
/// runs when it is first loaded.
fn script(
    repository: &Repository,
    glue: &str,
    table: &Built,
    make_unpacker: &str,
) -> Outcome<String> {
    let unpacked = bare::script(&repository.asset("unpacked.js")?);
    let kept = bare::script(&repository.asset("kept-records.js")?);
    let loader = bare::script(&repository.asset("table.js")?);
    let whole = expression::of_module(glue).filter(|_| loader.contains(LOAD)).map(|glue| {
        let load = format!("(async () => (table ??= {}))()", table.expression);
        let loader = loader.replace(LOAD, &load);
        format!(
            "const page = {glue};\nconst makeUnpacker = {make_unpacker};\n{unpacked}{kept}\nlet table;\n{loader}\n{STARTER}"
        )
    });
    whole.ok_or_else(|| Failure::new("The page's scripts cannot be put into one file."))
}

/// The Wasm as it stands in the file.
struct Wasm {
    /// What unpacks the others.
    unpacker: String,
    /// What the page starts with.
    first: String,
    /// All that is loaded later, as one.
    later: String,
    /// Of each of these files its name and its length in bytes, in their order.
    lengths: String,
}

/// Gzip, which browsers unpack by themselves.
fn gzipped(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}

/// The page with everything in its place; `None` if a place is missing, or if a part would end its element
/// early.
fn assemble(page: &str, style: &str, script: &str, wasm: &Wasm) -> Option<String> {
    if style.contains("</style") || script.contains("</script") {
        return None;
    }
    let mut left = Vec::new();
    let mut styled = false;
    for part in page.split_inclusive('>') {
        // What only a host has: a manifest, icons, files to fetch early; and the hosted page's starter.
        let (before, tag) = part.split_at(part.rfind('<').unwrap_or(part.len()));
        let rel = ["manifest", "alternate", "apple-touch-icon", "modulepreload", "preload"];
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
    let element = |id: &str, more: &str, text: &str| {
        format!("<script id=\"{id}\" type=\"application/octet-stream\"{more}>{text}</script>")
    };
    let Wasm { unpacker, first, later, lengths } = wasm;
    let lengths = format!(" data-lengths='{lengths}'");
    let wasm = [
        element("unpacker-wasm", "", unpacker),
        element("first-wasm", "", first),
        element("later-wasm", &lengths, later),
    ]
    .concat();
    let page = format!("{head}{body}{wasm}<script type=\"module\">{script}</script></body>{end}");
    content_security::complete(&page, Shape::SingleFile).filter(|_| styled)
}
