//! The form in which the page as one file carries its Wasm: LZMA, which browsers do not unpack by themselves.
//! What does it for them is a Wasm of 48 kB (`wasm/`), and the file is a fifth smaller than with gzip, packed as
//! well as zopfli does it: 1.8 MB instead of 2.3.

use std::io::{self, Read as _};

use lzma_rust2::LzmaReader;

/// Bytes of a file's head before its length.
const BEFORE_LENGTH: usize = 5;

/// The most memory that unpacking may take, in kB: what is packed here is a few megabytes.
const MEMORY: u32 = 256 << 10;

/// How much time packing may take.
#[cfg(any(test, feature = "pack"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// As little as possible: somebody works on the page.
    Least,
    /// As much as makes it smaller.
    Most,
}

/// Packs bytes.
///
/// # Errors
/// None that is known: what is written to is memory.
#[cfg(any(test, feature = "pack"))]
pub fn pack(bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    use std::io::Write as _;

    use lzma_rust2::{LzmaOptions, LzmaWriter};

    let mut options = LzmaOptions::with_preset(if effort == Effort::Most { 9 } else { 0 });
    // Wasm is no sequence of words of a width, and what stands before a byte says much about it.
    (options.lc, options.lp, options.pb) = (4, 0, 0);
    if effort == Effort::Most {
        options.nice_len = LzmaOptions::NICE_LEN_MAX;
    }
    // Whoever unpacks it has to have room for as much.
    options.dict_size = u32::try_from(bytes.len().next_power_of_two()).unwrap_or(1 << 30).max(4096);
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64))?;
    writer.write_all(bytes)?;
    writer.finish()
}

/// The bytes that were packed.
///
/// # Errors
/// If they are damaged.
pub fn unpack(packed: &[u8]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    LzmaReader::new_mem_limit(packed, MEMORY, None)?.read_to_end(&mut bytes)?;
    // The reader takes an early end for the end.
    let length = packed.get(BEFORE_LENGTH..).and_then(|rest| rest.first_chunk());
    let is_whole = length.is_some_and(|length| u64::from_le_bytes(*length) == bytes.len() as u64);
    if is_whole { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::{Effort, pack, unpack};

    proptest! {
        #[test]
        fn what_is_packed_comes_back(bytes in prop::collection::vec(0_u8..8, 0..5000)) {
            for effort in [Effort::Least, Effort::Most] {
                let packed = pack(&bytes, effort).unwrap();
                prop_assert_eq!(&unpack(&packed).unwrap(), &bytes);
            }
        }

        #[test]
        fn damage_is_refused_or_read_but_breaks_nothing(
            at in 0_usize..200,
            byte in any::<u8>(),
            end in 0_usize..200,
        ) {
            let bytes: Vec<u8> = (0..4000_u32).map(|at| (at * at % 251) as u8).collect();
            let packed = pack(&bytes, Effort::Least).unwrap();
            prop_assert!(unpack(&packed[..packed.len() - 1 - end % packed.len()]).is_err());
            let mut damaged = packed;
            damaged[at] = byte;
            _ = unpack(&damaged);
        }
    }
}
