// What the page loads of the view of a reader's own file (`own-file.js`): it starts the Wasm, once.
// `glue` is what wasm-bindgen's script offers.
const { default: start, mount: fill, open: read } = glue;

// The Wasm has vector instructions, as a browser has that takes this: a function that makes a vector.
const VECTORS = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
];
const TOO_OLD =
  "This view needs a browser with WebAssembly SIMD: Firefox 89, Chrome or Edge 91, Safari 16.4, or newer.";
const INCOMPLETE = "This view could not be loaded. Reload the page.";

// The Wasm, from its start on; and as it is compiled, for workers.
let wasm;
let compiled;
// The element that was filled last, and the file that waits for one.
let filled;
let dropped;
// The script that reads workbooks in a worker, as a whole address. The page as one file has none.
let workbooks;

// In the page as one file, the Wasm stands in the document.
async function begin() {
  const packed = document.getElementById("own-file-wasm");
  const wasm = packed ? unpacked(packed) : fetch(new URL("./{{OWN FILE}}_bg.wasm", import.meta.url));
  if (!packed) workbooks = new URL("./{{WORKBOOK}}.js", import.meta.url).href;
  compiled = await compile(await wasm);
  return start({ module_or_path: compiled });
}

// As it arrives, where the host says that it is Wasm.
async function compile(response) {
  return response.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

// Fills an element, with what the page carries, or says in it why it stays empty.
export async function mount(place, ...carried) {
  try {
    wasm ??= begin();
    await wasm;
  } catch (error) {
    // The next one may have more luck.
    wasm = undefined;
    place.textContent = WebAssembly.validate(new Uint8Array(VECTORS)) ? INCOMPLETE : TOO_OLD;
    console.warn(error);
    return;
  }
  // The reader may have gone elsewhere, and back to another one.
  if (!place.isConnected) return;
  place.textContent = "";
  place.style.display = "block";
  fill(place, startWorker, workbooks, ...carried);
  filled = place;
  hand();
}

// Opens a file, once there is an element that shows it.
export function open(file) {
  dropped = file;
  hand();
}

function hand() {
  if (!dropped || !filled?.isConnected) return;
  const file = dropped;
  dropped = undefined;
  read(file);
}
