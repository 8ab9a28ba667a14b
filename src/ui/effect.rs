//! Effects without their generics.

use leptos::prelude::Effect;

/// What an effect does. A trait of its own, as others beside it in this folder: a `dyn FnMut` also
/// knows how to be called for the last time, which is one more copy of every closure.
trait Run {
    fn run(&mut self);
}

impl<F: FnMut()> Run for F {
    fn run(&mut self) {
        self();
    }
}

/// Runs `run` now and whenever a signal that it reads changes.
///
/// Leptos makes a copy of its effect's machinery, two kilobytes of Wasm, for every closure's
/// type; behind one boxed type there is one. What an effect remembers, its closure owns.
pub fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn Run> = Box::new(run);
    Effect::new(move |_| run.run());
}
