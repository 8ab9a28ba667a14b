//! The Wasm modules that the page loads when they are asked for: what reads and counts a reader's table
//! (`assets/table-module.js`), and what reads a workbook (`assets/workbook-worker.js`); and the one that unpacks
//! them in the page as one file (`assets/unpacked.js`).

use std::env;
use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Stdio};

use xshell::{Cmd, Shell, cmd};

use super::stage::{Stage, short_hash};
use super::wasm_features::features;
use super::{TARGET, bare, expression, made};
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;

/// Where Cargo compiles release modules, in its folder: those with vector instructions, and the others.
const FOLDERS: [&str; 2] = ["modules", "plain-modules"];

/// A module, as it is compiled.
#[derive(Debug)]
pub struct Module {
    /// The package.
    package: &'static str,
    /// The program in it, which names the module.
    program: &'static str,
    /// What stands for its name in scripts.
    place: &'static str,
    /// The scripts of the page that start it.
    scripts: &'static [&'static str],
    /// Whether it may have vector instructions.
    has_vectors: bool,
}

/// What reads, counts and keeps a reader's table, in a worker.
pub const TABLE: Module = Module {
    package: "explorer-table-wasm",
    program: "table",
    place: "{{TABLE}}",
    scripts: &["table-worker.js", "table-module.js"],
    has_vectors: true,
};

/// What reads a workbook, in a worker.
pub const WORKBOOK: Module = Module {
    package: "explorer-workbook-wasm",
    program: "workbook",
    place: "{{WORKBOOK}}",
    scripts: &["workbook-worker.js"],
    has_vectors: true,
};

/// What unpacks the Wasm of the page as one file.
pub const UNPACKER: Module = Module {
    package: "explorer-packed-wasm",
    program: "unpacker",
    place: "{{UNPACKER}}",
    scripts: &[],
    has_vectors: false,
};

/// All of them.
const MODULES: [&Module; 3] = [&TABLE, &WORKBOOK, &UNPACKER];

/// The request to this tool that makes them.
pub const COMMAND: &str = "make-modules";

/// What wasm-bindgen is told to call a module's Wasm.
const GLUE_WASM: &str = "glue_bg.wasm";

/// Every browser engine since 2023 has vector instructions. They come from this flag only, so that a
/// browser without fails on these modules alone. What goes through rows is compiled for speed by
/// `Cargo.toml`; the rest is for size, as on the page.
const FLAGS: &str = "target.wasm32-unknown-unknown.rustflags=[\"-Ctarget-feature=+simd128\"]";

/// How wasm-opt makes the module smaller. Of 392,700 bytes after Brotli with `-O3`, 386,400 are left if no
/// function is put into its only caller, and 382,200 if loops and branches are made anew from a flat
/// form, in which alike ones look alike (without the search for common expressions, which that form has
/// too many of). Later, of 395,000, what branches have in common stays in them, and all of it goes through
/// twice: 392,100. What goes through rows is as fast: the compiler has seen to that.
const SHRINK: [&str; 7] = [
    "--flatten",
    "--rereloop",
    "--skip-pass=local-cse",
    "--skip-pass=code-folding",
    "-Os",
    "-Os",
    "--one-caller-inline-max-function-size=0",
];

/// A module as it lies in `dist/`.
#[derive(Debug)]
pub struct Built {
    /// What stands for its name in scripts.
    place: &'static str,
    /// The name of its script, without `.js`.
    name: String,
    /// Its script as an expression, for a page without files beside it.
    pub expression: String,
}

impl Built {
    /// The name of its Wasm.
    pub fn wasm(&self) -> String {
        format!("{}_bg.wasm", self.name)
    }

    /// A page or script with the module's name filled in; `None` if it has no place for it.
    pub fn name_in(&self, text: &str) -> Option<String> {
        text.contains(self.place).then(|| text.replace(self.place, &self.name))
    }
}

/// Compiles a module and puts its two files to the page's. It may load others.
pub fn build(
    repository: &Repository,
    stage: &Stage,
    module: &Module,
    others: &[&Built],
) -> Outcome<Built> {
    let Module { program, place, .. } = *module;
    let shell = repository.shell()?;
    let folder = prepare(&shell, module, stage.release)?;
    let wasm = folder.join(GLUE_WASM);
    let wasm = shell.read_binary_file(wasm)?;
    let glue = shell.read_file(folder.join("glue.js"))?;
    let mut unnamed = script(repository, module, &glue)?;
    for other in others {
        unnamed = other.name_in(&unnamed).unwrap_or(unnamed);
    }
    let name = format!("{program}-{}", short_hash(&[unnamed.as_bytes(), &wasm]));
    let script = unnamed.replace(place, &name);
    let expression = expression::of_module(&script).ok_or_else(unknown)?;
    let built = Built { place, name, expression };
    stage.write(&format!("{}.js", built.name), &script)?;
    stage.write(&built.wasm(), &wasm)?;
    Ok(built)
}

