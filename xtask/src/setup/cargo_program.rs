//! The programs Cargo compiles into `.tools/bin`: Trunk, the command line of wasm-bindgen, and the
//! driver of Firefox.

use super::{Prerequisite, progress::Line};
use crate::failure::Outcome;
use crate::lockfile;
use crate::process;
use crate::repository::Repository;

/// The pinned version of Trunk.
const TRUNK: &str = "0.21.14";

/// The pinned version of geckodriver.
const GECKODRIVER: &str = "0.37.1";

/// Variables that may hold settings for compiling the project and would apply to the tools too.
const PROJECT_SETTINGS: [&str; 7] = [
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "CARGO_BUILD_TARGET_DIR",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_INSTALL_ROOT",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTFLAGS",
];

/// One program from crates.io in one exact version.
pub struct CargoProgram {
    repository: Repository,
    /// The package on crates.io.
    package: &'static str,
    /// The program it contains.
    program: &'static str,
    version: String,
    /// More arguments to `cargo install`.
    arguments: &'static [&'static str],
    estimate: &'static str,
}

impl CargoProgram {
    /// Trunk, without the parts that fetch things by themselves.
    pub fn trunk(repository: &Repository) -> Self {
        Self {
            repository: repository.clone(),
            package: "trunk",
            program: "trunk",
            version: TRUNK.into(),
            arguments: &["--no-default-features"],
            estimate: "about 2 minutes",
        }
    }

    /// The driver of Firefox.
    pub fn geckodriver(repository: &Repository) -> Self {
        Self {
            repository: repository.clone(),
            package: "geckodriver",
            program: "geckodriver",
            version: GECKODRIVER.into(),
            arguments: &[],
            estimate: "about 2 minutes",
        }
    }

    /// The command line of wasm-bindgen, in the very version the page is locked to: its output
    /// fits no other.
    pub fn wasm_bindgen(repository: &Repository) -> Outcome<Self> {
        Ok(Self {
            repository: repository.clone(),
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: lockfile::locked_version(&repository.lockfile(), "wasm-bindgen")?,
            // Not what runs tests.
            arguments: &["--bin", "wasm-bindgen"],
            estimate: "about 1 minute",
        })
    }
}

impl Prerequisite for CargoProgram {
    fn label(&self) -> String {
        format!("{} {}", self.program, self.version)
    }

    fn estimate(&self) -> &'static str {
        self.estimate
    }

    fn is_present(&self) -> bool {
        let path = self.repository.tool_program(self.program);
        path.is_file()
            && process::answer(process::program(path, self.repository.root()).arg("--version"))
                .is_some_and(|answer| answer.lines().next() == Some(self.label().as_str()))
    }

    /// Compiles it unoptimized: that takes a third of the time, and the page is built as fast.
    fn install(&self, line: &mut Line) -> Outcome<()> {
        let mut cargo = process::program("cargo", self.repository.root());
        cargo
            .args(["install", "--locked", "--force", "--debug", self.package])
            .args(["--version", &self.version])
            .args(self.arguments)
            .arg("--root")
            .arg(self.repository.tools());
        for setting in PROJECT_SETTINGS {
            cargo.env_remove(setting);
        }
        cargo
            .env("CARGO_TARGET_DIR", self.repository.tool_builds())
            .env("CARGO_PROFILE_DEV_DEBUG", "0");
        process::run_logged(&mut cargo, &self.repository.log(self.package), |_| line.tick())
    }
}
