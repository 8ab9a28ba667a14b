// Starts the page, and fills the bar of progress while its Wasm is on its way. It is not waited for:
// a failure is for the listeners in `index.html`.
function start(init, address, fetchPart) {
  // A link to another page than the overview needs the part with that, too. If it cannot be had, the page
  // says so in its place.
  const [, view = "overview"] = /^#\/?([a-z]+)/.exec(location.hash) ?? [];
  if (view !== "overview") fetchPart(view === "file" ? "own_file" : "pages").catch(() => {});
  // Asked for just as by the `<link rel="preload">`, or WebKit would load it twice.
  const response = fetch(new Request(address, { mode: "no-cors", credentials: "include" }));
  init({ module_or_path: response.then(watched) });
}

// How often the bar is drawn anew, in ms: each time takes the browser from reading the Wasm.
const BAR = 100;

// The same response, of which each part is counted as it arrives: in a copy, so that the browser compiles
// without waiting for us.
function watched(response) {
  const bar = document.getElementById("loading-bar");
  if (!bar || !response.ok || !response.body || isKept()) return response;
  const parts = response.clone().body.getReader();
  // Hosts tell how long the file is as it is sent, which is packed.
  const total = Number(bar.dataset.bytes);
  let arrived = 0;
  let drawn = 0;
  function count({ done, value }) {
    if (done) return;
    arrived += value.byteLength;
    const now = performance.now();
    if (now - drawn > BAR) {
      drawn = now;
      bar.value = Math.min(arrived / total, 1);
    }
    return parts.read().then(count);
  }
  // What fails here fails there, too.
  parts.read().then(count).catch(() => {});
  return response;
}

// Whether the service worker has it, and so it is there at once. Then the browser is given the response
// itself, with which it may also keep what it compiles.
function isKept() {
  try {
    return Boolean(navigator.serviceWorker?.controller);
  } catch {
    // A sandbox forbids even to ask.
    return false;
  }
}
