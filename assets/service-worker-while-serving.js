// The service worker of a page that is being worked on: it keeps nothing, forgets what another build at this
// address has kept, and goes, so that a reload always shows the latest build.

const OURS = `security-diplomacy-explorer ${self.registration.scope} `;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(forget()));

async function forget() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS)).map((name) => caches.delete(name)));
  await self.registration.unregister();
}
