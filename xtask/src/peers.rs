//! `cargo xtask bench --peers`: the engine at scale measured beside the libraries that one would take
//! otherwise, in one browser, on the same rows.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use xshell::cmd;

use crate::browser_run::BrowserRun;
use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::fast_engine;
use crate::process;
use crate::repository::Repository;
use crate::server::Isolation;
use crate::setup::peers::{PACKAGES, Peers};
use crate::setup::{self, Browser, Need};

/// What DuckDB-Wasm consists of. It takes them from beside the page; nothing is loaded from elsewhere.
const DUCKDB: [&str; 2] = ["duckdb-eh.wasm", "duckdb-browser-eh.worker.js"];

/// Sets up, builds the engine and the page around it, and measures with so many rows.
pub fn bench(repository: &Repository, rows: &[u32]) -> Outcome<ExitCode> {
    let chromium = Need::Browser { engine: Engine::Chromium, named: true };
    setup::set_up(repository, &[Need::Peers, chromium])?;
    let folder = page(repository)?;
    // Compiled before the browser starts, and so not part of what the machine is busy with.
    let cargo = |command: &str| {
        let mut cargo = process::program("cargo", repository.root());
        cargo.args([command, "--quiet", "-p", "browser-tests", "--bin", "peers"]);
        cargo
    };
    if !process::succeeds(&mut cargo("build"))? {
        return Err(Failure::new("The measurements do not compile; what is wrong stands above."));
    }
    let isolation = Isolation::CrossOrigin;
    let run = BrowserRun::serving(repository, Engine::Chromium, &folder, isolation, 1)?;
    let mut bench = cargo("run");
    run.describe_to(&mut bench);
    let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
    let versions: Vec<String> =
        PACKAGES.iter().map(|(name, version)| format!("{name} {version}")).collect();
    bench
        .envs(Browser::whole_chromium().map(|binary| ("BROWSER_BINARY", binary)))
        .env("PEERS_ROWS", rows.join(","))
        .env("PEERS_VERSIONS", versions.join(", "))
        .env("PEERS_DOCS", repository.root().join("docs"))
        .env("PEERS_WASM", folder.join("engine_bg.wasm"));
    if process::succeeds(&mut bench)? {
        Ok(ExitCode::SUCCESS)
    } else {
        Err(Failure::new("The measurements failed; what is wrong stands above."))
    }
}

/// Puts the page of the benchmark together: its files, the engine, and the peers.
fn page(repository: &Repository) -> Outcome<PathBuf> {
    let sources = repository.root().join("benches").join("peers");
    let folder = repository.root().join("target").join("peers");
    let build = folder.join("build");
    fs::create_dir_all(&build)
        .map_err(|error| Failure::io(format_args!("make {}", build.display()), &error))?;
    let files =
        fs::read_dir(&sources).map_err(|error| Failure::io("list benches/peers", &error))?;
    for file in files.filter_map(Result::ok) {
        copy(&file.path(), &build.join(file.file_name()))?;
    }
    fast_engine::build(repository, &build)?;
    let peers = Peers::new(repository);
    let shell = repository.shell()?;
    let (esbuild, script) = (peers.esbuild(), build.join("bench.js"));
    // Split, so that the page of one engine has nothing of the others in it.
    let bundle = format!("--outdir={}", folder.display());
    cmd!(
        shell,
        "{esbuild} {script} --bundle --splitting --format=esm --target=es2022 --log-level=warning {bundle}"
    )
    .env("NODE_PATH", peers.modules())
    .run()?;
    for name in ["index.html", "engine_bg.wasm"] {
        copy(&build.join(name), &folder.join(name))?;
    }
    for name in DUCKDB {
        copy(&peers.duckdb(name), &folder.join(name))?;
    }
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> Outcome<()> {
    fs::copy(from, to).map(drop).map_err(|error| {
        Failure::io(format_args!("copy {} to {}", from.display(), to.display()), &error)
    })
}
