//! The form in which the page as one file carries its Wasm: LZMA, which browsers do not unpack by themselves.
//! What does it for them is a Wasm of 48 kB (`wasm/`), and the file is a fifth smaller than with gzip, packed as
//! well as zopfli does it: 1.8 MB instead of 2.3.

use std::io::{self, Read as _};

use lzma_rust2::LzmaReader;

/// What stands before the packed bytes is how many they are, in so many bytes.
const LENGTH: usize = 8;

/// What stands before a byte says much about it, in so many bits.
const BEFORE: u32 = 4;

/// How far back what is repeated may lie: to the beginning.
fn reach(known: &[u8], length: u64) -> u32 {
    let all = (known.len() as u64).saturating_add(length).min(1 << 30);
    u32::try_from(all.next_power_of_two()).unwrap_or(1 << 30).max(4096)
}

/// How much time packing may take.
#[cfg(any(test, feature = "pack"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// As little as possible: somebody works on the page.
    Least,
    /// As much as makes it smaller.
    Most,
}

/// Packs bytes that may have much in common with others, which whoever unpacks them has by then.
///
/// # Errors
/// None that is known: what is written to is memory.
#[cfg(any(test, feature = "pack"))]
pub fn pack(bytes: &[u8], known: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    use std::io::Write as _;

    use lzma_rust2::{LzmaOptions, LzmaWriter};

    let mut options = LzmaOptions::with_preset(if effort == Effort::Most { 9 } else { 0 });
    // Wasm is no sequence of words of a width.
    (options.lc, options.lp, options.pb) = (BEFORE, 0, 0);
    if effort == Effort::Most {
        options.nice_len = LzmaOptions::NICE_LEN_MAX;
    }
    options.dict_size = reach(known, bytes.len() as u64);
    options.preset_dict = (!known.is_empty()).then(|| known.to_vec());
    let packed = (bytes.len() as u64).to_le_bytes().to_vec();
    let mut writer = LzmaWriter::new_no_header(packed, &options, false)?;
    writer.write_all(bytes)?;
    writer.finish()
}

/// The bytes that were packed, with what they had in common.
///
/// # Errors
/// If they are damaged.
pub fn unpack(packed: &[u8], known: &[u8]) -> io::Result<Vec<u8>> {
    let damaged = || io::Error::from(io::ErrorKind::InvalidData);
    let (length, packed) = packed.split_first_chunk::<LENGTH>().ok_or_else(damaged)?;
    let length = u64::from_le_bytes(*length);
    let reach = reach(known, length);
    let known = (!known.is_empty()).then_some(known);
    let mut bytes = Vec::new();
    LzmaReader::new(packed, length, BEFORE, 0, 0, reach, known)?.read_to_end(&mut bytes)?;
    // The reader takes an early end for the end.
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(damaged()) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::{Effort, pack, unpack};

    #[test]
    fn what_is_known_is_not_packed_again() {
        let known: Vec<u8> = (0..4000_u32).map(|at| (at * at % 251) as u8).collect();
        let size =
            |known: &[u8]| pack(&known[..known.len() / 2], known, Effort::Most).unwrap().len();
        assert!(size(&known) < 60, "{}", size(&known));
    }

    proptest! {
        #[test]
        fn what_is_packed_comes_back(
            bytes in prop::collection::vec(0_u8..8, 0..5000),
            known in prop::collection::vec(0_u8..8, 0..5000),
        ) {
            for effort in [Effort::Least, Effort::Most] {
                let packed = pack(&bytes, &known, effort).unwrap();
                prop_assert_eq!(&unpack(&packed, &known).unwrap(), &bytes);
            }
        }

        #[test]
        fn damage_is_refused_or_read_but_breaks_nothing(
            at in 0_usize..200,
            byte in any::<u8>(),
            end in 0_usize..200,
        ) {
            let bytes: Vec<u8> = (0..4000_u32).map(|at| (at * at % 251) as u8).collect();
            let packed = pack(&bytes, &[], Effort::Least).unwrap();
            let part = &packed[..packed.len() - 1 - end % packed.len()];
            prop_assert!(unpack(part, &[]).is_err());
            let mut damaged = packed;
            damaged[at] = byte;
            _ = unpack(&damaged, &[]);
        }
    }
}
