// The files that stand in the page as one file: packed by LZMA (crates/packed), which browsers do not unpack by
// themselves, and as text. `makeUnpacker` makes the script of what unpacks them, whose own Wasm is packed by
// gzip.
const unpacker = startUnpacker();
let later;

async function startUnpacker() {
  const stream = new Blob([bytesOf("unpacker-wasm")]).stream();
  const wasm = stream.pipeThrough(new DecompressionStream("gzip"));
  const glue = makeUnpacker();
  await glue.default({ module_or_path: await new Response(wasm).arrayBuffer() });
  return glue.unpack;
}

// The Wasm that the page starts with. What comes later has much in common with it.
let first = unpacker.then((unpack) => unpack(bytesOf("first-wasm"), new Uint8Array()));

// A file that is needed later, by its name. They are packed as one, and unpacked when the first of them is asked
// for.
async function embedded(name) {
  later ??= unpackLater();
  return (await later)[name];
}

async function unpackLater() {
  const { lengths } = document.getElementById("later-wasm").dataset;
  const bytes = (await unpacker)(bytesOf("later-wasm"), await first);
  first = undefined;
  const files = {};
  let end = 0;
  for (const [name, length] of JSON.parse(lengths)) files[name] = bytes.subarray(end, (end += length));
  return files;
}

// What an element holds as text. Five characters are four bytes (xtask/src/page/ascii85.rs).
function bytesOf(id) {
  const element = document.getElementById(id);
  const text = element.textContent;
  element.textContent = "";
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
  return new Uint8Array(words.buffer, 0, Math.floor((4 * text.length) / 5));
}
