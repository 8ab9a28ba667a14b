// Reads a workbook beside the page, which ends this worker after its answer. What a workbook breaks, or
// how much memory it takes, ends with it. `glue` is what wasm-bindgen's script offers.
const { default: start, Book, largest, too_large: tooLarge } = glue;

const INCOMPLETE = "What reads workbooks could not be loaded. Reload the page.";
const BROKEN = "The workbook is damaged, or too large for this browser. Save the sheet as CSV.";
const UNREADABLE = "The browser cannot read it; perhaps it was moved or changed.";

addEventListener("message", async ({ data: [file, sheet] }) => postMessage(await answer(file, sheet)));

// Why there is no answer, in words; or the sheets, which of them was read (that one, or the only one with
// a value in it), and its text.
async function answer(file, sheet) {
  try {
    await start({ module_or_path: new URL("./{{WORKBOOK}}_bg.wasm", import.meta.url) });
  } catch (error) {
    console.warn(error);
    return INCOMPLETE;
  }
  if (file.size > largest()) return tooLarge(file.size);
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return UNREADABLE;
  }
  try {
    const book = new Book(bytes);
    const sheets = sheet === undefined ? book.sheets() : [];
    const filled = [...sheets.keys()].filter((at) => sheets[at][2] > 0);
    const read = sheet ?? (filled.length === 1 ? filled[0] : undefined);
    const text = read === undefined ? undefined : new Blob(book.text(read));
    return [sheets, read, text];
  } catch (error) {
    if (typeof error === "string") return error;
    console.warn(error);
    return BROKEN;
  }
}
