//! The drivers that are there: two, so that two browsers are busy at a time. More of them would
//! measure the machine, not the page.

use std::sync::{Condvar, Mutex, PoisonError};

use crate::environment::Environment;
use crate::kept::Kept;

/// What is known of all drivers, by their numbers.
struct Lanes {
    /// Those that are taken.
    taken: Vec<usize>,
    /// The browsers that run and wait for a test.
    kept: Vec<(usize, Kept)>,
}

static LANES: Mutex<Lanes> = Mutex::new(Lanes { taken: Vec::new(), kept: Vec::new() });
static FREED: Condvar = Condvar::new();

/// A driver that nobody else uses: those of Firefox and WebKit hold one session at a time.
#[derive(Debug)]
pub struct Lane(usize);

impl Lane {
    /// Waits for a driver.
    pub fn take(environment: &Environment) -> Self {
        let count = environment.drivers.len();
        let mut lanes = LANES.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(free) = (0..count).find(|lane| !lanes.taken.contains(lane)) {
                lanes.taken.push(free);
                return Self(free);
            }
            lanes = FREED.wait(lanes).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Its address.
    pub fn driver<'a>(&self, environment: &'a Environment) -> &'a str {
        &environment.drivers[self.0]
    }

    /// The browser that the last test has left; whoever asks has to use or to close it.
    pub fn kept(&self) -> Option<Kept> {
        let mut lanes = LANES.lock().unwrap_or_else(PoisonError::into_inner);
        let place = lanes.kept.iter().position(|(lane, _)| *lane == self.0)?;
        Some(lanes.kept.swap_remove(place).1)
    }

    /// Leaves a browser to the next test.
    pub fn keep(&self, browser: Kept) {
        LANES.lock().unwrap_or_else(PoisonError::into_inner).kept.push((self.0, browser));
    }
}

impl Drop for Lane {
    fn drop(&mut self) {
        let mut lanes = LANES.lock().unwrap_or_else(PoisonError::into_inner);
        lanes.taken.retain(|lane| *lane != self.0);
        FREED.notify_one();
    }
}
