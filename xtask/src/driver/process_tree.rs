//! The processes a process has started, and their end.

use std::process::{Command, Stdio};

/// All processes started by the process `ancestor`, by itself or through others.
pub fn descendants(ancestor: u32) -> Vec<u32> {
    if cfg!(windows) {
        return Vec::new(); // taskkill finds them by itself
    }
    let parents = parents();
    let mut found = vec![ancestor];
    let mut next = 0;
    while let Some(&parent) = found.get(next) {
        found.extend(parents.iter().filter(|(_, of)| *of == parent).map(|(child, _)| *child));
        next += 1;
    }
    found.split_off(1)
}

/// Ends those of `family` that still live, and on Windows all that `ancestor` started.
pub fn kill(ancestor: u32, family: &[u32]) {
    let mut command = if cfg!(windows) {
        let mut taskkill = Command::new("taskkill");
        taskkill.args(["/T", "/F", "/PID", &ancestor.to_string()]);
        taskkill
    } else if family.is_empty() {
        return;
    } else {
        let mut shell = Command::new("sh");
        shell.args(["-c", "kill -KILL \"$@\"", "kill"]).args(family.iter().map(u32::to_string));
        shell
    };
    let _ = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
}

/// Every process with its parent: from `/proc` where there is one, otherwise from `ps`.
fn parents() -> Vec<(u32, u32)> {
    let Ok(directory) = std::fs::read_dir("/proc") else {
        let output = Command::new("ps").args(["-A", "-o", "pid=,ppid="]).output();
        let text = output.map(|output| output.stdout).unwrap_or_default();
        return String::from_utf8_lossy(&text).lines().filter_map(pair).collect();
    };
    directory
        .filter_map(|entry| {
            let name = entry.ok()?.file_name();
            let process = name.to_str()?.parse().ok()?;
            let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
            Some((process, parent_in(&stat)?))
        })
        .collect()
}

/// A process and its parent from a line of `ps`.
fn pair(line: &str) -> Option<(u32, u32)> {
    let mut numbers = line.split_whitespace().map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// The parent in the text of `/proc/N/stat`: the second field after the name, which stands in
/// brackets and may contain anything.
fn parent_in(stat: &str) -> Option<u32> {
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parent_is_read_from_ps_and_proc() {
        assert_eq!(pair("  42   7 "), Some((42, 7)));
        assert_eq!(pair(""), None);
        assert_eq!(parent_in("42 (a (b) c) S 7 42 42 0"), Some(7));
    }

    #[cfg(unix)]
    #[test]
    #[allow(clippy::unwrap_used)]
    fn a_started_process_is_found_and_ended() {
        let mut child = Command::new("sleep").arg("60").spawn().unwrap();
        let found = descendants(std::process::id());
        assert!(found.contains(&child.id()));
        kill(child.id(), &[child.id()]);
        assert!(!child.wait().unwrap().success());
    }
}
