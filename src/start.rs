//! The start in several tasks, so that a phone can answer a finger in between.
//!
//! What a page is made of is put there bit by bit, in the order of the page: each [`InTurn`] when all
//! before it are there. What no one sees yet ([`use_unseen_turn`]) follows the first view. Once the start is
//! over, everything is put there at once.
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

/// Those who wait, the first in front.
type Turns = RefCell<VecDeque<ArcRwSignal<bool>>>;

type Then = RefCell<Vec<Box<dyn FnOnce()>>>;

#[derive(Default)]
struct Queue {
    /// With what the first view shows.
    seen: Turns,
    /// With what no one sees before doing something.
    unseen: Turns,
    /// Whether all is there that the first view shows.
    is_over: Cell<bool>,
    when_over: Then,
    when_complete: Then,
}

/// Puts the start into context. Nobody sees a page in the background, where browsers let a task wait for
/// a second, and one that is about to be printed is needed whole: there is no waiting then.
pub fn provide_start(at_once: bool) -> Start {
    let start = Start(Rc::new(Queue::default()));
    start.0.is_over.set(at_once || document().hidden());
    provide_context(StoredValue::new_local(start.clone()));
    let all = StoredValue::new_local(start.clone());
    use_window_event(ev::beforeprint, move |_| all.with_value(Start::finish));
    start
}

/// Whether the turn has come of the component that asks.
pub fn use_turn() -> Signal<bool> {
    turn_in(|queue| &queue.seen)
}

/// As [`use_turn`], of what no one sees before doing something: the first view does not wait for it.
pub fn use_unseen_turn() -> Signal<bool> {
    turn_in(|queue| &queue.unseen)
}

fn turn_in(turns: fn(&Queue) -> &Turns) -> Signal<bool> {
    let start = use_context::<StoredValue<Start, LocalStorage>>();
    start.map_or(Signal::stored(true), |start| start.with_value(|start| start.turn(turns)))
}

/// Runs `then` when all is there that the first view shows; at once where nobody waits. For components and
/// their effects.
pub fn when_whole(then: impl FnOnce() + 'static) {
    match use_context::<StoredValue<Start, LocalStorage>>() {
        Some(start) => start.with_value(|start| start.when_over(then)),
        None => then(),
    }
}

impl Start {
    fn turn(&self, turns: fn(&Queue) -> &Turns) -> Signal<bool> {
        if self.0.is_over.get() {
            return Signal::stored(true);
        }
        let turn = ArcRwSignal::new(false);
        turns(&self.0).borrow_mut().push_back(turn.clone());
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
        let turns = if self.0.is_over.get() { &self.0.unseen } else { &self.0.seen };
        let next = turns.borrow_mut().pop_front();
        next.inspect(|turn| turn.set(true)).is_some()
    }

    /// The first view is there, or what no one sees is, too.
    fn end(self) {
        self.0.is_over.set(true);
        run(&self.0.when_over);
        match self.0.unseen.borrow().is_empty() {
            true => run(&self.0.when_complete),
            // The first view is painted before.
            false => timing::after_paint({
                let start = self.clone();
                move || start.go_on()
            }),
        }
    }

    fn finish(&self) {
        while self.next() {}
        self.0.is_over.set(true);
        run(&self.0.when_over);
    }

    /// Runs `then` when all is there that the first view shows.
    pub fn when_over(&self, then: impl FnOnce() + 'static) {
        match self.0.is_over.get() {
            true => then(),
            false => self.0.when_over.borrow_mut().push(Box::new(then)),
        }
    }

    /// Runs `then` when all is there, what no one sees as well.
    pub fn when_complete(&self, then: impl FnOnce() + 'static) {
        self.0.when_complete.borrow_mut().push(Box::new(then));
    }
}

fn run(then: &Then) {
    then.take().into_iter().for_each(|then| then());
}
