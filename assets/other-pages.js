// Loads the parts of the page's Wasm that come after the first (src/pages/chunk.rs), and links them to it.
// `cargo xtask finish-page` puts this into wasm-bindgen's script, in the place of the import from which the
// first part gets the functions that load them; `wasm` is what that part offers.
const FILES = {
  pages: ["{{SHARED PAGES}}", "{{OTHER PAGES}}"],
  own_file: ["{{SHARED PAGES}}", "{{OWN FILE}}"],
};
const compiled = {};
const linked = {};

// What is made of a file, once. What fails is forgotten, so that the next one may have more luck.
function once(made, file, make) {
  if (!made[file]) {
    made[file] = make(file);
    made[file].catch(() => delete made[file]);
  }
  return made[file];
}

// Who knows early that a part is needed asks before the first one runs.
export function fetchPart(part) {
  return Promise.all(FILES[part].map((file) => once(compiled, file, compilePart)));
}

// In the page as one file, it stands in the document.
async function compilePart(file) {
  if (document.getElementById("later-wasm")) return WebAssembly.compile(await embedded(file));
  const response = await fetch(new URL(`./${file}`, import.meta.url));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  // As it arrives, where the host says that it is Wasm.
  return response.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

// Puts the functions and the data of a file into the table and the memory of the first part.
async function linkPart(file) {
  const part = await once(compiled, file, compilePart);
  await WebAssembly.instantiate(part, { __wasm_split: { ...wasm, "{{CANARY}}": ~0xdead } });
}

// It tells by the function of the table that is named whether it could.
async function loadPart(part, callback, data) {
  let isThere = false;
  try {
    await Promise.all(FILES[part].map((file) => once(linked, file, linkPart)));
    isThere = true;
  } catch (error) {
    console.warn(error);
  }
  wasm.__indirect_function_table.get(callback)(data, isThere);
}

const partsImport = {
  __wasm_split_load_pages: (callback, data) => loadPart("pages", callback, data),
  __wasm_split_load_own_file: (callback, data) => loadPart("own_file", callback, data),
};
