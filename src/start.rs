//! The start in several tasks, so that a phone can answer a finger in between.
//!
//! What a page is made of is put there bit by bit, each [`InTurn`] when all before it are there: what the window
//! shows, then what answers a pointer there, then what is below the window or not listed yet ([`Stage`]). Once
//! all of it is there, what comes later is put there at once. A page that follows another one begins anew: its
//! first frame has as much of it as a task has time for.
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
use crate::{position, timing};

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

/// What a part of a page is for. Those of an earlier stage have their turn first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The first view: what the window shows.
    InSight,
    /// What lies over it for the pointer and the keyboard, and is not seen.
    Marks,
    /// What is below the window, or in a panel that is not open.
    OutOfSight,
    /// What is not listed until a reader asks for more.
    Unlisted,
}

/// Where a part of a page begins at the earliest, in CSS pixels from the window's top.
pub type Begins = Callback<(), f64>;

struct Turn {
    stage: Stage,
    begins: Option<Begins>,
    signal: ArcRwSignal<bool>,
}

impl Turn {
    fn is_below(&self) -> bool {
        let height = window().inner_height().ok().and_then(|height| height.as_f64());
        let begins = self.begins.and_then(|begins| begins.try_run(()));
        begins.zip(height).is_some_and(|(begins, height)| begins >= height)
    }
}

type Then = RefCell<Vec<Box<dyn FnOnce()>>>;

#[derive(Default)]
struct Queue {
    turns: RefCell<VecDeque<Turn>>,
    /// Whether the first view is all that is laid out: a reader who comes back to a place needs what is above it.
    is_of_all: Cell<bool>,
    /// Whether a page is there, or on its way.
    has_page: Cell<bool>,
    /// Whether all is there that the first view shows.
    is_over: Cell<bool>,
    /// Whether all is there.
    is_complete: Cell<bool>,
    when_over: Then,
    when_complete: Then,
}

/// Puts the start into context. Nobody sees a page in the background, where browsers let a task wait for
/// a second, and one that is about to be printed is needed whole: there is no waiting then.
pub fn provide_start(at_once: bool) -> Start {
    let start = Start(Rc::new(Queue::default()));
    start.0.is_of_all.set(position::is_noted());
    if at_once || document().hidden() {
        start.finish();
    }
    provide_context(StoredValue::new_local(start.clone()));
    let all = StoredValue::new_local(start.clone());
    use_window_event(ev::beforeprint, move |_| {
        all.with_value(Start::finish);
        // Paper waits for no frame, nor do the rows that follow one.
        behind_all(timing::paint_now);
    });
    start
}

/// Begins anew for the page that is made here. A reader who comes back has all of it at once: the place to return
/// to may be far down.
pub fn begin_page() {
    if let Some(start) = use_context::<StoredValue<Start, LocalStorage>>() {
        start.with_value(Start::begin_page);
    }
}

/// Whether the turn has come of the component that asks. With `begins`, whether it is in sight is asked when it
/// would be its turn.
pub fn use_turn(stage: Stage, begins: Option<Begins>) -> Signal<bool> {
    let start = use_context::<StoredValue<Start, LocalStorage>>();
    start.map_or(Signal::stored(true), |start| start.with_value(|start| start.turn(stage, begins)))
}

/// Runs `then` when all is there; at once where nobody waits. For components and their effects.
pub fn when_complete(then: impl FnOnce() + 'static) {
    match use_context::<StoredValue<Start, LocalStorage>>() {
        Some(start) => start.with_value(|start| start.when_complete(then)),
        None => then(),
    }
}

impl Start {
    fn turn(&self, stage: Stage, begins: Option<Begins>) -> Signal<bool> {
        if self.0.is_complete.get() {
            return Signal::stored(true);
        }
        let signal = ArcRwSignal::new(false);
        let turn = Turn { stage, begins, signal: signal.clone() };
        self.0.turns.borrow_mut().push_back(turn);
        RwSignal::from(signal).into()
    }

    fn begin_page(&self) {
        // The first page is part of the start of the application.
        if !self.0.has_page.replace(true) {
            return;
        }
        if position::is_noted() || document().hidden() {
            return self.finish();
        }
        // What is still to come of the page before has nobody waiting for it: this one follows in its turns.
        if self.0.is_complete.replace(false) {
            self.0.is_over.set(false);
            let start = self.clone();
            behind_all(move || start.go_on_until(timing::now() + TASK));
        }
    }

    /// Goes on in a task of its own, and in further ones until nobody waits any more.
    pub fn go_on(self) {
        let go_on = within(move || {
            // Here, where the layout is as it was painted: to ask for it later would have it computed.
            self.leave_what_is_below();
            self.go_on_until(timing::now() + TASK);
        });
        set_timeout(go_on, Duration::ZERO);
    }

    fn go_on_until(self, end: f64) {
        if !self.0.is_over.get() && !self.has_more_to_show() {
            self.0.is_over.set(true);
            run(&self.0.when_over);
            // It is painted before the others follow.
            return timing::after_paint(move || self.go_on());
        }
        if !self.next() {
            return self.finish();
        }
        // What a turn puts there comes with the effects.
        behind_all(move || match timing::now() < end {
            true => self.go_on_until(end),
            false => self.go_on(),
        });
    }

    /// Until the first view is there: those whose turn it would be have it later if they are below the window.
    fn leave_what_is_below(&self) {
        while !self.0.is_over.get() && self.is_waiting(Stage::InSight) {
            let Some(mut turn) = self.take() else { return };
            let is_below = turn.is_below();
            if is_below {
                turn.stage = Stage::OutOfSight;
                self.0.turns.borrow_mut().push_back(turn);
            } else {
                return self.0.turns.borrow_mut().push_front(turn);
            }
        }
    }

    /// The one whose turn it is.
    fn take(&self) -> Option<Turn> {
        let mut turns = self.0.turns.borrow_mut();
        // The first of those of the earliest stage.
        let (at, _) = turns.iter().enumerate().min_by_key(|(_, turn)| turn.stage)?;
        turns.remove(at)
    }

    /// Whether the first view lacks anything.
    fn has_more_to_show(&self) -> bool {
        let is_of_all = self.0.is_of_all.get();
        self.is_waiting(Stage::InSight) || is_of_all && self.is_waiting(Stage::OutOfSight)
    }

    fn is_waiting(&self, stage: Stage) -> bool {
        self.0.turns.borrow().iter().any(|turn| turn.stage == stage)
    }

    /// Lets the next one have its turn. Whether there was one.
    fn next(&self) -> bool {
        self.take().inspect(|turn| turn.signal.set(true)).is_some()
    }

    /// Waits no longer.
    fn finish(&self) {
        while self.next() {}
        self.0.is_over.set(true);
        self.0.is_complete.set(true);
        run(&self.0.when_over);
        run(&self.0.when_complete);
    }

    /// Runs `then` when all is there that the first view shows.
    pub fn when_over(&self, then: impl FnOnce() + 'static) {
        when(&self.0.is_over, &self.0.when_over, then);
    }

    /// Runs `then` when all is there.
    pub fn when_complete(&self, then: impl FnOnce() + 'static) {
        when(&self.0.is_complete, &self.0.when_complete, then);
    }
}

fn when(is_so: &Cell<bool>, list: &Then, then: impl FnOnce() + 'static) {
    match is_so.get() {
        true => then(),
        false => list.borrow_mut().push(Box::new(then)),
    }
}

fn run(list: &Then) {
    list.take().into_iter().for_each(|then| then());
}
