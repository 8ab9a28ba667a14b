//! What follows the effects of a change: canvases are painted once all components have changed the
//! document, and all of them together.
//!
//! To read a font, a canvas first brings the document's styles up to date. Painted between the changes
//! of the document, every canvas would have them computed anew.

use std::cell::RefCell;

use leptos::prelude::queue_microtask;

use crate::life::within;

/// How many rounds of microtasks a change takes: effects of Leptos are microtasks, and what one of them
/// changes is another's.
const ROUNDS: u32 = 6;

type Work = Box<dyn FnOnce()>;

thread_local! {
    static WAITING: RefCell<Vec<Work>> = const { RefCell::new(Vec::new()) };
}

/// Runs `work` behind the effects of the change that is going on, before the browser draws its next
/// frame, in the order in which it was asked for.
pub fn after_effects(work: impl FnOnce() + 'static) {
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(Box::new(within(work)));
        waiting.len() == 1
    });
    if is_first {
        after_microtasks(ROUNDS, Box::new(|| WAITING.take().into_iter().for_each(|work| work())));
    }
}

/// Runs `work` when all is done that [`after_effects`] was asked for by a change that begins now.
pub fn behind_all(work: impl FnOnce() + 'static) {
    after_microtasks(2 * ROUNDS, Box::new(within(work)));
}

/// Runs `then` behind so many rounds of microtasks.
fn after_microtasks(rounds: u32, then: Work) {
    match rounds.checked_sub(1) {
        Some(rounds) => queue_microtask(move || after_microtasks(rounds, then)),
        None => then(),
    }
}
