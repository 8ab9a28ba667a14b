//! The answers to a reader's present step: what is shown anew, as of a page to which a reader comes back, has
//! its numbers at once.

use crate::question::{Answer, Question};

/// How many answers are kept: the pages that a reader goes through would add up.
const MOST: usize = 100;

/// The answers under one version of the filters.
#[derive(Debug, Clone, Default)]
pub struct Answered {
    version: u32,
    answers: Vec<(Question, Answer)>,
}

impl Answered {
    /// What came with the table, before any filter.
    pub fn first(answers: Vec<(Question, Answer)>) -> Self {
        Self { version: 0, answers }
    }

    /// Keeps the answer to a question under a version of the filters, and none of another version.
    pub fn keep(&mut self, version: u32, question: Question, answer: Answer) {
        if self.version != version {
            *self = Self { version, answers: Vec::new() };
        }
        self.answers.retain(|(asked, _)| *asked != question);
        if self.answers.len() >= MOST {
            self.answers.remove(0);
        }
        self.answers.push((question, answer));
    }

    /// The answer to a question under a version of the filters, if it is kept.
    pub fn answer(&self, version: u32, question: &Question) -> Option<&Answer> {
        let found = self.answers.iter().find(|(asked, _)| asked == question);
        found.filter(|_| self.version == version).map(|(_, answer)| answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(rows: usize) -> Answer {
        Answer::Compared(vec![crate::compared::ComparedEntry { row: None, record: None }; rows])
    }

    fn rows(answered: &Answered, version: u32, question: &Question) -> Option<usize> {
        match answered.answer(version, question)? {
            Answer::Compared(entries) => Some(entries.len()),
            _ => None,
        }
    }

    #[test]
    fn answers_are_those_of_one_version() {
        let mut answered = Answered::first(vec![(Question::Summary, answer(1))]);
        assert_eq!(rows(&answered, 0, &Question::Summary), Some(1));
        assert_eq!(rows(&answered, 1, &Question::Summary), None);
        answered.keep(1, Question::Rows(0), answer(2));
        answered.keep(1, Question::Rows(0), answer(3));
        assert_eq!(rows(&answered, 1, &Question::Rows(0)), Some(3));
        assert_eq!(rows(&answered, 1, &Question::Summary), None, "it is of before");
        assert_eq!(rows(&answered, 0, &Question::Summary), None);
    }

    #[test]
    fn no_more_are_kept_than_are_shown() {
        let mut answered = Answered::default();
        for page in 0..3 * MOST {
            answered.keep(0, Question::Rows(page), answer(page));
        }
        assert_eq!(answered.answers.len(), MOST);
        let last = 3 * MOST - 1;
        assert_eq!(rows(&answered, 0, &Question::Rows(last)), Some(last));
    }
}
