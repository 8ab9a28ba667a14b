//! Which standard library goes into the page: one compiled together with it, or the one that comes
//! with Rust.
//!
//! The one that comes with Rust is compiled for speed, and to tell of every panic where and why it
//! was. No one reads that on a page, and yet the words, and the code that puts them together, come
//! along with every bounds check. A library compiled with the page's own flags leaves them out.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;

/// The target the page is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The component of a toolchain that has the source of the standard library.
pub const COMPONENT: &str = "rust-src";

/// The crates that Cargo compiles with the page.
const CRATES: &str = "std,panic_abort";

/// The features of the standard library, instead of its default ones (backtraces, unwinding):
/// smaller algorithms where there is a choice. Saves 1.8 kB of the first load.
const FEATURES: &str = "optimize_for_size";

/// What the compiler is told for every crate of the page. A panic is a bare `unreachable`: no
/// message, no hook. Saves 17 kB of the first load; `index.html` tells the reader of any trap.
///
/// The rest is told to LLVM. It copies a struct by one instruction instead of field by field, and
/// makes loops no faster at the price of further variables: 6 kB.
const FLAGS: [&str; 5] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Cllvm-args=-max-store-memcpy=1",
    "-Cllvm-args=-disable-lsr",
    "-Cllvm-args=-enable-pre=false",
];

/// The variable that opens a stable compiler's unstable options.
const UNLOCKED: &str = "RUSTC_BOOTSTRAP";

/// The variable by which a user chooses the library that comes with Rust: with a value of `prebuilt`.
/// A compiler to come may no longer take these flags.
const CHOICE: &str = "EXPLORER_STD";

/// What it costs to do without, for those who have to.
pub const COST_OF_PREBUILT: &str = "the page is built with the standard library that comes with Rust. It works the same, and its first load is some 19 kB larger.";

/// The standard library of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandardLibrary {
    /// Compiled with the page.
    Compiled,
    /// The one that comes with Rust.
    Prebuilt,
}

impl StandardLibrary {
    /// The smallest one that this machine's toolchain can bring.
    pub fn of_toolchain(repository: &Repository) -> Self {
        if can_be_compiled(repository) && has_source(repository) {
            Self::Compiled
        } else {
            Self::Prebuilt
        }
    }

    /// Lets Cargo fetch the crates of the page and those that this library is made of. If only the
    /// latter cannot be had, the page has to do with the library that comes with Rust.
    pub fn fetch(self, repository: &Repository) -> Outcome<Self> {
        let mut cargo = process::program("cargo", repository.root());
        // Of the standard library Cargo fetches what this target needs. The argument `--target` would
        // say so too, but leave out what the build scripts of the page need on this machine.
        cargo.args(["fetch", "--quiet"]).env("CARGO_BUILD_TARGET", TARGET);
        self.tell(&mut cargo);
        match (process::succeeds(&mut cargo)?, self) {
            (true, _) => Ok(self),
            (false, Self::Compiled) => Self::Prebuilt.fetch(repository),
            (false, Self::Prebuilt) => {
                Err(Failure::new("The crates of Cargo.lock could not be fetched."))
            }
        }
    }

    /// Tells Cargo, or a program that runs it, to compile the page with this library. Nothing but the
    /// page may be compiled so: the variables open the compiler's unstable options to all crates.
    pub fn tell(self, command: &mut Command) {
        for (variable, value) in self.variables() {
            command.env(variable, value);
        }
    }

    /// Tells Cargo to compile a module beside the page, in the same target directory, with the library
    /// that comes with Rust: that is made for speed, and there at once. Macros and build scripts of the
    /// page then serve for it, too; they would be compiled again if this variable came and went.
    pub fn tell_beside(self, command: &mut Command) {
        let shared = self.variables().filter(|(variable, _)| *variable == UNLOCKED);
        for (variable, value) in shared {
            command.env(variable, value);
        }
    }

    /// What to do if this library is why the page does not build.
    pub fn advice(self) -> String {
        match self {
            Self::Compiled => format!(
                " If that is in Rust's own standard library, set {CHOICE}=prebuilt to do without compiling it."
            ),
            Self::Prebuilt => String::new(),
        }
    }

