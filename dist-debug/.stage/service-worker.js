// Keeps one whole build of the page, so that it opens with the network cable out, and never parts of
// two builds. `cargo xtask finish-page` fills in what is in double braces.

// A digest of all that follows: another build is another worker, with a cache of its own.
const BUILD="{{BUILD}}";
// How the SHA-256 of every file of the page begins in base64, by its path: enough to tell builds apart.
const FILES = "{{FILES}}";

const SCOPE = self.registration.scope;
// Other pages of the same host, and the same page at another path, share the storage.
const OURS = `security-diplomacy-explorer ${SCOPE} `;
const NAME = OURS + BUILD;
// Where a build's cache notes which tabs were open when it took over: they may show an older build.
const OLDER_TABS = new URL("service-worker-older-tabs", SCOPE).href;

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
// The reader has asked for the new version (see index.html).
self.addEventListener("message", (event) => {
  if (event.data !== "activate") return;
  event.waitUntil(noteOlderTabs().catch(() => {}).then(() => self.skipWaiting()));
});
self.addEventListener("fetch", (event) => {
  const { request, clientId } = event;
  const url = request.url.split(/[?#]/)[0];
  if (request.method !== "GET" || !url.startsWith(SCOPE)) return;
  const path = url.slice(SCOPE.length);
  const file = path === "" || path === "index.html" ? "./" : path;
  if (Object.hasOwn(FILES, file)) {
    event.respondWith(answer(() => keptHere(file), request));
    event.waitUntil(forgetOthers().catch(() => {}));
  } else if (clientId && request.mode !== "navigate") {
    // A tab with an older build may ask for a part that only its own build has.
    event.respondWith(answer(() => keptElsewhere(file), request));
  }
});

// All files, or none: a file that is not of this build (a host in the middle of an update, or one
// that rewrites what it serves) fails the installation, and the browser tries again another time.
async function keepAll() {
  const kept = await Promise.all(Object.keys(FILES).map(async (path) => [path, await fetched(path)]));
  const cache = await caches.open(NAME);
  await Promise.all(kept.map(([path, response]) => cache.put(path, response)));
}

async function fetched(path) {
  // What the page has just loaded is in the browser's cache already, unless that is out of date.
  for (const cache of ["default", "reload"]) {
    const response = await fetch(path, { cache });
    const bytes = await response.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    if (response.ok && btoa(String.fromCharCode(...digest)).startsWith(FILES[path])) {
      // A new response: of a redirected one, browsers make no page. The host's headers say who may
      // frame the page, and more; those that say how the bytes were packed are no longer true.
      const headers = new Headers(response.headers);
      for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
      return new Response(bytes, { headers });
    }
  }
  throw new Error(`${path} is not of build ${BUILD}`);
}

// From the cache. From the network if the browser has thrown it away meanwhile, or if its storage
// fails.
async function answer(kept, request) {
  return (await kept().catch(() => undefined)) ?? fetch(request);
}

async function keptHere(file) {
  const cache = await caches.open(NAME);
  return cache.match(file);
}

async function keptElsewhere(file) {
  for (const name of await otherNames()) {
    const response = await (await caches.open(name)).match(file);
    if (response) return response;
  }
}

async function otherNames() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(OURS) && name !== NAME);
}

const tabs = () => self.clients.matchAll({ type: "window", includeUncontrolled: true });

async function noteOlderTabs() {
  const ids = (await tabs()).map((tab) => tab.id);
  const cache = await caches.open(NAME);
  await cache.put(OLDER_TABS, new Response(JSON.stringify(ids)));
}

// The tabs are noted before, and not asked for here: Firefox lists them only when the page that is
// being loaded is there, and that page waits for this.
async function takeOver() {
  const note = await (await caches.open(NAME)).match(OLDER_TABS);
  if (!note) await forget(await otherNames());
}

async function forget(names) {
  await Promise.all(names.map((name) => caches.delete(name)));
}

// Older builds go when no tab is left that may show one.
async function forgetOthers() {
  const others = await otherNames();
  if (others.length === 0) return;
  const note = await (await caches.open(NAME)).match(OLDER_TABS);
  const older = note ? await note.json() : [];
  if ((await tabs()).some((tab) => older.includes(tab.id))) return;
  await forget(others);
}
