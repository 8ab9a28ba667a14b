//! Finds the bytes that mean something in a delimited text, 64 at a time.

/// How many bytes are looked at together.
pub(super) const BLOCK: usize = 64;

/// A bit for each byte of the block, the lowest for the first: whether it is the delimiter, a
/// quote, or the end of a line (CR or LF).
#[cfg(target_arch = "x86_64")]
pub(super) fn special(block: &[u8; BLOCK], delimiter: u8) -> u64 {
    use std::arch::x86_64::{
        __m128i, _mm_cmpeq_epi8, _mm_loadu_si128, _mm_movemask_epi8, _mm_or_si128, _mm_set1_epi8,
    };
    let mut mask = 0;
    for (at, part) in block.chunks_exact(16).enumerate() {
        // SAFETY: every x86-64 processor has SSE2, and `part` has the 16 bytes that are loaded;
        // the load needs no alignment.
        let bits = unsafe {
            let bytes = _mm_loadu_si128(part.as_ptr().cast::<__m128i>());
            let is = |byte: u8| _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte.cast_signed()));
            let ends = _mm_or_si128(is(b'\n'), is(b'\r'));
            _mm_movemask_epi8(_mm_or_si128(ends, _mm_or_si128(is(delimiter), is(b'"'))))
        };
        mask |= u64::from(bits.cast_unsigned()) << (16 * at);
    }
    mask
}

/// As above.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(super) fn special(block: &[u8; BLOCK], delimiter: u8) -> u64 {
    use std::arch::wasm32::{i8x16_bitmask, i8x16_eq, i8x16_splat, v128, v128_load, v128_or};
    let mut mask = 0;
    for (at, part) in block.chunks_exact(16).enumerate() {
        // SAFETY: `part` has the 16 bytes that are loaded; the load needs no alignment.
        let bytes = unsafe { v128_load(part.as_ptr().cast::<v128>()) };
        let is = |byte: u8| i8x16_eq(bytes, i8x16_splat(byte.cast_signed()));
        let ends = v128_or(is(b'\n'), is(b'\r'));
        let bits = i8x16_bitmask(v128_or(ends, v128_or(is(delimiter), is(b'"'))));
        mask |= u64::from(bits) << (16 * at);
    }
    mask
}

/// As above.
#[cfg(not(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128"))))]
pub(super) fn special(block: &[u8; BLOCK], delimiter: u8) -> u64 {
    by_words(block, delimiter)
}

/// Eight bytes at a time in an ordinary register.
#[cfg(any(
    test,
    not(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))
))]
fn by_words(block: &[u8; BLOCK], delimiter: u8) -> u64 {
    const LOW: u64 = 0x0101_0101_0101_0101;
    const BELOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    /// Gathers the lowest bits of eight bytes in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let mut mask = 0;
    for (at, part) in block.as_chunks::<8>().0.iter().enumerate() {
        let word = u64::from_le_bytes(*part);
        // The highest bit of each byte that is zero, and of no other.
        let zero = |word: u64| !(((word & BELOW) + BELOW) | word | BELOW);
        let is = |byte: u8| zero(word ^ (u64::from(byte) * LOW));
        let found = is(delimiter) | is(b'"') | is(b'\n') | is(b'\r');
        mask |= ((found >> 7).wrapping_mul(GATHER) >> 56) << (8 * at);
    }
    mask
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_at_every_place_is_judged_alike() {
        for delimiter in [b',', b'\t', b';', b'|'] {
            let bytes: Vec<u8> =
                (0..=255_u8).chain(*b",\"\n\r\t;|\x00\x80").cycle().take(4096).collect();
            for block in bytes.windows(BLOCK) {
                let Ok(block) = <&[u8; BLOCK]>::try_from(block) else { continue };
                let naive = block.iter().rev().fold(0_u64, |mask, &byte| {
                    (mask << 1) | u64::from([delimiter, b'"', b'\n', b'\r'].contains(&byte))
                });
                assert_eq!(special(block, delimiter), naive);
                assert_eq!(by_words(block, delimiter), naive);
            }
        }
    }
}