    /// What makes one page differ from another.
    pub fn label(self) -> String {
        let variables: Vec<String> =
            self.variables().map(|(variable, value)| format!("{variable}={value}")).collect();
        format!("{self:?} standard library {}", variables.join(" "))
    }

    /// The variables by which Cargo is told. Flags given in this way are for the target only, not for
    /// build scripts and macros.
    fn variables(self) -> impl Iterator<Item = (&'static str, String)> {
        let compiled = [
            // Stable compilers take unstable options, too, once they are told to. The toolchain stays
            // the one that everything else is compiled and tested with.
            (UNLOCKED, "1".to_owned()),
            ("CARGO_UNSTABLE_BUILD_STD", CRATES.to_owned()),
            ("CARGO_UNSTABLE_BUILD_STD_FEATURES", FEATURES.to_owned()),
            ("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}")),
        ];
        compiled.into_iter().filter(move |_| self == Self::Compiled)
    }
}

/// Where Cargo compiles the page: apart from everything else, which would be compiled again whenever
/// the variables above come and go.
pub fn target_directory(repository: &Repository) -> PathBuf {
    target_directory_of("page", repository)
}

/// Where Cargo compiles a part that has flags of its own.
pub fn target_directory_of(part: &str, repository: &Repository) -> PathBuf {
    below(std::env::var_os("CARGO_TARGET_DIR"), repository.root(), part)
}

/// A part's directory in the target directory that the user names, or in the usual one.
fn below(named: Option<OsString>, root: &Path, part: &str) -> PathBuf {
    root.join(named.filter(|name| !name.is_empty()).unwrap_or_else(|| "target".into())).join(part)
}

/// Whether the compiler, given the source, can compile the library: it has what [`FLAGS`] ask for
/// (1.92 and newer do), and the user did not choose otherwise.
pub fn can_be_compiled(repository: &Repository) -> bool {
    if std::env::var_os(CHOICE).is_some_and(|choice| choice == "prebuilt") {
        return false;
    }
    let mut rustc = process::program("rustc", repository.root());
    rustc.args(FLAGS).args(["--target", TARGET, "--print", "cfg"]).env(UNLOCKED, "1");
    process::answer(&mut rustc).is_some()
}

/// Whether the toolchain has the source of the standard library.
pub fn has_source(repository: &Repository) -> bool {
    let mut rustc = process::program("rustc", repository.root());
    process::answer(rustc.args(["--print", "sysroot"])).is_some_and(|sysroot| {
        let library: PathBuf =
            [&sysroot, "lib", "rustlib", "src", "rust", "library"].iter().map(Path::new).collect();
        library.join("std").join("Cargo.toml").is_file() && library.join("Cargo.lock").is_file()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_compiled_library_needs_to_be_told_of() {
        let told = |library: StandardLibrary| {
            let mut command = Command::new("cargo");
            library.tell(&mut command);
            command.get_envs().map(|(name, _)| name.to_owned()).collect::<Vec<_>>()
        };
        assert!(told(StandardLibrary::Prebuilt).is_empty());
        let mut beside = Command::new("cargo");
        StandardLibrary::Compiled.tell_beside(&mut beside);
        assert!(beside.get_envs().all(|(name, _)| name == "RUSTC_BOOTSTRAP"));
        assert!(told(StandardLibrary::Compiled).contains(&"RUSTC_BOOTSTRAP".into()));
    }

    #[test]
    fn the_label_has_all_that_makes_the_page_differ() {
        let label = StandardLibrary::Compiled.label();
        for part in [CRATES, FEATURES].iter().chain(&FLAGS) {
            assert!(label.contains(part), "{part} in {label}");
        }
        assert_ne!(label, StandardLibrary::Prebuilt.label());
    }

    #[test]
    fn the_page_is_compiled_apart() {
        let root = Path::new("/root");
        assert_eq!(below(None, root, "page"), Path::new("/root/target/page"));
        assert_eq!(below(Some("".into()), root, "page"), Path::new("/root/target/page"));
        assert_eq!(below(Some("out".into()), root, "page"), Path::new("/root/out/page"));
        assert_eq!(below(Some("/tmp/t".into()), root, "page"), Path::new("/tmp/t/page"));
    }
}
