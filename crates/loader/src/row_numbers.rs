//! Which row of the file each loaded row is.

/// The numbers of rows as a spreadsheet has them ([`explorer_reader::Problem::row`]), by runs of rows
/// that follow each other in the file as well: twelve bytes for each place where the file has
/// something that is not loaded, and none per row.
#[derive(Debug, Default)]
pub struct RowNumbers {
    /// The first row of each run.
    firsts: Vec<u32>,
    /// Its number in the file, less its position.
    ahead: Vec<u64>,
}

impl RowNumbers {
    /// Notes the number of a row; both ascend.
    pub fn push(&mut self, row: u32, number: u64) {
        let ahead = number.saturating_sub(row.into());
        if self.ahead.last() != Some(&ahead) {
            self.firsts.push(row);
            self.ahead.push(ahead);
        }
    }

    /// The number of a row, counted from 0 in the order of the file.
    pub fn of(&self, row: usize) -> u64 {
        let runs = self.firsts.partition_point(|&first| first as usize <= row);
        let ahead = runs.checked_sub(1).and_then(|run| self.ahead.get(run)).copied();
        ahead.unwrap_or_default().saturating_add(row as u64)
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        self.firsts.capacity() * size_of::<u32>() + self.ahead.capacity() * size_of::<u64>()
    }
}
