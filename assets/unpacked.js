// A Wasm that stands in the document, packed and as text, as a host would send it. Five characters are
// four bytes (xtask/src/page/ascii85.rs).
function unpacked(packed) {
  const text = packed.textContent;
  packed.remove();
  const words = new DataView(new ArrayBuffer(4 * Math.ceil(text.length / 5)));
  for (let at = 0; at < text.length; at += 5) {
    let word = 0;
    for (let place = at; place < at + 5; place++) {
      // Behind the end stands the last digit, so that nothing is carried into the bytes that count.
      const code = text.charCodeAt(place) || 117;
      word = word * 85 + (code === 118 ? 60 : code) - 33;
    }
    words.setUint32((4 * at) / 5, word);
  }
  const bytes = words.buffer.slice(0, Math.floor((4 * text.length) / 5));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "Content-Type": "application/wasm" } });
}
