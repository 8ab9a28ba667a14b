// Starts the page, and fills the bar of progress while its Wasm is on its way. It is not waited for:
// a failure is for the listeners in `index.html`.
function start(init, address, fetchPart) {
  // A link to another page than the overview needs the part with that, too. If it cannot be had, the page
  // says so in its place.
  const [, view = "overview"] = /^#\/?([a-z]+)/.exec(location.hash) ?? [];
  if (view !== "overview") fetchPart(view === "file" ? "own_file" : "pages").catch(() => {});
  // Asked for just as by the `<link rel="preload">`, or WebKit would load it twice.
  const first = begun(new Request(address, { mode: "no-cors", credentials: "include" }));
  let isDecided = false;
  const decide = () => (isDecided = true);
  first.then(decide, decide);
  const again = new Promise((go) => setTimeout(go, PATIENCE))
    .then(() => (isDecided ? first : begun(new Request(address, { cache: "no-store" }))));
  init({ module_or_path: Promise.race([first, again]) });
}

// After how many ms a request of which nothing has come is made once more: of some, nothing ever comes.
const PATIENCE = 5000;

// How often the bar is drawn anew, in ms: each time takes the browser from reading the Wasm.
const BAR = 100;

// The response to a request once it begins to arrive. Each part is counted, in a copy, so that the browser
// compiles without waiting for us.
async function begun(request) {
  const response = await fetch(request);
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
  const beginning = await parts.read();
  // What fails here fails there, too.
  count(beginning)?.catch(() => {});
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
