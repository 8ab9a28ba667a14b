// What the page asks of the module that reads, counts and keeps a reader's table (`crates/table/wasm`).
// `makeGlue` makes wasm-bindgen's script.

// The Wasm has vector instructions, as a browser has that takes this: a function that makes a vector.
const VECTORS = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
];
const TOO_OLD =
  "What reads tables needs a browser with WebAssembly SIMD: Firefox 89, Chrome or Edge 91, Safari 16.4, or newer.";
const INCOMPLETE = "What reads tables could not be loaded. Reload the page.";

// In the page as one file, the Wasm stands in the document.
const isOneFile = !!document.getElementById("later-wasm");
let compiled;

// Starts a worker that reads a workbook. The page as one file has none.
export function startWorkbookWorker() {
  return isOneFile ? undefined : new Worker(new URL("./{{WORKBOOK}}.js", import.meta.url), { type: "module" });
}

// The Wasm, compiled once, or why there is none. What fails is forgotten, so that the next one may have more
// luck.
export function compile() {
  if (!compiled) {
    compiled = begin();
    compiled.catch(() => (compiled = undefined));
  }
  return compiled;
}

async function begin() {
  try {
    if (isOneFile) return await WebAssembly.compile(await embedded("{{TABLE}}_bg.wasm"));
    const response = await fetch(new URL("./{{TABLE}}_bg.wasm", import.meta.url));
    // As it arrives, where the host says that it is Wasm.
    return await (response.headers.get("Content-Type") === "application/wasm"
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer()));
  } catch (error) {
    console.warn(error);
    throw WebAssembly.validate(new Uint8Array(VECTORS)) ? INCOMPLETE : TOO_OLD;
  }
}

// Where no worker is to be had: what answers requests on the page.
export async function serveHere(compiled, countries) {
  const glue = makeGlue();
  await glue.default({ module_or_path: compiled });
  glue.serve(countries);
  return glue.answer;
}
