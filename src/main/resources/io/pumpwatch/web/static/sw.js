// Opens a round or sheet that was opened before when the station can't be reached. Asks the station first, always.
'use strict';
const KEEP = 'rounds';
const PATIENCE_MS = 5000;
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/s/')) event.respondWith(part(event.request));
  else if (event.request.mode === 'navigate') event.respondWith(page(event.request, url));
});
// Style and script have another address when they change: a kept one is never old.
async function part(request) {
  const kept = await caches.match(request, {cacheName: KEEP});
  return kept || fetch(request);
}
async function page(request, url) {
  try {
    const answer = await fetch(request.url, {
      credentials: 'same-origin', redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS)});
    if (answer.ok) await (await caches.open(KEEP)).put(url.pathname, answer.clone());
    return answer;
  } catch (gone) {
    const kept = await caches.match(url.pathname, {cacheName: KEEP});
    if (kept) return kept;
    throw gone;
  }
}
