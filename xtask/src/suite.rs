//! `cargo xtask test`: all checks in order, and one line with their count at the end.

use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::arguments::{Checks, Part};
use crate::browser_run::BrowserRun;
use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::libtest::{Tally, failed_test};
use crate::page;
use crate::process;
use crate::repository::Repository;
use crate::setup::{self, Browser, Need};

/// How many failed browser tests may run once more: where more fail, something is wrong.
const FEW: usize = 5;

/// The arguments that follow clippy's own.
const NO_WARNINGS: [&str; 3] = ["--", "-D", "warnings"];

/// The seed of all random cases, so that the same sources get the same verdict; `cargo xtask fuzz` looks
/// at others.
const SEED: (&str, &str) = ("PROPTEST_RNG_SEED", "20260131");

/// All native tests.
pub fn native_tests(repository: &Repository) -> Command {
    let mut tests = cargo(repository, &["test", "--no-fail-fast", "--workspace"]);
    tests.args(["--exclude", "browser-tests"]);
    tests
}

/// Runs the checks. One that fails does not keep the others from running.
pub fn test(repository: &Repository, checks: &Checks) -> Outcome<ExitCode> {
    let mut suite = Suite::new();

    let (lint, browser) = (checks.include(Part::Lint), checks.include(Part::Browser));
    let mut needs = Vec::new();
    needs.extend(lint.then_some([Need::Checkers, Need::WasmTarget]).into_iter().flatten());
    let asked = checks.engines();
    let (engines, named) = match &asked {
        Some(engines) => (engines.as_slice(), true),
        None => (Engine::ALL.as_slice(), false),
    };
    if browser {
        needs.push(Need::Page);
        needs.extend(engines.iter().map(|&engine| Need::Browser { engine, named }));
    }
    let ready = suite.set_up(repository, &needs);

    if lint {
        suite.check("formatting", cargo(repository, &["fmt", "--all", "--check"]));
        let mut native = cargo(repository, &["clippy", "--workspace", "--all-targets"]);
        native.args(NO_WARNINGS);
        suite.check("lints, native", native);
        let mut wasm = cargo(repository, &["clippy", "--target", "wasm32-unknown-unknown"]);
        for package in [
            "security-diplomacy-explorer",
            "explorer-engine-wasm",
            "explorer-packed-wasm",
            "explorer-table-wasm",
            "explorer-workbook-wasm",
        ] {
            wasm.args(["-p", package]);
        }
        wasm.args(["--lib", "--bins"]).args(NO_WARNINGS);
        suite.check("lints, wasm", wasm);
    }
    if checks.include(Part::Native) {
        let mut native = native_tests(repository);
        native.env(SEED.0, SEED.1);
        suite.harness("native tests", native);
    }
    if browser {
        if ready && suite.step("page build", || page::build(repository).map(|()| true)) {
            for &engine in engines {
                // Where it is missing after all, it cannot be had, and the setup has said so.
                if named || Browser::find(engine, repository).is_some() {
                    suite.browser_tests(repository, engine, checks);
                }
            }
            if engines.iter().all(|engine| Browser::find(*engine, repository).is_none()) {
                suite.count("browser tests", Tally::of_one(false), Duration::ZERO);
                eprintln!("The browser tests were skipped: there is no browser.");
            }
        } else {
            suite.count("browser tests", Tally::of_one(false), Duration::ZERO);
            eprintln!("The browser tests were skipped: there is no page for them to look at.");
        }
    }
    Ok(suite.report())
}

/// The checks so far.
struct Suite {
    /// What ran, with its counts and how long it took.
    steps: Vec<(&'static str, Tally, Duration)>,
}

impl Suite {
    /// Nothing has run yet.
    fn new() -> Self {
        Self { steps: Vec::new() }
    }

    /// Installs what is missing. A failure is told and counted, and the checks that can do
    /// without still run.
    fn set_up(&mut self, repository: &Repository, needs: &[Need]) -> bool {
        let start = Instant::now();
        match setup::set_up(repository, needs) {
            Ok(()) => true,
            Err(failure) => {
                eprintln!("{failure}");
                self.count("setup", Tally::of_one(false), start.elapsed());
                false
            }
        }
    }

    /// Runs a command that counts as one test.
    fn check(&mut self, name: &'static str, mut command: Command) -> bool {
        self.step(name, || process::succeeds(announced(&mut command)))
    }

    /// Does something that counts as one test.
    fn step(&mut self, name: &'static str, run: impl FnOnce() -> Outcome<bool>) -> bool {
        self.timed(name, |tally| {
            let passed = run()?;
            *tally += Tally::of_one(passed);
            Ok(())
        })
        .failed
            == 0
    }

