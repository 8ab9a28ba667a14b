//! Where it was measured.

use std::fs;

use browser_tests::transfer::compressed;
use browser_tests::{Failure, Outcome};

use crate::measured::Set;

/// A line about machine, browser, versions and date, and one about the size of the engine.
pub fn about(set: &Set, versions: &str, wasm: &str) -> Outcome<String> {
    let first = set.engines.first().ok_or_else(|| Failure::new("nothing was measured"))?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let processor = first_of("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown".into());
    let memory = first_of("/proc/meminfo", "MemTotal")
        .and_then(|text| text.split_whitespace().next()?.parse::<u64>().ok())
        .map_or(String::new(), |kilobytes| format!(", {} GiB", kilobytes >> 20));
    let load = fs::read_to_string("/proc/loadavg").ok().and_then(|text| {
        let last_minutes: f64 = text.split_whitespace().nth(2)?.parse().ok()?;
        Some(last_minutes)
    });
    let busy = load.filter(|&load| load > cores as f64).map_or(String::new(), |load| {
        format!("\n\n**The machine was busy with other work** ({load:.1} processes wanted its {cores} cores, on average of a quarter of an hour): all times are longer than on a quiet one, and long ones are stretched more than short ones, which flatters this engine’s ratios. The least times suffer less from that.")
    });
    let browser = first.browser.split_whitespace().find(|word| word.contains("Chrome/"));
    let wasm =
        fs::read(wasm).map_err(|error| Failure::new(format!("cannot read {wasm}: {error}")))?;
    let size = compressed(&wasm)
        .map_err(|error| Failure::new(format!("cannot compress the engine: {error}")))?;
    Ok(format!(
        "Measured on {} with {} {}, {cores} cores of {processor}{memory}, in {} without a window; {versions}. The engine is a Wasm module of {} kB, {} kB after brotli.{busy}",
        first.date,
        std::env::consts::OS,
        std::env::consts::ARCH,
        browser.unwrap_or("Chromium"),
        wasm.len() / 1000,
        size.div_ceil(1000),
    ))
}

/// The first value of a key in one of the kernel's lists.
fn first_of(path: &str, key: &str) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let line = text.lines().find(|line| line.starts_with(key))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
