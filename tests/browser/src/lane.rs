//! The drivers that are there: two, so that two browsers are busy at a time. More of them would
//! measure the machine, not the page.

use std::sync::{Condvar, Mutex, PoisonError};

use crate::environment::Environment;

/// Numbers of the drivers that are taken.
static TAKEN: Mutex<Vec<usize>> = Mutex::new(Vec::new());
static FREED: Condvar = Condvar::new();

/// A driver that nobody else uses: those of Firefox and WebKit hold one session at a time.
#[derive(Debug)]
pub struct Lane(usize);

impl Lane {
    /// Waits for a driver.
    pub fn take(environment: &Environment) -> Self {
        let count = environment.drivers.len();
        let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(free) = (0..count).find(|lane| !taken.contains(lane)) {
                taken.push(free);
                return Self(free);
            }
            taken = FREED.wait(taken).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Its address.
    pub fn driver<'a>(&self, environment: &'a Environment) -> &'a str {
        &environment.drivers[self.0]
    }
}

impl Drop for Lane {
    fn drop(&mut self) {
        TAKEN.lock().unwrap_or_else(PoisonError::into_inner).retain(|lane| *lane != self.0);
        FREED.notify_one();
    }
}
