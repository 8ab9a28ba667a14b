//! What the view of a table asks of its service: all that is shown is asked in one request per step, and
//! no further one is sent before its reply has come. So steps that follow each other faster than they are
//! answered, as in a drag, are merged, and nothing is shown that is older than what was shown before.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::question::{Answer, Question};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compared::Part;

    /// A desk with two things that are shown, and what was delivered to them.
    fn desk() -> (Desk, [u64; 2], Rc<RefCell<Vec<usize>>>) {
        let (desk, delivered) = (Desk::default(), Rc::new(RefCell::new(Vec::new())));
        let keys = [0, 1].map(|place| {
            let delivered = delivered.clone();
            desk.add(Rc::new(move |_| delivered.borrow_mut().push(place)), None)
        });
        (desk, keys, delivered)
    }

    fn answers(count: usize) -> Vec<Answer> {
        vec![Answer::Compared(Vec::new()); count]
    }

    #[test]
    fn steps_that_come_faster_than_replies_are_merged() {
        let (desk, [one, other], delivered) = desk();
        assert!(desk.is_due(one, 1, Question::Summary) && desk.is_due(other, 1, Question::Rows(0)));
        assert!(!desk.is_due(one, 1, Question::Summary), "it was asked for");
        let first = desk.take();
        assert_eq!(first, [(one, Question::Summary), (other, Question::Rows(0))]);
        for version in 2..9 {
            assert!(desk.is_due(one, version, Question::Summary));
            assert!(desk.take().is_empty(), "a reply is awaited");
        }
        desk.deliver(first, answers(2));
        // What is older than the last step is shown all the same: a drag has to show something.
        assert_eq!(*delivered.borrow(), [0, 1]);
        assert_eq!(desk.take(), [(one, Question::Summary)]);
        desk.deliver(vec![(one, Question::Summary)], answers(1));
        assert!(desk.take().is_empty());
    }

    #[test]
    fn an_answer_to_what_is_shown_no_more_is_dropped() {
        let (desk, [one, other], delivered) = desk();
        let page = |number| Question::Compared(Part::Here, number, number + 1);
        assert!(desk.is_due(one, 1, page(0)) && desk.is_due(other, 1, Question::Summary));
        let asked = desk.take();
        assert!(desk.is_due(one, 1, page(1)));
        desk.remove(other);
        desk.deliver(asked, answers(2));
        assert!(delivered.borrow().is_empty());
        assert_eq!(desk.take(), [(one, page(1))]);
        assert!(!desk.is_due(other, 9, Question::Summary));
    }

    #[test]
    fn what_came_with_the_table_is_not_asked_for() {
        let desk = Desk::default();
        let key = desk.add(Rc::new(|_| {}), Some((0, Question::Summary)));
        assert!(!desk.is_due(key, 0, Question::Summary));
        assert!(desk.is_due(key, 1, Question::Summary));
    }
}