/// Makes the release modules while Trunk makes the page: compiling and shrinking are long steps that have one
/// processor busy. What is wrong with them is told by [`build`], which then finds them made, or waits.
pub fn make_ahead(repository: &Repository) -> Outcome<Child> {
    let own = env::current_exe().map_err(|error| Failure::io("find this tool", &error))?;
    let mut ahead = process::program(own, repository.root());
    ahead.arg(COMMAND).env("PATH", process::path_with(&repository.page_tool_folders())?);
    ahead.stdout(Stdio::null()).stderr(Stdio::null());
    ahead.spawn().map_err(|error| Failure::io("start this tool", &error))
}

/// Makes all release modules.
pub fn make_all(repository: &Repository) -> Outcome<()> {
    let shell = repository.shell()?;
    MODULES.iter().try_for_each(|module| prepare(&shell, module, true).map(drop))
}

/// The unpacker of the page as one file: a function that makes its script, and its Wasm.
pub fn unpacker(repository: &Repository, stage: &Stage) -> Outcome<(String, Vec<u8>)> {
    let shell = repository.shell()?;
    let folder = prepare(&shell, &UNPACKER, stage.release)?;
    let make = function(&shell.read_file(folder.join("glue.js"))?)?;
    Ok((make, shell.read_binary_file(folder.join(GLUE_WASM))?))
}

/// Compiles a module, and makes the script and the Wasm of it in the folder that is returned.
fn prepare(shell: &Shell, module: &Module, release: bool) -> Outcome<PathBuf> {
    let Module { program, .. } = *module;
    let target = target_directory(shell)?;
    let folder = target.join(program).join("module");
    shell.create_dir(&folder)?;
    // One at a time: `make_ahead` may be at it.
    let busy = File::create(folder.join("busy")).and_then(|busy| busy.lock().map(|()| busy));
    let _busy = busy.map_err(|error| Failure::io("wait for a module", &error))?;
    compile(shell, release, module.has_vectors)?.run()?;
    let built = if release {
        target.join(folder_of(module.has_vectors)).join(TARGET).join("release")
    } else {
        target.join(TARGET).join("debug")
    };
    let compiled = built.join(format!("{program}.wasm"));
    let wasm = folder.join(GLUE_WASM);
    // While somebody works on the page, most changes do not concern the module.
    let flags = format!("{release} {SHRINK:?}");
    let source = short_hash(&[&shell.read_binary_file(&compiled)?, flags.as_bytes()]);
    made::unless_made_of(shell, &folder, &source, || {
        let bindgen = process::tool("wasm-bindgen");
        cmd!(
            shell,
            "{bindgen} --target web --no-typescript --out-name glue --out-dir {folder} {compiled}"
        )
        .run()?;
        if release {
            let (wasm_opt, features) = (process::tool("wasm-opt"), features(module.has_vectors));
            cmd!(shell, "{wasm_opt} {SHRINK...} {features...} {wasm} -o {wasm}").run()?;
        }
        Ok(())
    })?;
    Ok(folder)
}

fn folder_of(has_vectors: bool) -> &'static str {
    FOLDERS[usize::from(!has_vectors)]
}

/// The command that compiles the modules with or those without vector instructions: always all of them, or
/// what they have in common would be compiled with the features of one and then with those of another.
fn compile(shell: &Shell, release: bool, has_vectors: bool) -> Outcome<Cmd<'_>> {
    let modules = MODULES.iter().filter(|module| module.has_vectors == has_vectors);
    let packages = modules.clone().flat_map(|module| ["-p", module.package]);
    let programs = modules.flat_map(|module| ["--bin", module.program]);
    let cargo = cmd!(shell, "cargo build --target {TARGET}").args(packages).args(programs);
    if !release {
        // While somebody works on the page, what it has in common with the module is compiled once.
        return Ok(cargo.args(["--profile", "dev"]));
    }
    let target = target_directory(shell)?.join(folder_of(has_vectors));
    let cargo = cargo.args(["--profile", "release"]).arg("--target-dir").arg(target);
    Ok(if has_vectors { cargo.args(["--config", FLAGS]) } else { cargo })
}

/// The script that the page loads, with wasm-bindgen's in it.
fn script(repository: &Repository, module: &Module, glue: &str) -> Outcome<String> {
    let make = function(glue)?;
    let mut script = format!("const makeGlue = {make};\nconst glue = makeGlue();\n");
    for name in module.scripts {
        script.push_str(&bare::script(&repository.asset(name)?));
        script.push('\n');
    }
    Ok(script)
}

/// wasm-bindgen's script as a function.
fn function(glue: &str) -> Outcome<String> {
    let make = expression::function_of(&bare::script(glue)).ok_or_else(unknown)?;
    // What it would load by itself stands beside it, but it is always told. In a classic worker, which can
    // be made of it, there is no `import.meta`.
    Ok(make.replace("import.meta.url", "location.href"))
}

/// The failure when a script is of another form.
fn unknown() -> Failure {
    Failure::new("wasm-bindgen's script is not as xtask/src/page/expression.rs knows it.")
}

/// Where Cargo compiles.
pub fn target_directory(shell: &Shell) -> Outcome<PathBuf> {
    let told = cmd!(shell, "cargo metadata --no-deps --format-version 1").quiet().read()?;
    let told: serde_json::Value = serde_json::from_str(&told).unwrap_or_default();
    told["target_directory"]
        .as_str()
        .map(PathBuf::from)
        .ok_or_else(|| Failure::new("Cargo does not say where it compiles."))
}
