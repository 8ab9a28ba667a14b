//! The border between JavaScript and a Wasm of the page, made small: what crosses it gets short
//! names, what JavaScript offers and nobody calls goes, and wasm-opt makes the rest smaller.
//!
//! wasm-bindgen gives every function that crosses a long name with a hash, which stands in both
//! files and cannot be compressed: 6 kB of the first load.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;
use crate::setup;

/// What a Wasm may be made of: what every browser has that the page runs in.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What the compiler also uses where it may use vectors.
const WITH_VECTORS: [&str; 2] = ["--enable-simd", "--enable-bulk-memory-opt"];

/// How wasm-opt makes it smaller. Flattened and put together anew, code compresses better. What
/// alignment is expected, and which program made the Wasm, no browser needs to know. What is computed
/// twice compresses better than one more variable, and so does what is left to one.
const SMALLER: [&str; 11] = [
    "--ignore-implicit-traps",
    "--low-memory-unused",
    "--generate-global-effects",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--generate-global-effects",
    "-Oz",
    "--skip-pass=local-cse",
    "--skip-pass=simplify-locals",
    "--dealign",
];

/// How it makes it faster.
const FASTER: [&str; 1] = ["-O3"];

/// Short names, and nothing that no browser needs to know.
const BARE: [&str; 4] = [
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--minify-imports-and-exports-and-modules",
];

/// What wasm-opt calls the one module of all imports.
const MODULE: &str = "a";

/// What a Wasm is compiled for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// A short first load.
    Size,
    /// Work on many rows, with vectors.
    Speed,
}

/// A script of wasm-bindgen's and its Wasm.
#[derive(Debug)]
pub struct Pair {
    /// The script.
    pub script: PathBuf,
    /// The Wasm that it loads.
    pub wasm: PathBuf,
}

/// Makes both files smaller, in their places.
pub fn narrow(repository: &Repository, pair: &Pair, aim: Aim) -> Outcome<()> {
    let Pair { script, wasm } = pair;
    let mut wasm_opt =
        process::program(setup::npm_packages::wasm_opt(repository), repository.root());
    wasm_opt.args(FEATURES);
    match aim {
        Aim::Size => wasm_opt.args(SMALLER),
        Aim::Speed => wasm_opt.args(WITH_VECTORS).args(FASTER),
    };
    wasm_opt.args(BARE).arg(wasm).arg("-o").arg(wasm);
    let said = process::answer(&mut wasm_opt)
        .ok_or_else(|| Failure::new(format!("`{}` failed.", process::shown(&wasm_opt))))?;
    let text = std::fs::read_to_string(script)
        .map_err(|error| Failure::io("read the Wasm's script", &error))?;
    let names = Names::read(&said).ok_or_else(|| {
        Failure::new("wasm-opt did not say how it named what crosses the border.")
    })?;
    std::fs::write(script, names.rename(&text))
        .map_err(|error| Failure::io("write the Wasm's script", &error))
}

/// The one script with a Wasm of its name in a folder: the page's, as Trunk has left it.
pub fn find(folder: &Path) -> Option<Pair> {
    let mut pairs = std::fs::read_dir(folder).ok()?.filter_map(Result::ok).filter_map(|entry| {
        let wasm = entry.path();
        let stem = wasm.file_name()?.to_str()?.strip_suffix("_bg.wasm")?.to_owned();
        let script = folder.join(format!("{stem}.js"));
        script.is_file().then_some(Pair { script, wasm })
    });
    pairs.next().filter(|_| pairs.next().is_none())
}

/// The names of what crosses, as wasm-bindgen and as wasm-opt gave them.
#[derive(Debug, Default)]
struct Names {
    /// What the Wasm takes from the script.
    imports: HashMap<String, String>,
    /// What it gives.
    exports: HashMap<String, String>,
    /// The module that the imports come from, which wasm-opt calls [`MODULE`].
    module: String,
}

impl Names {
    /// Reads what wasm-opt says of its names.
    fn read(said: &str) -> Option<Self> {
        let said: Value = serde_json::from_str(said).ok()?;
        let mut names = Self::default();
        for import in said.get("imports")?.as_array()? {
            let [module, old, new] = [0, 1, 2].map(|at| import.get(at).and_then(Value::as_str));
            names.imports.insert(old?.into(), new?.into());
            names.module = module?.into();
        }
        for export in said.get("exports")?.as_array()? {
            let [old, new] = [0, 1].map(|at| export.get(at).and_then(Value::as_str));
            names.exports.insert(old?.into(), new?.into());
        }
        Some(names)
    }

    /// wasm-bindgen's script with the new names. Exports are fields of `wasm` in it; what the Wasm
    /// imports are keys that nothing else is named like, in a module that has one name.
    fn rename(&self, script: &str) -> String {
        let mut renamed = String::with_capacity(script.len());
        let mut rest = script;
        while let Some(start) = rest.find(|c: char| c.is_alphanumeric() || c == '_') {
            let (between, word) = rest.split_at(start);
            let end = word.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(word.len());
            let (word, after) = word.split_at(end);
            let of_wasm = (renamed.ends_with("wasm") && between == ".").then_some(&self.exports);
            renamed.push_str(between);
            let new = of_wasm.unwrap_or(&self.imports).get(word);
            renamed.push_str(new.map_or(word, String::as_str));
            rest = after;
        }
        renamed.push_str(rest);
        // The page loads without waiting for itself: the other way in is not used.
        renamed
            .replace("export { initSync, ", "export { ")
            .replace(&format!("\"{}\"", self.module), MODULE)
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn both_sides_get_the_same_names() {
        let said =
            r#"{"imports": [["./p_bg.js", "__wbg_set_12", "a"]], "exports": [["__set", "b"]]}"#;
        let script = "{ \"./p_bg.js\": { __wbg_set_12: function(set) { wasm.__set(set); wasm.x(); } } }; export { initSync, init };";
        assert_eq!(
            Names::read(said).map(|names| names.rename(script)).as_deref(),
            Some("{ a: { a: function(set) { wasm.b(set); wasm.x(); } } }; export { init };")
        );
        assert!(Names::read("{}").is_none());
    }
}
