//! The engine at scale as a Wasm module of its own: the page is compiled for size, this for speed.

use std::path::Path;

use xshell::cmd;

use crate::failure::Outcome;
use crate::page::wasm_features::features;
use crate::page::{TARGET, on_demand};
use crate::process;
use crate::repository::Repository;

/// The package that is compiled.
const PACKAGE: &str = "explorer-engine-wasm";

/// Its profile in `Cargo.toml`.
const PROFILE: &str = "engine";

/// Every browser engine since 2023 has vector instructions. They come from one flag, so that a
/// browser without fails on this module alone.
const FLAGS: &str =
    "target.wasm32-unknown-unknown.rustflags=[\"-Ctarget-feature=+simd128,+bulk-memory\"]";

/// Compiles it into `folder`, as `engine.js` and `engine_bg.wasm`.
pub fn build(repository: &Repository, folder: &Path) -> Outcome<()> {
    let shell = repository.shell()?;
    // The pinned tools are not on everybody's search path.
    shell.set_var("PATH", process::path_with(&repository.page_tool_folders())?);
    cmd!(shell, "cargo build --quiet -p {PACKAGE} --profile {PROFILE} --target {TARGET}")
        .args(["--config", FLAGS])
        .run()?;
    let name = format!("{}.wasm", PACKAGE.replace('-', "_"));
    let compiled = on_demand::target_directory(&shell)?.join(TARGET).join(PROFILE).join(name);
    let bindgen = process::tool("wasm-bindgen");
    cmd!(
        shell,
        "{bindgen} --target web --no-typescript --out-name engine --out-dir {folder} {compiled}"
    )
    .run()?;
    let wasm = folder.join("engine_bg.wasm");
    let (wasm_opt, features) = (process::tool("wasm-opt"), features(true));
    Ok(cmd!(shell, "{wasm_opt} -O3 {features...} {wasm} -o {wasm}").run()?)
}
