//! What the view of a table asks of its service: all that is shown is asked in one request per step, and
//! no further one is sent before its reply has come. So steps that follow each other faster than they are
//! answered, as in a drag, are merged, and nothing is shown that is older than what was shown before.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use explorer_table::{Answer, Question};

/// Takes an answer.
pub type Deliver = Rc<dyn Fn(Answer)>;

/// Something that is shown.
struct Shown {
    deliver: Deliver,
    /// Under which version of the filters it was asked for last, and what.
    asked: Option<(u32, Question)>,
    is_due: bool,
}

/// What is shown of a table.
#[derive(Default)]
pub struct Desk {
    shown: RefCell<BTreeMap<u64, Shown>>,
    next: RefCell<u64>,
    is_busy: RefCell<bool>,
}

impl Desk {
    /// Adds something that is shown; `answered` says which question is answered already, and under which
    /// version of the filters.
    pub fn add(&self, deliver: Deliver, answered: Option<(u32, Question)>) -> u64 {
        let key = {
            let mut next = self.next.borrow_mut();
            *next += 1;
            *next
        };
        let shown = Shown { deliver, asked: answered, is_due: false };
        self.shown.borrow_mut().insert(key, shown);
        key
    }

    /// It is shown no more.
    pub fn remove(&self, key: u64) {
        self.shown.borrow_mut().remove(&key);
    }

    /// It has to be asked for, unless it was. Whether that is so.
    pub fn is_due(&self, key: u64, version: u32, question: Question) -> bool {
        let mut shown = self.shown.borrow_mut();
        let Some(shown) = shown.get_mut(&key) else { return false };
        let asked = Some((version, question));
        if shown.asked == asked {
            return false;
        }
        shown.asked = asked;
        shown.is_due = true;
        true
    }

    /// What has to be asked for now: nothing while a reply is awaited. Whoever takes it asks.
    pub fn take(&self) -> Vec<(u64, Question)> {
        if *self.is_busy.borrow() {
            return Vec::new();
        }
        let mut shown = self.shown.borrow_mut();
        let due = shown.iter_mut().filter(|(_, shown)| shown.is_due);
        let due: Vec<(u64, Question)> = due
            .filter_map(|(key, shown)| {
                shown.is_due = false;
                Some((*key, shown.asked.as_ref()?.1.clone()))
            })
            .collect();
        *self.is_busy.borrow_mut() = !due.is_empty();
        due
    }

    /// The reply has come.
    pub fn deliver(&self, asked: Vec<(u64, Question)>, answers: Vec<Answer>) {
        *self.is_busy.borrow_mut() = false;
        for ((key, question), answer) in asked.into_iter().zip(answers) {
            let deliver = {
                let shown = self.shown.borrow();
                let shown = shown.get(&key);
                // What is shown now may be something else.
                let is_current =
                    |shown: &&Shown| shown.asked.as_ref().is_some_and(|(_, now)| *now == question);
                shown.filter(is_current).map(|shown| shown.deliver.clone())
            };
            if let Some(deliver) = deliver {
                deliver(answer);
            }
        }
    }
}
