//! Browsers that no longer answer, and keep their driver from starting another one.

use std::fs;
use std::process::Command;

/// The variable in a browser's surroundings that names its driver.
pub const DRIVER: &str = "EXPLORER_DRIVER";

/// Ends the browsers that a driver has started. Only Linux tells which these are.
pub fn end(driver: &str) {
    let marked = format!("{DRIVER}={driver}");
    let processes = fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok);
    for process in processes {
        let surroundings = fs::read(process.path().join("environ")).unwrap_or_default();
        if surroundings.split(|byte| *byte == 0).any(|word| word == marked.as_bytes()) {
            _ = Command::new("kill").arg("-9").arg(process.file_name()).status();
        }
    }
}
