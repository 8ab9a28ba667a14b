//! The start in several tasks, so that a phone can answer a finger in between.
//!
//! What a page is made of is put there bit by bit, in the order of the page: each [`InTurn`] when all
//! before it are there. Once the start is over, everything is put there at once.
//!
//! [`InTurn`]: crate::components::in_turn::InTurn

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use js_sys::Promise;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::hooks::after_effects::behind_all;
use crate::hooks::use_window_event::use_window_event;
use crate::life::within;
use crate::timing;

/// How long bits follow each other within a task, in ms. The last one may begin just before, and the
/// browser's layout follows; from 50 ms on a wait is felt, and phones are four times as slow. After each task the
/// browser draws a frame, so shorter ones make the start longer.
const TASK: f64 = 8.0;

/// Goes on in a task of its own.
pub async fn next_task() {
    let task = Promise::new(&mut |go_on, _| {
        _ = window().set_timeout_with_callback(&go_on);
    });
    _ = JsFuture::from(task).await;
}

/// Who waits for a turn; in context.
#[derive(Clone)]
pub struct Start(Rc<Queue>);

struct Queue {
    waiting: RefCell<VecDeque<ArcRwSignal<bool>>>,
    is_over: Cell<bool>,
    then: RefCell<Vec<Box<dyn FnOnce()>>>,
}

/// Puts the start into context. Nobody sees a page in the background, where browsers let a task wait for
/// a second, and one that is about to be printed is needed whole: there is no waiting then.
pub fn provide_start(at_once: bool) -> Start {
    let start = Start(Rc::new(Queue {
        waiting: RefCell::default(),
        is_over: Cell::new(at_once || document().hidden()),
        then: RefCell::default(),
    }));
    provide_context(StoredValue::new_local(start.clone()));
    let all = StoredValue::new_local(start.clone());
    use_window_event(ev::beforeprint, move |_| all.with_value(Start::finish));
    start
}

/// Whether the turn has come of the component that asks.
pub fn use_turn() -> Signal<bool> {
    let start = use_context::<StoredValue<Start, LocalStorage>>();
    start.map_or(Signal::stored(true), |start| start.with_value(Start::turn))
}

/// Runs `then` when the page is whole; at once where nobody waits. For components and their effects.
pub fn when_whole(then: impl FnOnce() + 'static) {
    match use_context::<StoredValue<Start, LocalStorage>>() {
        Some(start) => start.with_value(|start| start.when_over(then)),
        None => then(),
    }
}

impl Start {
    fn turn(&self) -> Signal<bool> {
        if self.0.is_over.get() {
            return Signal::stored(true);
        }
        let turn = ArcRwSignal::new(false);
        self.0.waiting.borrow_mut().push_back(turn.clone());
        RwSignal::from(turn).into()
    }

    /// Goes on in a task of its own, and in further ones until nobody waits any more.
    pub fn go_on(self) {
        let go_on = within(move || self.go_on_until(timing::now() + TASK));
        set_timeout(go_on, Duration::ZERO);
    }

    fn go_on_until(self, end: f64) {
        if !self.next() {
            return self.end();
        }
        // What a turn puts there comes with the effects.
        behind_all(move || match timing::now() < end {
            true => self.go_on_until(end),
            false => self.go_on(),
        });
    }

    /// Lets the next one have its turn. Whether there was one.
    fn next(&self) -> bool {
        let next = self.0.waiting.borrow_mut().pop_front();
        next.inspect(|turn| turn.set(true)).is_some()
    }

    fn finish(&self) {
        while self.next() {}
        self.end();
    }

    fn end(&self) {
        self.0.is_over.set(true);
        self.0.then.take().into_iter().for_each(|then| then());
    }

    /// Runs `then` when the page is whole.
    pub fn when_over(&self, then: impl FnOnce() + 'static) {
        match self.0.is_over.get() {
            true => then(),
            false => self.0.then.borrow_mut().push(Box::new(then)),
        }
    }
}
