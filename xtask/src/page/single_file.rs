//! The whole page as one HTML file, which opens by a double click.
//!
//! From `file://` browsers load neither module scripts nor Wasm, so both stand in the file: the
//! style sheet and the scripts as they are, the Wasm packed and as text. What reads workbooks is left out:
//! it would make the file a fifth larger, and there is no worker without a file of its own.

use std::io::Write as _;
use std::num::NonZeroU64;
use std::thread;

use flate2::Compression;
use flate2::write::GzEncoder;
use zopfli::{Format, Options};

use super::content_security::{self, Shape};
use super::on_demand::Built;
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
page.default({ module_or_path: unpacked(document.getElementById("wasm")) });
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
    let script = script(repository, &stage.text(&parts.start.script)?, table)?;
    let packed = |name: &str| {
        packed(&stage.bytes(name)?, stage.release)
            .map_err(|error| Failure::io("pack the Wasm", &error))
    };
    // Each has a processor busy for most of a minute.
    let first = (parts.start.wasm.as_str(), "wasm".to_owned());
    let table_wasm = table.wasm();
    let table = (table_wasm.as_str(), "table-wasm".to_owned());
    let files: Vec<(&str, String)> =
        [first].into_iter().chain(parts.elements()).chain([table]).collect();
    let wasm: Outcome<Vec<(String, String)>> = thread::scope(|scope| {
        let packing: Vec<_> =
            files.iter().map(|(name, id)| (id, scope.spawn(|| packed(name)))).collect();
        let stopped = |_| Err(Failure::new("The Wasm could not be packed."));
        let joined = packing.into_iter().map(|(id, packing)| {
            packing.join().unwrap_or_else(stopped).map(|packed| (id.clone(), packed))
        });
        joined.collect()
    });
    let page = assemble(page, &style, &script, &wasm?).ok_or_else(|| {
        Failure::new("Trunk's index.html is not as xtask/src/page/single_file.rs knows it.")
    })?;
    stage.write(NAME, page)
}

/// The starter with wasm-bindgen's script in it, and the script of the other module in a function that
/// runs when it is first loaded.
fn script(repository: &Repository, glue: &str, table: &Built) -> Outcome<String> {
    let unpacked = bare::script(&repository.asset("unpacked.js")?);
    let kept = bare::script(&repository.asset("kept-records.js")?);
    let loader = bare::script(&repository.asset("table.js")?);
    let whole = expression::of_module(glue).filter(|_| loader.contains(LOAD)).map(|glue| {
        let load = format!("(async () => (table ??= {}))()", table.expression);
        let loader = loader.replace(LOAD, &load);
        format!("const page = {glue};\n{unpacked}{kept}\nlet table;\n{loader}\n{STARTER}")
    });
    whole.ok_or_else(|| Failure::new("The page's scripts cannot be put into one file."))
}

/// How often zopfli looks for a shorter way to say the same. It saves a twentieth over the best that
/// gzip itself does, and more than fifteen rounds hardly any more.
const ROUNDS: NonZeroU64 = NonZeroU64::MIN.saturating_add(14);

/// Gzip, as browsers unpack it, as text. Whoever works on the page does not wait for the last twentieth.
fn packed(wasm: &[u8], release: bool) -> std::io::Result<String> {
    let mut packed = Vec::new();
    if release {
        let options = Options { iteration_count: ROUNDS, ..Options::default() };
        zopfli::compress(options, Format::Gzip, wasm, &mut packed)?;
    } else {
        let mut packer = GzEncoder::new(&mut packed, Compression::fast());
        packer.write_all(wasm)?;
        packer.finish()?;
    }
    Ok(ascii85::encode(&packed))
}

/// The page with everything in its place, `wasm` by the ids of the elements; `None` if a place is missing, or if a part would end
/// its element early.
fn assemble(page: &str, style: &str, script: &str, wasm: &[(String, String)]) -> Option<String> {
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
    let wasm = wasm.iter().map(|(id, packed)| {
        format!("<script id=\"{id}\" type=\"application/octet-stream\">{packed}</script>")
    });
    let wasm: String = wasm.collect();
    let page = format!("{head}{body}{wasm}<script type=\"module\">{script}</script></body>{end}");
    content_security::complete(&page, Shape::SingleFile).filter(|_| styled)
}
