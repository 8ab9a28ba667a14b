//! What a file weighs on its way to a reader.

/// Its size as hosts send it: Brotli, quality 11, window 22.
///
/// # Errors
/// None in practice: it is compressed in memory.
pub fn compressed(bytes: &[u8]) -> std::io::Result<usize> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters)?;
    Ok(out.len())
}
