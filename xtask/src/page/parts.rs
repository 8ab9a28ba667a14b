//! The page's Wasm in parts: what the overview needs, and chunks with all other pages, which are loaded later
//! (`src/pages/chunk.rs`, `assets/other-pages.js`).
//!
//! What is split has to be as the linker left it, before wasm-bindgen. So wasm-bindgen and wasm-opt run here,
//! and what Trunk has made of the whole is replaced.

use std::path::Path;
use std::thread;

use xshell::{Shell, cmd};

use super::on_demand::target_directory;
use super::stage::{Pair, Stage, short_hash};
use super::wasm_features::features;
use super::{TARGET, bare, made};
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;

/// The page's program, which names its files.
const PROGRAM: &str = "explorer-page";

/// The first part as the splitter leaves it.
const FIRST: &str = "first.wasm";

/// A part that is loaded later.
#[derive(Debug)]
struct Chunk {
    /// How the splitter names it: after the word in `src/main.rs`, or because two parts share it.
    split: &'static str,
    /// How its name begins.
    name: &'static str,
    /// What stands for its name in the script.
    place: &'static str,
}

/// All of them.
const CHUNKS: [Chunk; 3] = [
    Chunk { split: "shared.wasm", name: "shared-pages", place: "{{SHARED PAGES}}" },
    Chunk { split: "split_pages.wasm", name: "other-pages", place: "{{OTHER PAGES}}" },
    Chunk { split: "split_own_file.wasm", name: "own-file", place: "{{OWN FILE}}" },
];

/// What the first part imports the functions from that load the chunks.
const LINK: &str = "./other-pages-link.js";

/// What stands for the sign by which a debug build tells that all parts are of one build.
const CANARY: &str = "{{CANARY}}";

/// How wasm-opt makes the parts smaller. It sees more in code without nested expressions: flattened first,
/// the Wasm was 7 kB smaller after Brotli. With `-Oz`, similar functions become one that asks which it is:
/// that was 2 kB larger after Brotli, and slower. Functions stay out of their only caller (-5 kB), and what
/// branches have in common stays in them (-2 kB): the more alike code is, the less is left of it.
/// What compilers note for other tools goes, which is 250 bytes of the first load.
const SHRINK: [&str; 10] = [
    "-Os",
    "--flatten",
    "--rereloop",
    "--skip-pass=local-cse",
    "--skip-pass=code-folding",
    "--one-caller-inline-max-function-size=0",
    "-Os",
    "-Os",
    "--strip-producers",
    "--strip-target-features",
];

/// The page's Wasm as it lies in `dist/`.
#[derive(Debug)]
pub struct Parts {
    /// wasm-bindgen's script with what loads the chunks, and the first part.
    pub start: Pair,
    /// The names of the chunks.
    pub chunks: Vec<String>,
}

/// Splits the page's Wasm and puts the parts in the place of what Trunk has made of it. Returns them, and
/// the page with their names.
pub fn split(repository: &Repository, stage: &Stage, page: &str) -> Outcome<(Parts, String)> {
    let shell = repository.shell()?;
    let target = target_directory(&shell)?;
    let folder = target.join(PROGRAM).join("parts");
    let profile = if stage.release { "release" } else { "debug" };
    let compiled = target.join(TARGET).join(profile).join(format!("{PROGRAM}.wasm"));
    make(&shell, &folder, &compiled, stage.release)?;
    let first = shell.read_binary_file(folder.join("glue_bg.wasm"))?;
    let mut chunks = Vec::new();
    for Chunk { split, name, .. } in CHUNKS {
        let chunk = shell.read_binary_file(folder.join(split))?;
        let name = format!("{name}-{}.wasm", short_hash(&[&chunk]));
        stage.write(&name, chunk)?;
        chunks.push(name);
    }
    let glue = shell.read_file(folder.join("glue.js"))?;
    let loader = repository.asset("other-pages.js")?;
    let canary = canary(&shell.read_file(folder.join(LINK))?);
    let script = script(&glue, &loader, &chunks, &canary).ok_or_else(|| {
        Failure::new("wasm-bindgen's script is not as xtask/src/page/parts.rs knows it.")
    })?;
    let whole = stage.pair()?;
    let stem = format!("{PROGRAM}-{}", short_hash(&[script.as_bytes(), &first]));
    let start = Pair { script: format!("{stem}.js"), wasm: format!("{stem}_bg.wasm") };
    for name in [&whole.script, &whole.wasm] {
        stage.remove(name)?;
    }
    stage.write(&start.script, script)?;
    stage.write(&start.wasm, first)?;
    let page = page.replace(&whole.script, &start.script).replace(&whole.wasm, &start.wasm);
    Ok((Parts { start, chunks }, page))
}

