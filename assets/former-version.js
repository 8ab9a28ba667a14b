// Loads a former version of the dataset, which the page does not carry (`src/version.rs`), and keeps it
// for use without a network: it never changes. What is thrown is told to the reader.
window.formerVersion = async (file) => {
  let cache;
  try {
    // In a frame on somebody else's page nothing is kept. The cache is none of the builds' own, which go
    // with their build. Storage may be denied or full: then the network is asked each time.
    if (window === window.parent) cache = await caches.open(`security-diplomacy-explorer-versions ${new URL("./", location)}`);
  } catch {}
  const kept = await cache?.match(file).catch(() => {});
  const response = kept ?? (await fetch(file).catch(() => {
    throw "its file could not be reached, and this browser has not kept it";
  }));
  if (!response.ok) throw `its file is not on the host (${response.status})`;
  const bytes = await response.arrayBuffer();
  const text = await unpacked(bytes).catch(() => {
    throw "its file is damaged, or this browser is too old to unpack it";
  });
  if (!kept) await cache?.put(file, new Response(bytes)).catch(() => {});
  return text;
};

// Some hosts unpack what ends in `.gz` on its way.
function unpacked(bytes) {
  const [first, second] = new Uint8Array(bytes);
  const stream = new Blob([bytes]).stream();
  const isPacked = first === 0x1f && second === 0x8b;
  return new Response(isPacked ? stream.pipeThrough(new DecompressionStream("gzip")) : stream).text();
}
