//! Memos, effects and texts whose functions are boxed.
//!
//! Every function has a type of its own, and what takes it is compiled for each: `Memo::new` and
//! `Effect::new`, or whatever shows a text that changes, would be there some hundred times. These are
//! compiled once per type of value.

use leptos::prelude::*;

/// A memo of what a function computes.
pub fn memo<T>(compute: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    fn boxed<T>(compute: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| compute())
    }
    boxed(Box::new(compute))
}

/// Runs a function now and whenever a signal changes that it reads.
pub fn effect(run: impl Fn() + 'static) {
    fn boxed(run: Box<dyn Fn()>) {
        Effect::new(run);
    }
    boxed(Box::new(run));
}

/// A text that follows the signals that its function reads.
pub fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(read)
}
