//! Memos and effects of boxed functions.
//!
//! Every function has a type of its own, and `Memo::new` and `Effect::new` would be compiled for each of
//! them: some hundred copies of all that makes a memo or an effect. These are compiled once per type of
//! value.

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
        Effect::new(move || run());
    }
    boxed(Box::new(run));
}