/// Makes wasm-bindgen's script and all parts in a folder, unless they are there.
fn make(shell: &Shell, folder: &Path, whole: &Path, release: bool) -> Outcome<()> {
    shell.create_dir(folder)?;
    // While somebody works on scripts and styles, the Wasm stays as it is.
    let flags = format!("{release} {SHRINK:?}");
    let source = short_hash(&[&shell.read_binary_file(whole)?, flags.as_bytes()]);
    made::unless_made_of(shell, folder, &source, || {
        let shared = CHUNKS[0].split;
        cmd!(
            shell,
            "cargo run --quiet --package explorer-split -- {whole} {folder} {FIRST} {LINK} {shared}"
        )
        .run()?;
        let first = folder.join(FIRST);
        let bindgen = process::tool("wasm-bindgen");
        // As cargo-leptos calls it: the chunks take the table, the memory and the stack from the first part.
        cmd!(
            shell,
            "{bindgen} --target web --no-typescript --keep-lld-exports --no-demangle --out-name glue --out-dir {folder} {first}"
        )
        .run()?;
        if !release {
            return Ok(());
        }
        // Each has a processor busy for most of a minute.
        let chunks = CHUNKS.iter().map(|chunk| chunk.split);
        let parts: Vec<_> =
            ["glue_bg.wasm"].into_iter().chain(chunks).map(|part| folder.join(part)).collect();
        thread::scope(|scope| {
            let shrinking: Vec<_> =
                parts.iter().map(|part| scope.spawn(move || shrink(part))).collect();
            shrinking.into_iter().try_for_each(|part| {
                part.join().unwrap_or_else(|_| Err(Failure::new("wasm-opt could not be started.")))
            })
        })
    })
}

/// Makes a part smaller.
fn shrink(part: &Path) -> Outcome<()> {
    let mut wasm_opt = std::process::Command::new(process::tool("wasm-opt"));
    wasm_opt.args(SHRINK).args(features(false)).arg(part).arg("-o").arg(part);
    match process::succeeds(&mut wasm_opt)? {
        true => Ok(()),
        false => Err(Failure::new("wasm-opt does not take a part of the page's Wasm.")),
    }
}

/// wasm-bindgen's script with the loader in the place of its imports, of which there is one for each function;
/// `None` if it has none.
fn script(glue: &str, loader: &str, chunks: &[String], canary: &str) -> Option<String> {
    let from = format!("from \"{LINK}\"");
    let imported = |line: &str| -> Option<String> {
        let import = line.strip_prefix("import * as ")?.split(' ').next()?;
        line.contains(&from).then(|| import.to_owned())
    };
    let first = glue.lines().find_map(imported)?;
    let named = CHUNKS.iter().zip(chunks);
    let loader = named.fold(loader.replace(CANARY, canary), |loader, (chunk, name)| {
        loader.replace(chunk.place, name)
    });
    let definition = format!("const {first} =");
    let loader = loader.replace("const partsImport =", &definition);
    loader.contains(&definition).then_some(())?;
    let lines = glue.lines().map(|line| match imported(line) {
        None => line.to_owned(),
        Some(import) if import == first => loader.clone(),
        Some(other) => format!("const {other} = {first};"),
    });
    Some(bare::script(&lines.collect::<Vec<_>>().join("\n")))
}

/// The name of the sign in the splitter's script; empty in a release build, which has none.
fn canary(link: &str) -> String {
    let sign = "__canary_";
    let Some(at) = link.find(sign) else { return String::new() };
    let rest = &link[at..];
    let end = rest[sign.len()..].find(|c: char| !c.is_ascii_hexdigit());
    rest[..end.map_or(rest.len(), |end| sign.len() + end)].to_owned()
}

#[cfg(test)]
mod tests {
    use super::{canary, script};

    #[test]
    fn the_loader_takes_the_place_of_the_imports() {
        let glue = "import * as import1 from \"./other-pages-link.js\"\nimport * as import2 from \"./other-pages-link.js\"\nexport function a() {}\n({ \"./other-pages-link.js\": import1 });\n";
        let loader =
            "// Loads.\nfetch(\"{{OWN FILE}}\");\nconst partsImport = { \"{{CANARY}}\": 1 };\n";
        let names = ["a.wasm", "d.wasm", "b.wasm"].map(str::to_owned);
        assert_eq!(
            script(glue, loader, &names, "c").as_deref(),
            Some(
                "fetch(\"b.wasm\");\nconst import1 = { \"c\": 1 };\nconst import2 = import1;\nexport function a() {}\n({ \"./other-pages-link.js\": import1 });"
            )
        );
        assert_eq!(script("export function a() {}", loader, &names, "c"), None);
        assert_eq!(script(glue, "", &names, "c"), None);
    }

    #[test]
    fn a_debug_build_has_a_sign() {
        assert_eq!(canary("{ __canary_12ab: ~0xdead, }"), "__canary_12ab");
        assert_eq!(canary("sharedImports = {  }"), "");
    }
}
