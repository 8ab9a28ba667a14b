//! What wasm-opt may use: what the compiler does, and nothing newer. It refuses a Wasm with more in it.

/// What every Wasm may have.
const PLAIN: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What those have besides that are compiled with vector instructions.
const WITH_VECTORS: [&str; 2] = ["--enable-simd", "--enable-bulk-memory-opt"];

/// The arguments for a Wasm with or without vector instructions.
pub fn features(has_vectors: bool) -> Vec<&'static str> {
    let more = WITH_VECTORS.iter().filter(|_| has_vectors);
    PLAIN.iter().chain(more).copied().collect()
}
