//! Codes in the smallest width that holds them.

use crate::order::scatter;

/// A whole number that a column is stored as.
pub trait Code: Copy + Ord {
    /// As a position.
    fn at(self) -> usize;
    /// From a position; one that does not fit becomes the largest.
    fn of(at: u32) -> Self;
}

macro_rules! code {
    ($($width:ty),*) => {$(
        impl Code for $width {
            fn at(self) -> usize {
                self as usize
            }
            fn of(at: u32) -> Self {
                Self::try_from(at).unwrap_or(Self::MAX)
            }
        }
    )*};
}
code!(u8, u16, u32);

/// One code per row (or per value, in a column with several values per row).
#[derive(Debug, Clone)]
pub enum Codes {
    /// Up to 256 bins.
    U8(Vec<u8>),
    /// Up to 65,536 bins.
    U16(Vec<u16>),
    /// More.
    U32(Vec<u32>),
}

/// Does the same with codes of each width.
macro_rules! each_width {
    ($codes:expr, $slice:ident => $body:expr) => {
        match $codes {
            $crate::codes::Codes::U8($slice) => $body,
            $crate::codes::Codes::U16($slice) => $body,
            $crate::codes::Codes::U32($slice) => $body,
        }
    };
}
pub(crate) use each_width;

impl Codes {
    /// The code of a row without a value until the number of values is known: the width's largest.
    pub const MISSING: u32 = u32::MAX;

    /// Codes for `bins` bins, one for each of `from`.
    pub fn collect(bins: usize, from: impl Iterator<Item = u32>) -> Self {
        match bins {
            ..=0x100 => Self::U8(from.map(u8::of).collect()),
            0x101..=0x1_0000 => Self::U16(from.map(u16::of).collect()),
            _ => Self::U32(from.collect()),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        each_width!(self, codes => codes.len())
    }

    /// The code at a position, which must be below [`len`](Self::len).
    pub fn at(&self, position: usize) -> usize {
        each_width!(self, codes => codes[position].at())
    }

    /// Appends a code, widening all where it does not fit. [`Self::MISSING`] fits everywhere.
    pub fn push(&mut self, code: u32) {
        if let Self::U8(codes) = self
            && code < u32::from(u8::MAX)
        {
            codes.push(code as u8);
            return;
        }
        if code != Self::MISSING {
            match self {
                Self::U8(codes) if code >= u32::from(u8::MAX) => {
                    let wide = |&code: &u8| if code == u8::MAX { u16::MAX } else { code.into() };
                    *self = Self::U16(codes.iter().map(wide).collect());
                }
                _ => {}
            }
            match self {
                Self::U16(codes) if code >= u32::from(u16::MAX) => {
                    let wide = |&code: &u16| if code == u16::MAX { u32::MAX } else { code.into() };
                    *self = Self::U32(codes.iter().map(wide).collect());
                }
                _ => {}
            }
        }
        each_width!(self, codes => codes.push(Code::of(code)));
    }

    /// The same codes for `bins` bins: everything beyond the last one, and what was missing, becomes
    /// the last one.
    pub fn fit(self, bins: usize) -> Self {
        let last = u32::try_from(bins.saturating_sub(1)).unwrap_or(u32::MAX);
        match (self, bins) {
            (Self::U8(mut codes), ..=0x100) => {
                codes.iter_mut().for_each(|code| *code = (*code).min(u8::of(last)));
                codes.shrink_to_fit();
                Self::U8(codes)
            }
            (Self::U16(mut codes), 0x101..=0x1_0000) => {
                codes.iter_mut().for_each(|code| *code = (*code).min(u16::of(last)));
                codes.shrink_to_fit();
                Self::U16(codes)
            }
            (codes, _) => each_width!(codes, codes => {
                Self::collect(bins, codes.iter().map(|code| (code.at() as u32).min(last)))
            }),
        }
    }

    /// The codes at other places.
    pub fn scatter(&self, places: &[u32]) -> Self {
        fn moved<C: Code + Default>(codes: &[C], places: &[u32]) -> Vec<C> {
            let mut moved = vec![C::default(); codes.len()];
            scatter(codes, places, &mut moved);
            moved
        }
        match self {
            Self::U8(codes) => Self::U8(moved(codes, places)),
            Self::U16(codes) => Self::U16(moved(codes, places)),
            Self::U32(codes) => Self::U32(moved(codes, places)),
        }
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        fn of<T>(codes: &Vec<T>) -> usize {
            codes.capacity() * size_of::<T>()
        }
        each_width!(self, codes => of(codes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_widen_as_values_come_and_missing_ones_stay_missing() {
        for values in [3_u32, 254, 255, 256, 257, 65_534, 65_535, 65_536, 70_000] {
            let mut codes = Codes::U8(Vec::new());
            codes.push(Codes::MISSING);
            (0..values).for_each(|code| codes.push(code));
            codes.push(Codes::MISSING);
            let bins = values as usize + 1;
            let codes = codes.fit(bins);
            assert_eq!(codes.at(0), bins - 1);
            assert_eq!(codes.at(bins), bins - 1);
            assert!((0..values as usize).all(|code| codes.at(code + 1) == code));
            let width = if bins <= 256 {
                1
            } else if bins <= 65_536 {
                2
            } else {
                4
            };
            assert_eq!(codes.bytes(), width * codes.len());
        }
    }
}
