//! The cells of one row, in place.

/// Where a cell stands: in the text that was read, or in the texts that had to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    /// With [`MADE`] set, the place is in the made text.
    start: u32,
    end: u32,
}

/// A row is shorter than 2³¹ bytes ([`crate::limit::ROW`]), which leaves this bit.
const MADE: u32 = 1 << 31;

impl Span {
    /// A place in the text of the row.
    pub(crate) fn read(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// A place in the made text.
    pub(crate) fn made(start: usize, end: usize) -> Self {
        Self { start: start as u32 | MADE, end: end as u32 }
    }

    pub(crate) fn is_empty(self) -> bool {
        self.start & !MADE == self.end
    }
}

/// The cells of one row. They live until the row has been taken: whoever wants one for longer
/// copies it.
#[derive(Debug, Clone, Copy)]
pub struct Cells<'a> {
    pub(crate) read: &'a str,
    pub(crate) made: &'a str,
    pub(crate) spans: &'a [Span],
}

impl<'a> Cells<'a> {
    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// A cell as it stands in the file, blanks included; without the quotes around it. Empty
    /// beyond the last one.
    pub fn get(&self, at: usize) -> &'a str {
        let Some(span) = self.spans.get(at) else { return "" };
        let (text, start) = if span.start & MADE == 0 {
            (self.read, span.start)
        } else {
            (self.made, span.start & !MADE)
        };
        text.get(start as usize..span.end as usize).unwrap_or_default()
    }

    /// Whether a cell stands in the file with doubled quotes between quotes: nothing of it is half a pair.
    pub(crate) fn had_pairs(&self, at: usize) -> bool {
        self.spans.get(at).is_some_and(|span| span.start & MADE != 0)
    }

    /// All cells in their order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &'a str> + use<'a> {
        let cells = *self;
        (0..cells.len()).map(move |at| cells.get(at))
    }
}
