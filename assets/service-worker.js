// Keeps one whole build of the page, so that it opens with the network cable out, and never parts of
// two builds. `cargo xtask build` fills in what is in double braces.

// A digest of all that follows: another build is another worker, with a cache of its own.
const BUILD = "{{BUILD}}";
// How the SHA-256 of every file of the page begins in base64, by its path: enough to tell builds apart.
const FILES = "{{FILES}}";

const SCOPE = self.registration.scope;
// Other pages of the same host, and the same page at another path, share the storage.
const OURS = `security-diplomacy-explorer ${SCOPE} `;
const NAME = OURS + BUILD;

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
// The reader has asked for the new version (see index.html).
self.addEventListener("message", (event) => event.data === "activate" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const url = event.request.url.split(/[?#]/)[0];
  if (event.request.method !== "GET" || !url.startsWith(SCOPE)) return;
  const path = url.slice(SCOPE.length);
  const file = path === "" || path === "index.html" ? "./" : path;
  if (Object.hasOwn(FILES, file)) event.respondWith(answer(file, event.request));
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
      // A new response: of a redirected one, browsers make no page.
      const type = response.headers.get("Content-Type") ?? "";
      return new Response(bytes, { headers: { "Content-Type": type } });
    }
  }
  throw new Error(`${path} is not of build ${BUILD}`);
}

async function forgetOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(OURS) && name !== NAME);
  await Promise.all(others.map((name) => caches.delete(name)));
}

// From the network only what the browser has thrown away meanwhile.
async function answer(file, request) {
  const cache = await caches.open(NAME);
  return (await cache.match(file)) ?? fetch(request);
}
