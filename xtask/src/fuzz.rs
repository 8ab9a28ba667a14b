//! `cargo xtask fuzz`: the native tests with random cases that nobody has seen yet.

use std::hash::{BuildHasher as _, RandomState};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;
use crate::suite::native_tests;

/// How many cases a property is tried with that does not say it itself.
const CASES: &str = "2000";

/// Runs the tests again and again, each time from another seed, until the time is over or one fails. What
/// fails stands in `proptest-regressions/` beside its test, and is tried first from then on; such a
/// file belongs into the repository.
pub fn fuzz(repository: &Repository, minutes: u64) -> Outcome<ExitCode> {
    let (start, limit) = (Instant::now(), Duration::from_secs(minutes.saturating_mul(60)));
    let mut rounds = 0;
    while rounds == 0 || start.elapsed() < limit {
        rounds += 1;
        // The standard library's hashes begin with something random.
        let seed = RandomState::new().hash_one(rounds);
        println!("\n== Round {rounds}, seed {seed}");
        let mut tests = native_tests(repository);
        tests
            .arg("--quiet")
            .env("PROPTEST_RNG_SEED", seed.to_string())
            .env("PROPTEST_CASES", CASES);
        if !process::succeeds(&mut tests)? {
            return Err(Failure::new(format!(
                "A test failed; `PROPTEST_RNG_SEED={seed} PROPTEST_CASES={CASES} {}` does the same again.",
                process::shown(&tests)
            )));
        }
    }
    println!("\nNo failure in {rounds} rounds, {} minutes.", start.elapsed().as_secs() / 60);
    Ok(ExitCode::SUCCESS)
}
