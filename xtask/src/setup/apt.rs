//! Debian's packages, where they may be installed.

use std::path::Path;
use std::process::Command;

use super::progress::Line;
use crate::failure::Outcome;
use crate::process;
use crate::repository::Repository;

/// apt-get with the right to install.
pub struct Apt {
    repository: Repository,
    is_root: bool,
}

impl Apt {
    /// apt-get, if it is there and may be used: as root, or by `sudo` without a password.
    pub fn at_hand(repository: &Repository) -> Option<Self> {
        let root = repository.root();
        process::on_path("apt-get")?;
        let is_root = process::answer(process::program("id", root).arg("-u"))
            .is_some_and(|number| number == "0");
        let may_sudo =
            || process::answer(process::program("sudo", root).args(["-n", "true"])).is_some();
        (is_root || may_sudo()).then(|| Self { repository: repository.clone(), is_root })
    }

    /// Installs packages.
    pub fn install(&self, packages: &[&str], line: &mut Line) -> Outcome<()> {
        let log = self.repository.log("apt");
        process::run_logged(self.command().arg("update"), &log, |_| line.tick())?;
        let mut install = self.command();
        install.args(["install", "-y", "--no-install-recommends"]).args(packages);
        process::run_logged(&mut install, &log, |_| line.tick())
    }

    fn command(&self) -> Command {
        let root: &Path = self.repository.root();
        let mut command = process::program(if self.is_root { "env" } else { "sudo" }, root);
        if !self.is_root {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    }
}
