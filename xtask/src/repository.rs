//! Where things are in this repository.

use std::path::{Path, PathBuf};

use xshell::Shell;

use crate::failure::{Failure, Outcome};

/// The checked-out repository this tool belongs to.
#[derive(Debug, Clone)]
pub struct Repository {
    /// The directory of the workspace's `Cargo.toml`.
    root: PathBuf,
}

impl Repository {
    /// Finds the repository from where Cargo says this tool's own package is.
    pub fn find() -> Outcome<Self> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        match package.parent() {
            Some(root) if root.join("Cargo.lock").is_file() => {
                Ok(Self { root: root.to_path_buf() })
            }
            _ => Err(Failure::new(format!(
                "The repository was not found above {}; run this as `cargo xtask` inside it.",
                package.display()
            ))),
        }
    }

    /// The directory of the workspace.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A shell whose commands run in this directory.
    pub fn shell(&self) -> Outcome<Shell> {
        let shell = Shell::new()?;
        shell.change_dir(&self.root);
        Ok(shell)
    }

    /// The text of a file that becomes part of the page.
    pub fn asset(&self, name: &str) -> Outcome<String> {
        std::fs::read_to_string(self.root.join("assets").join(name))
            .map_err(|error| Failure::io(format_args!("read assets/{name}"), &error))
    }

    /// The built page.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// One file of the dataset.
    pub fn data(&self, name: &str) -> PathBuf {
        self.root.join("data").join(name)
    }

    /// Everything this tool installs or notes down.
    pub fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// The programs installed by `cargo install`.
    pub fn tool_programs(&self) -> PathBuf {
        self.tools().join("bin")
    }

    /// One program installed by `cargo install`.
    pub fn tool_program(&self, name: &str) -> PathBuf {
        self.tool_programs().join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// Where `cargo install` compiles; removed when the programs stand.
    pub fn tool_builds(&self) -> PathBuf {
        self.tools().join("build")
    }

    /// The prefix of the npm packages.
    pub fn npm(&self) -> PathBuf {
        self.tools().join("npm")
    }

    /// The folder of what the engine at scale is measured beside.
    pub fn peers(&self) -> PathBuf {
        self.tools().join("peers")
    }

    /// One npm package.
    pub fn npm_package(&self, name: &str) -> PathBuf {
        self.npm().join("node_modules").join(name)
    }

    /// The launchers npm makes for the programs of its packages.
    pub fn npm_programs(&self) -> PathBuf {
        self.npm().join("node_modules").join(".bin")
    }

    /// The folders of the programs that the page is made with.
    pub fn page_tool_folders(&self) -> [PathBuf; 2] {
        [self.tool_programs(), self.npm_programs()]
    }

    /// The log file of one installation or helper program.
    pub fn log(&self, name: &str) -> PathBuf {
        self.tools().join("logs").join(format!("{name}.log"))
    }

    /// The note of what `dist/` was last built from.
    pub fn page_stamp(&self) -> PathBuf {
        self.tools().join("page.stamp")
    }

    /// The exact versions the workspace is locked to.
    pub fn lockfile(&self) -> PathBuf {
        self.root.join("Cargo.lock")
    }
}
