//! Signals and what is derived from them, without their generics.
//!
//! Leptos makes a copy of a signal's and a memo's machinery, half a kilobyte and more of Wasm, for
//! every type of value. Here the values lie beside it: what Leptos tracks is a trigger without a
//! value, and a number that grows with each change, of which there is one kind each. This saves
//! 7 kB of the first load.

use std::cell::RefCell;

use leptos::prelude::{Get, GetUntracked, Memo, Notify, Track, Trigger, on_cleanup};
use send_wrapper::SendWrapper;

/// A value that tells those who read it of its changes.
///
/// It is a copy of a reference to a place that is never given back: signals are few, and what they
/// hold is small.
pub struct Signal<T: 'static> {
    value: &'static RefCell<T>,
    changes: Trigger,
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T> Signal<T> {
    /// A signal with its first value.
    pub fn new(value: T) -> Self {
        Self { value: Box::leak(Box::new(RefCell::new(value))), changes: Trigger::new() }
    }

    /// Takes another value, and tells of it even if it is the same.
    pub fn set(self, value: T) {
        self.value.replace(value);
        self.changes.notify();
    }

    /// Changes the value in place, and tells of it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        change(&mut self.value.borrow_mut());
        self.changes.notify();
    }

    /// Reads the value in place; who reads is told of changes.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.track();
        self.with_untracked(read)
    }

    /// Reads the value in place, and is not told of changes.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(&self.value.borrow())
    }

    /// Is told of changes without reading.
    pub fn track(self) {
        self.changes.track();
    }
}

impl<T: Clone> Signal<T> {
    /// A copy of the value; who reads is told of changes.
    pub fn get(self) -> T {
        self.track();
        self.get_untracked()
    }

    /// A copy of the value, without being told of changes.
    pub fn get_untracked(self) -> T {
        self.value.borrow().clone()
    }
}

/// A value computed from signals, anew only when they change, which tells those who read it only of
/// another value.
pub struct Derived<T: 'static> {
    kept: &'static Kept<T>,
    /// How many values there were.
    version: Memo<u32>,
}

/// What is derived, and how. Its place is never given back; its value is, at the end of the
/// component that asked for it.
struct Kept<T> {
    value: RefCell<Option<T>>,
    compute: Box<dyn Compute<T>>,
}

/// How to derive a value. A trait of its own for the reason that `effect.rs` gives.
trait Compute<T> {
    fn compute(&self) -> T;
}

impl<T, F: Fn() -> T> Compute<T> for F {
    fn compute(&self) -> T {
        self()
    }
}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T: PartialEq> Derived<T> {
    /// A value that `compute` gives.
    pub fn new(compute: impl Fn() -> T + 'static) -> Self {
        let kept: &'static Kept<T> =
            Box::leak(Box::new(Kept { value: RefCell::new(None), compute: Box::new(compute) }));
        let version = versions(Box::new(|| {
            let now = Some(kept.compute.compute());
            let changed = *kept.value.borrow() != now;
            if changed {
                kept.value.replace(now);
            }
            changed
        }));
        at_end(Box::new(|| drop(kept.value.take())));
        Self { kept, version }
    }
}

impl<T> Derived<T> {
    /// Reads the value in place; who reads is told of changes.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.track();
        self.read(read)
    }

    /// Reads the value in place, and is not told of changes.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.version.try_get_untracked();
        self.read(read)
    }

    /// Is told of changes without reading.
    pub fn track(self) {
        self.version.try_get();
    }

    fn read<U>(self, read: impl FnOnce(&T) -> U) -> U {
        if let Some(value) = &*self.kept.value.borrow() {
            return read(value);
        }
        // Asked after the end of its component.
        read(&self.kept.compute.compute())
    }
}

impl<T: Clone> Derived<T> {
    /// A copy of the value; who reads is told of changes.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of the value, without being told of changes.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

/// Counts how often `refresh` finds another value.
fn versions(refresh: Box<dyn Fn() -> bool>) -> Memo<u32> {
    let refresh = SendWrapper::new(refresh);
    Memo::new(move |version: Option<&u32>| version.unwrap_or(&0).wrapping_add(u32::from(refresh())))
}

/// Runs `end` when the component that asks ends.
pub fn at_end(end: Box<dyn FnOnce()>) {
    let end = SendWrapper::new(end);
    on_cleanup(move || end.take()());
}
