// Loads the chunk of the page's Wasm that has all pages but the overview (src/pages/chunk.rs), and links it
// to the first part. `cargo xtask finish-page` puts this into wasm-bindgen's script, in the place of the
// import from which the first part gets the function that loads it; `wasm` is what that part offers.
let otherPages;

// The compiled chunk. Who knows early that it is needed asks before the first part runs. What fails is
// forgotten, so that the next one may have more luck.
export function fetchOtherPages() {
  if (!otherPages) {
    otherPages = compileOtherPages();
    otherPages.catch(() => (otherPages = undefined));
  }
  return otherPages;
}

// In the page as one file, the chunk stands in the document.
async function compileOtherPages() {
  const packed = document.getElementById("other-pages-wasm");
  const response = await (packed ? unpacked(packed) : fetch(new URL("./{{OTHER PAGES}}", import.meta.url)));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  // As it arrives, where the host says that it is Wasm.
  return response.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

const otherPagesImport = {
  // Puts the functions and the data of the chunk into the table and the memory of the first part. It tells
  // by the function of the table that is named whether it could.
  async __wasm_split_load_pages(callback, data) {
    let isThere = false;
    try {
      const chunk = await fetchOtherPages();
      await WebAssembly.instantiate(chunk, { __wasm_split: { ...wasm, "{{CANARY}}": ~0xdead } });
      isThere = true;
    } catch (error) {
      console.warn(error);
    }
    wasm.__indirect_function_table.get(callback)(data, isThere);
  },
};
