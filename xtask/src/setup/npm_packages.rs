//! What comes from npm: wasm-opt, which makes the page smaller, and axe-core, which the browser tests
//! check the page's accessibility with.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Prerequisite, progress::Line};
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;

/// The packages with their pinned versions.
const PACKAGES: [(&str, &str); 2] = [("binaryen", "132.0.0"), ("axe-core", "4.14.1")];

/// npm is a batch file on Windows.
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// So is the launcher npm makes for wasm-opt.
const WASM_OPT: &str = if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" };

/// The launcher of wasm-opt.
fn wasm_opt(repository: &Repository) -> PathBuf {
    repository.npm_programs().join(WASM_OPT)
}

/// The pinned npm packages below `.tools/npm`.
pub struct NpmPackages {
    repository: Repository,
}

impl NpmPackages {
    /// The packages of this repository.
    pub fn new(repository: &Repository) -> Self {
        Self { repository: repository.clone() }
    }
}

/// The script of axe-core.
pub fn axe_script(repository: &Repository) -> PathBuf {
    repository.npm_package("axe-core").join("axe.min.js")
}

impl Prerequisite for NpmPackages {
    fn label(&self) -> String {
        label(&PACKAGES)
    }

    fn estimate(&self) -> &'static str {
        "a few seconds"
    }

    fn is_present(&self) -> bool {
        are_present(&self.repository.npm(), &PACKAGES)
            && wasm_opt(&self.repository).is_file()
            && axe_script(&self.repository).is_file()
    }

    fn install(&self, line: &mut Line) -> Outcome<()> {
        install(
            &self.repository,
            &self.repository.npm(),
            &PACKAGES,
            "wasm-opt and axe-core",
            line,
        )?;
        let program = wasm_opt(&self.repository);
        let mut version = process::program(&program, self.repository.root());
        if process::answer(version.arg("--version")).is_none() {
            return Err(Failure::new(format!(
                "{} was installed by npm but does not run: it needs Node.js 18 or newer on the search path.",
                program.display()
            )));
        }
        Ok(())
    }
}

/// Packages with their versions, as the setup lists them.
pub fn label(packages: &[(&str, &str)]) -> String {
    let names: Vec<String> =
        packages.iter().map(|(name, version)| format!("{name} {version}")).collect();
    format!("npm packages {}", names.join(", "))
}

/// Whether all packages are below a folder in just these versions.
pub fn are_present(prefix: &Path, packages: &[(&str, &str)]) -> bool {
    packages.iter().all(|(name, version)| {
        fs::read_to_string(prefix.join("node_modules").join(name).join("package.json"))
            .is_ok_and(|text| version_in(&text) == Some(*version))
    })
}

/// Installs packages below a folder of their own, from which npm removes all others.
pub fn install(
    repository: &Repository,
    prefix: &Path,
    packages: &[(&str, &str)],
    brings: &str,
    line: &mut Line,
) -> Outcome<()> {
    install_overriding(repository, prefix, packages, &[], brings, line)
}

/// The same, with versions of packages that are needed by others instead of those that they name.
pub fn install_overriding(
    repository: &Repository,
    prefix: &Path,
    packages: &[(&str, &str)],
    overrides: &[(&str, &str)],
    brings: &str,
    line: &mut Line,
) -> Outcome<()> {
    let root = repository.root();
    if process::answer(process::program(NPM, root).arg("--version")).is_none() {
        return Err(Failure::new(format!(
            "npm is not there: install Node.js 18 or newer (https://nodejs.org, or the packages `nodejs` and `npm` of the system); it brings {brings}.",
        )));
    }
    // npm looks for a package.json from the prefix upwards; this one ends the search.
    fs::create_dir_all(prefix)
        .and_then(|()| fs::write(prefix.join("package.json"), manifest(overrides)))
        .map_err(|error| Failure::io(format_args!("write to {}", prefix.display()), &error))?;
    let mut npm = process::program(NPM, root);
    npm.arg("install")
        .arg("--prefix")
        .arg(prefix)
        .args(["--no-audit", "--no-fund", "--no-save", "--no-package-lock"])
        .arg("--ignore-scripts")
        .args(packages.iter().map(|(name, version)| format!("{name}@{version}")));
    process::run_logged(&mut npm, &repository.log("npm"), |_| line.tick())
}

/// The `package.json` of a folder that packages are installed below.
fn manifest(overrides: &[(&str, &str)]) -> String {
    let overrides: Vec<String> =
        overrides.iter().map(|(name, version)| format!("\"{name}\": \"{version}\"")).collect();
    match overrides.as_slice() {
        [] => "{ \"private\": true }\n".into(),
        _ => format!("{{ \"private\": true, \"overrides\": {{ {} }} }}\n", overrides.join(", ")),
    }
}

/// The version in the text of a `package.json`.
fn version_in(text: &str) -> Option<&str> {
    let (_, after) = text.split_once("\"version\"")?;
    after.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_a_package_is_read() {
        assert_eq!(version_in(r#"{ "name": "x", "version": "1.2.3" }"#), Some("1.2.3"));
        assert_eq!(version_in(r#"{"version":"4.0.0","x":1}"#), Some("4.0.0"));
        assert_eq!(version_in(r#"{ "name": "x" }"#), None);
    }

    #[test]
    fn versions_that_others_name_are_overridden() {
        assert_eq!(manifest(&[]), "{ \"private\": true }\n");
        assert_eq!(
            manifest(&[("x", "1.2.3"), ("y", "4.0.0")]),
            "{ \"private\": true, \"overrides\": { \"x\": \"1.2.3\", \"y\": \"4.0.0\" } }\n"
        );
    }
}
