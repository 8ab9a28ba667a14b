//! Debian's packages, where they may be installed.

use std::path::Path;
use std::process::Command;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::progress::Line;
use crate::failure::Outcome;
use crate::process;
use crate::repository::Repository;

/// How often to look whether an installation has ended.
const POLL: Duration = Duration::from_millis(100);

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
        self.run(packages, |_| line.tick())
    }

    /// Installs packages while other things are compiled: that waits for the network and the disk,
    /// this for the processor.
    pub fn install_meanwhile(self, packages: Vec<&'static str>) -> Meanwhile {
        Meanwhile(thread::spawn(move || {
            // What is missing afterwards is installed in its turn, and tells why if it fails.
            let _ = self.run(&packages, |_| ());
        }))
    }

    fn run(&self, packages: &[&str], mut tick: impl FnMut(Duration)) -> Outcome<()> {
        let log = self.repository.log("apt");
        process::run_logged(self.command().arg("update"), &log, &mut tick)?;
        let mut install = self.command();
        install.args(["install", "-y", "--no-install-recommends"]).args(packages);
        process::run_logged(&mut install, &log, tick)
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

/// An installation that goes on beside others. The program that leaves it alone leaves it to apt-get,
/// which brings it to its end.
pub struct Meanwhile(JoinHandle<()>);

impl Meanwhile {
    /// Waits until it has ended, well or not.
    pub fn wait(self, line: &mut Line) {
        while !self.0.is_finished() {
            line.tick();
            thread::sleep(POLL);
        }
    }
}
