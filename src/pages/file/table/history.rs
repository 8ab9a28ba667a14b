//! The steps of a reader through a table, in the browser's history. The address stays the same, as no
//! link can hold somebody's file: a step has a number there, and what it stands for stays in memory.

use std::collections::HashMap;

use js_sys::{Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

use explorer_table::measure::Measure;
use explorer_table::table_filters::TableFilters;

/// What the number of a step is called in the history's state. The page keeps other things there.
const KEY: &str = "table";

/// What a step leads to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableStep {
    /// The filters.
    pub filters: TableFilters,
    /// What charts count.
    pub measure: Measure,
    /// The charts that are shown as tables.
    pub tables: Vec<String>,
}

/// The steps of one table.
pub struct TableHistory {
    steps: HashMap<u64, TableStep>,
    /// The number of the present one.
    current: u64,
}

impl TableHistory {
    /// The present step is the first one of a table without filters. The numbers begin with the
    /// time: the history may have steps of an earlier table, even of one before a reload.
    pub fn new() -> Self {
        let current = js_sys::Date::now().max(0.0) as u64 * 1000;
        let history = Self { steps: HashMap::from([(current, TableStep::default())]), current };
        history.mark();
        history
    }

    /// A deliberate step, which back undoes.
    pub fn push(&mut self, step: TableStep) {
        if self.steps.get(&self.current) == Some(&step) {
            return;
        }
        // The reader may have come here by a link of the page since.
        self.mark();
        let next = self.steps.keys().max().map_or(0, |last| last + 1);
        self.steps.insert(next, step);
        self.current = next;
        if let Ok(history) = window().history() {
            // A browser may refuse: then the filters are right, and only back leads elsewhere.
            _ = history.push_state(&with_number(&JsValue::NULL, next), "");
        }
    }

    /// The present step has gone on, as a drag does.
    pub fn replace(&mut self, step: TableStep) {
        self.steps.insert(self.current, step);
    }

    /// The step that the browser has gone to, if it is one of this table.
    pub fn arrived(&mut self) -> Option<TableStep> {
        let number = number_in(&state())?;
        let step = self.steps.get(&number)?.clone();
        self.current = number;
        Some(step)
    }

    /// Notes the present step in the browser's history.
    fn mark(&self) {
        let state = state();
        if number_in(&state) == Some(self.current) {
            return;
        }
        if let Ok(history) = window().history() {
            _ = history.replace_state(&with_number(&state, self.current), "");
        }
    }
}

fn state() -> JsValue {
    let history = window().history();
    history.and_then(|history| history.state()).unwrap_or(JsValue::NULL)
}

fn number_in(state: &JsValue) -> Option<u64> {
    let state = state.dyn_ref::<Object>()?;
    let number = Reflect::get(state, &KEY.into()).ok()?.as_f64()?;
    (number >= 0.0).then_some(number as u64)
}

/// A state with the number of a step, and what else is in it.
fn with_number(state: &JsValue, number: u64) -> JsValue {
    let with = Object::new();
    if let Some(state) = state.dyn_ref::<Object>() {
        Object::assign(&with, state);
    }
    // A number of this size is exact in JavaScript, too.
    _ = Reflect::set(&with, &KEY.into(), &JsValue::from_f64(number as f64));
    with.into()
}