    /// Runs a command that reports in the way of Rust's test harness.
    fn harness(&mut self, name: &'static str, mut command: Command) -> Tally {
        self.timed(name, |tally| run_harness(&mut command, tally, &mut |_| {}))
    }

    /// Runs the browser tests against the built page in an engine: all of them, or those with one of
    /// the names that were asked for in theirs. That none ran is a failure too. If only a few fail,
    /// they run once more, as drivers and busy machines fail, too; what passes then is counted, and said.
    fn browser_tests(&mut self, repository: &Repository, engine: Engine, checks: &Checks) {
        let names = &checks.names;
        let tests = |more: &[&str]| {
            let mut tests = cargo(repository, &["test", "--no-fail-fast", "-p", "browser-tests"]);
            tests.args(more);
            tests
        };
        self.timed(engine.tests(), |tally| {
            // Compiled before the driver starts, so that it does not wait for the compiler.
            if !process::succeeds(announced(&mut tests(&["--no-run"])))? {
                return Err(Failure::new("The browser tests do not compile."));
            }
            let mut failed = Vec::new();
            let run = BrowserRun::start(repository, engine)?;
            let mut command = tests(&[]);
            if !names.is_empty() {
                command.arg("--").args(names);
            }
            if checks.names_engines() {
                command.env("EVERY_TEST", "1");
            }
            run.describe_to(&mut command);
            run_harness(&mut command, tally, &mut |line| failed.extend(failed_test(line)))?;
            if tally.ran() == 0 {
                return Err(Failure::new("Not a single browser test ran."));
            }
            drop(run);
            // One that fails by itself fails twice.
            if tally.failed == failed.len() && (1..=FEW).contains(&failed.len()) {
                println!("\nOnce more, in fresh browsers: {}", failed.join(", "));
                let run = BrowserRun::start(repository, engine)?;
                let mut command = tests(&["--", "--exact"]);
                command.args(&failed).env("OWN_BROWSERS", "1").env("EVERY_TEST", "1");
                run.describe_to(&mut command);
                let mut again = Tally::default();
                run_harness(&mut command, &mut again, &mut |_| {})?;
                tally.passed += again.passed;
                tally.unsteady += again.passed;
                tally.failed -= again.passed.min(tally.failed);
            }
            Ok(())
        });
    }

    /// Runs one step, tells its failure, and notes its counts and how long it took.
    fn timed(&mut self, name: &'static str, run: impl FnOnce(&mut Tally) -> Outcome<()>) -> Tally {
        println!("\n== {name}");
        let start = Instant::now();
        let mut tally = Tally::default();
        if let Err(failure) = run(&mut tally) {
            eprintln!("{failure}");
            tally += Tally::of_one(false);
        }
        self.count(name, tally, start.elapsed());
        tally
    }

    /// Notes a step and tells how it went.
    fn count(&mut self, name: &'static str, tally: Tally, duration: Duration) {
        let verdict = if tally.failed == 0 { "passed" } else { "FAILED" };
        println!("== {name}: {verdict} in {:.1} s", duration.as_secs_f64());
        self.steps.push((name, tally, duration));
    }

    /// Prints all steps and, as the last line, the whole count.
    fn report(&self) -> ExitCode {
        let mut whole = Tally::default();
        println!();
        for (name, tally, duration) in &self.steps {
            println!(
                "{name:<24}{:>5} passed {:>4} failed {:>8.1} s{}",
                tally.passed,
                tally.failed,
                duration.as_secs_f64(),
                remarks(tally)
            );
            whole += *tally;
        }
        println!("\n{} passed, {} failed", whole.passed, whole.failed);
        if whole.failed == 0 && whole.ran() > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// What the numbers of passed and failed tests do not say.
fn remarks(tally: &Tally) -> String {
    let remarks = [(tally.in_part, "in part"), (tally.unsteady, "on the second try")];
    let said = remarks.iter().filter(|(count, _)| *count > 0);
    said.map(|(count, what)| format!(", {count} {what}")).collect()
}

/// Runs a test command and adds up what it reports; one that fails without a failed test, say
/// because it does not compile, counts as one.
fn run_harness(
    command: &mut Command,
    tally: &mut Tally,
    read: &mut dyn FnMut(&str),
) -> Outcome<()> {
    let passed = process::succeeds_reading(announced(command), |line| {
        tally.count_line(line);
        read(line);
    })?;
    if !passed && tally.failed == 0 {
        return Err(Failure::new("The tests ended with an error before they all ran."));
    }
    Ok(())
}

/// Cargo, run in the repository.
fn cargo(repository: &Repository, arguments: &[&str]) -> Command {
    let mut cargo = process::program("cargo", repository.root());
    cargo.args(arguments);
    cargo
}

/// Shows the command line before it runs.
fn announced(command: &mut Command) -> &mut Command {
    println!("$ {}", process::shown(command));
    command
}
