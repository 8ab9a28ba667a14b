//! The engine at scale as a Wasm module of its own: the page is compiled for size, this for speed.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;
use crate::setup::npm_packages::wasm_opt;
use crate::standard_library::target_directory_of;

/// The package that is compiled.
const PACKAGE: &str = "explorer-engine-wasm";

/// Its profile in `Cargo.toml`.
const PROFILE: &str = "engine";

/// Every browser engine since 2023 has vector instructions. They come from one flag, so that a
/// browser without fails on this module alone.
const FLAGS: &str = "-Ctarget-feature=+simd128,+bulk-memory";

/// What wasm-opt may use: what the compiler does, and nothing newer.
const FEATURES: [&str; 8] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Compiles it into `folder`, as `engine.js` and `engine_bg.wasm`.
pub fn build(repository: &Repository, folder: &Path) -> Outcome<()> {
    let root = repository.root();
    // A target directory of its own: other flags mean other builds of all crates.
    let target = target_directory_of("fast-engine", repository);
    let mut cargo = process::program("cargo", root);
    cargo
        .args(["build", "--quiet", "-p", PACKAGE, "--profile", PROFILE])
        .args(["--target", "wasm32-unknown-unknown"])
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_ENCODED_RUSTFLAGS", FLAGS);
    process::run(&mut cargo)?;
    let name = format!("{}.wasm", PACKAGE.replace('-', "_"));
    let mut bindgen = process::program(repository.tool_program("wasm-bindgen"), root);
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-name", "engine", "--out-dir"])
        .arg(folder)
        .arg(target.join("wasm32-unknown-unknown").join(PROFILE).join(name));
    process::run(&mut bindgen)?;
    let (plain, optimized) = (folder.join("engine_bg.wasm"), folder.join("engine_opt.wasm"));
    let mut optimizer = process::program(wasm_opt(repository), root);
    optimizer.arg("-O3").args(FEATURES).arg(&plain).arg("-o").arg(&optimized);
    process::run(&mut optimizer)?;
    fs::rename(&optimized, &plain)
        .map_err(|error| Failure::io(format_args!("replace {}", plain.display()), &error))
}
