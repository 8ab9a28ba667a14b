//! Which rows have one of a set of codes: the pass over a column that a facet's filter is made by.

use crate::bits::{Bits, WORD};
use crate::codes::{Code, Codes};

/// A set of codes, one bit each.
#[derive(Debug, Clone)]
pub struct Members {
    words: Vec<u64>,
}

impl Members {
    /// Those of `bins` codes for which `wanted` holds.
    pub fn new(bins: usize, wanted: &dyn Fn(usize) -> bool) -> Self {
        let mut words = vec![0_u64; bins.div_ceil(WORD).max(4)];
        for code in (0..bins).filter(|&code| wanted(code)) {
            words[code / WORD] |= 1 << (code % WORD);
        }
        Self { words }
    }

    /// Whether a code is in the set; no code beyond its bins is.
    pub fn has(&self, code: usize) -> bool {
        self.words.get(code / WORD).is_some_and(|word| word >> (code % WORD) & 1 == 1)
    }
}

/// The rows whose code is in the set.
pub fn rows_with(codes: &Codes, members: &Members) -> Bits {
    let mut bits = Bits::none(codes.len());
    match codes {
        Codes::U8(codes) => bytes(codes, members, bits.words_mut()),
        Codes::U16(codes) => scalar(codes, members, bits.words_mut()),
        Codes::U32(codes) => scalar(codes, members, bits.words_mut()),
    }
    bits
}

/// One code after the other.
fn scalar<C: Code>(codes: &[C], members: &Members, words: &mut [u64]) {
    for (codes, word) in codes.chunks(WORD).zip(words) {
        *word =
            codes.iter().rev().fold(0, |word, code| word << 1 | u64::from(members.has(code.at())));
    }
}

/// Natively the same for bytes.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
fn bytes(codes: &[u8], members: &Members, words: &mut [u64]) {
    scalar(codes, members, words);
}

/// Sixteen codes at a time. The set is a table of 256 bits, 32 bytes; a code's upper five bits choose
/// the byte and its lower three the bit in it. `swizzle` looks sixteen bytes up in a table of
/// sixteen, and gives 0 for what is beyond it, so that the two halves need no comparison.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
fn bytes(codes: &[u8], members: &Members, words: &mut [u64]) {
    use core::arch::wasm32::*;

    let table = |half: usize| u64x2(members.words[2 * half], members.words[2 * half + 1]);
    let (lower, upper) = (table(0), table(1));
    let bit = u8x16(1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128);
    let whole = codes.chunks_exact(WORD);
    let rest = whole.remainder();
    let done = codes.len() / WORD;
    for (codes, word) in whole.zip(words.iter_mut()) {
        *word = codes.chunks_exact(16).rev().fold(0, |word, codes| {
            // SAFETY: a chunk has exactly the sixteen bytes that are read, at any alignment.
            let codes = unsafe { v128_load(codes.as_ptr().cast()) };
            let byte = u8x16_shr(codes, 3);
            let found = v128_or(
                u8x16_swizzle(lower, byte),
                u8x16_swizzle(upper, u8x16_sub(byte, u8x16_splat(16))),
            );
            let bit = u8x16_swizzle(bit, v128_and(codes, u8x16_splat(7)));
            let hit = u8x16_ne(v128_and(found, bit), u8x16_splat(0));
            word << 16 | u64::from(u8x16_bitmask(hit))
        });
    }
    scalar(rest, members, &mut words[done..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_the_rows_with_a_member_are_found_in_every_width() {
        for bins in [3, 16, 129, 256, 300, 70_000] {
            let code = |row: usize| row * 7919 % bins;
            let codes = Codes::collect(bins, (0..1000).map(|row| code(row) as u32));
            for modulus in [1, 2, 3, 11] {
                let wanted = |code: usize| code.is_multiple_of(modulus);
                let found = rows_with(&codes, &Members::new(bins, &wanted));
                assert_eq!(found, Bits::from_fn(1000, |row| wanted(code(row))), "{bins} bins");
            }
        }
    }
}
