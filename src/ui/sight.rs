//! What is out of sight waits until the page rests.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use super::signal::at_end;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// How long nothing may change before what is out of sight is brought up to date.
const REST: Duration = Duration::from_millis(120);

/// Work for an element that is put off while nobody can see it.
#[derive(Default)]
pub struct Sight {
    /// Whether the browser has said that it is out of sight.
    hidden: Cell<bool>,
    /// The latest work that was put off.
    pending: RefCell<Option<Box<dyn FnOnce()>>>,
    turn: Cell<u32>,
}

impl Sight {
    /// Watches an element until the component that asks ends.
    pub fn of(element: &Element) -> Rc<Self> {
        let sight: Rc<Self> = Rc::default();
        let watched = sight.clone();
        let changed = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let last = entries.pop().unchecked_into::<IntersectionObserverEntry>();
            watched.hidden.set(!last.is_intersecting());
            if last.is_intersecting() {
                watched.catch_up();
            }
        });
        if let Ok(observer) = IntersectionObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(element);
            at_end(Box::new(move || {
                observer.disconnect();
                drop(changed);
            }));
        }
        sight
    }

    /// Does the work now, or, if nobody can see it and it is not urgent, once nothing has been
    /// asked for a while. What was put off before and not done is never done: the latest work is
    /// all there is to do.
    pub fn run(self: &Rc<Self>, urgent: bool, work: Box<dyn FnOnce()>) {
        self.turn.set(self.turn.get().wrapping_add(1));
        if urgent || !self.hidden.get() {
            self.pending.take();
            return work();
        }
        self.pending.replace(Some(work));
        let (sight, turn) = (self.clone(), self.turn.get());
        set_timeout(
            move || {
                if sight.turn.get() == turn {
                    sight.catch_up();
                }
            },
            REST,
        );
    }

    fn catch_up(&self) {
        let work = self.pending.take();
        if let Some(work) = work {
            work();
        }
    }
}
