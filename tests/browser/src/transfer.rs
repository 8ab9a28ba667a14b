//! What a file is on its way to a reader.

/// A file as hosts send it: Brotli, quality 11, window 22.
///
/// # Errors
/// None in practice: it is compressed in memory.
pub fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters)?;
    Ok(out)
}

/// Its size.
///
/// # Errors
/// As [`brotli`].
pub fn compressed(bytes: &[u8]) -> std::io::Result<usize> {
    brotli(bytes).map(|compressed| compressed.len())
}
