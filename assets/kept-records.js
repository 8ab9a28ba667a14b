// Keeps the records of a reader's own file in this browser, if the reader says so (`src/kept.rs`): one
// text, in a database of the page's own. What is thrown is told to the reader.
window.keptRecords = (() => {
  const STORE = "records";
  const KEY = "own";
  const wait = (request, more) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = request.onblocked = () => reject(String(request.error ?? "another tab is in the way"));
      if (more) request.onupgradeneeded = () => more(request.result);
    });
  async function act(mode, step) {
    const base = await wait(indexedDB.open(`security-diplomacy-explorer ${new URL("./", location)}`, 1), (base) =>
      base.createObjectStore(STORE),
    );
    try {
      return await wait(step(base.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      base.close();
    }
  }
  return {
    keep: (text) => act("readwrite", (store) => store.put(text, KEY)),
    load: () => act("readonly", (store) => store.get(KEY)),
    forget: () => act("readwrite", (store) => store.delete(KEY)),
  };
})();
