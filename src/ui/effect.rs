//! Effects without their generics.

use leptos::prelude::Effect;

/// Runs `run` now and whenever a signal that it reads changes.
///
/// Leptos makes a copy of its effect's machinery, two kilobytes of Wasm, for every closure's
/// type; behind one boxed type there is one. What an effect remembers, its closure owns.
pub fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_| run());
}
