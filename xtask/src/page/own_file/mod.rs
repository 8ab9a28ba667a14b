//! The view of a reader's own file: a Wasm module of its own, compiled for speed, which the page loads
//! when it is asked for.

use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::border::{self, Aim, Pair};
use super::single_file::UNPACKED;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;
use crate::setup;
use crate::standard_library::{StandardLibrary, TARGET, target_directory};

/// The package that is compiled, and the program in it.
const PACKAGE: &str = "explorer-file";
const PROGRAM: &str = "own-file";

/// Every browser engine since 2023 has vector instructions. They come from this flag only, so that a
/// browser without fails on this module alone. What goes through rows is compiled for speed by
/// `Cargo.toml`; the rest is for size, as on the page.
const FLAGS: &str = "-Ctarget-feature=+simd128";

/// What wasm-bindgen makes.
const GLUE: &str = "glue";

/// The element that shows it and loads the rest, `{{OWN FILE}}` being the module's name.
const ELEMENT: &str = include_str!("element.js");

/// What is loaded, `{{GLUE}}` being wasm-bindgen's script.
const MODULE: &str = include_str!("module.js");

/// The module as it lies in `dist/`.
#[derive(Debug)]
pub struct OwnFile {
    /// The name of its script, without `.js`.
    name: String,
}

impl OwnFile {
    /// The script with which the page begins to know it.
    pub fn element(&self) -> String {
        ELEMENT.replace("{{OWN FILE}}", &self.name)
    }

    /// The name of its Wasm.
    pub fn wasm(&self) -> String {
        format!("{}_bg.wasm", self.name)
    }
}

/// Compiles it and puts its two files into `dist/`.
pub fn build(repository: &Repository, library: StandardLibrary) -> Outcome<OwnFile> {
    let target = target_directory(repository);
    let mut cargo = process::program("cargo", repository.root());
    cargo
        .args(["build", "--offline", "-p", PACKAGE, "--bin", PROGRAM, "--release"])
        .args(["--target", TARGET])
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_ENCODED_RUSTFLAGS", FLAGS);
    library.tell_beside(&mut cargo);
    process::run(&mut cargo)?;
    let folder = target.join(PROGRAM);
    let mut bindgen = process::program(repository.tool_program("wasm-bindgen"), repository.root());
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-name", GLUE, "--out-dir"])
        .arg(&folder)
        .arg(target.join(TARGET).join("release").join(format!("{PROGRAM}.wasm")));
    process::run(&mut bindgen)?;
    let pair = Pair {
        script: folder.join(format!("{GLUE}.js")),
        wasm: folder.join(format!("{GLUE}_bg.wasm")),
    };
    border::narrow(repository, &pair, Aim::Speed)?;
    let script = bundled(repository, &folder)?;
    let wasm = fs::read(&pair.wasm).map_err(|error| Failure::io("read the module", &error))?;
    let (own_file, script) = named(&script, &wasm).ok_or_else(|| {
        Failure::new("wasm-bindgen's script is not as xtask/src/page/own_file knows it.")
    })?;
    let write = |name: String, bytes: &[u8]| {
        fs::write(repository.dist().join(&name), bytes)
            .map_err(|error| Failure::io(format_args!("write dist/{name}"), &error))
    };
    write(format!("{}.js", own_file.name), script.as_bytes())?;
    write(own_file.wasm(), &wasm)?;
    Ok(own_file)
}

/// The module's script with wasm-bindgen's, which lies in `folder`, in it.
fn bundled(repository: &Repository, folder: &Path) -> Outcome<String> {
    let mut esbuild = process::program(setup::npm_packages::esbuild(repository), folder);
    esbuild.args(["--bundle", "--format=esm", "--minify", "--charset=utf8", "--log-level=warning"]);
    process::piped(&mut esbuild, &[&MODULE.replace("{{GLUE}}", GLUE), UNPACKED].concat())
}

/// The module with a name that follows from what is in it, and its script, which then names its Wasm
/// so; `None` if it names none. A name of four bytes tells builds apart, no more.
fn named(script: &str, wasm: &[u8]) -> Option<(OwnFile, String)> {
    let digest = Sha256::new().chain_update(script).chain_update(wasm).finalize();
    let hash: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let own_file = OwnFile { name: format!("{PROGRAM}-{hash}") };
    let named = script.replace(&format!("{GLUE}_bg.wasm"), &own_file.wasm());
    (named != script).then_some((own_file, named))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn another_module_has_another_name() {
        let script = "start(new URL(\"glue_bg.wasm\",import.meta.url))";
        let name =
            |script: &str, wasm: &[u8]| named(script, wasm).map(|(own_file, _)| own_file.name);
        let (own_file, renamed) = named(script, b"wasm").unzip();
        let wasm = own_file.as_ref().map(super::OwnFile::wasm).unwrap_or_default();
        assert!(wasm.starts_with("own-file-") && wasm.ends_with("_bg.wasm"), "{wasm}");
        assert_eq!(renamed, Some(script.replace("glue_bg.wasm", &wasm)));
        assert_eq!(name(script, b"wasm"), own_file.map(|own_file| own_file.name));
        assert_ne!(name(script, b"wasm"), name(script, b"more"));
        assert_ne!(name(script, b"wasm"), name(&format!("{script};"), b"wasm"));
        assert_eq!(name("start()", b"wasm"), None);
    }

    #[test]
    fn the_page_knows_its_name() {
        let own_file = super::OwnFile { name: "own-file-12".into() };
        assert!(own_file.element().contains("import(\"./own-file-12.js\")"));
    }
}
