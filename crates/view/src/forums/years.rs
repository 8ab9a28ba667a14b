//! The dates of a forum by year: where there are more than a drawing has room for.

use super::{Entry, ForumRow};

/// What is known of a forum in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ForumYear {
    /// The year, as of the first day of each date.
    pub year: i16,
    /// Its dates; 0 in a year of which only is known that the forum did not meet.
    pub dates: usize,
    /// Interactions in view.
    pub count: u32,
    /// Of these, meetings beside the forum.
    pub sideline: u32,
    /// Interactions in all records.
    pub total: u32,
}

impl ForumYear {
    /// What names it among the dates of all forums: `gpscfl:2024`.
    pub fn key(&self, entry: &Entry<'_>) -> String {
        format!("{}:{}", entry.id, self.year)
    }
}

impl ForumRow<'_> {
    /// Its dates by year, in the order of time.
    pub fn by_year(&self) -> Vec<ForumYear> {
        let years = self.meetings.chunk_by(|a, b| a.date.year() == b.date.year());
        let years = years.filter_map(|meetings| {
            let year = meetings.first()?.date.year();
            let nothing = ForumYear { year, dates: 0, count: 0, sideline: 0, total: 0 };
            Some(meetings.iter().fold(nothing, |sum, meeting| ForumYear {
                year,
                dates: sum.dates + usize::from(meeting.held),
                count: sum.count + meeting.count,
                sideline: sum.sideline + meeting.sideline,
                total: sum.total + meeting.total,
            }))
        });
        years.collect()
    }
}
