// Acts, live renewal, sheets through a lost connection, trends. Pages can be read without it.
'use strict';
let token = document.querySelector('meta[name=token]').content;
const [GONE, QUEUED, SENT, FAILED, ACCIDENT, MIN, MAX, LAST, TIME, SIGN_IN, OVER, DOUBT] =
  document.querySelector('meta[name=texts]').content.split('|');
const lang = document.documentElement.lang;
const byId = (id) => document.getElementById(id);

function say(text, bad) {
  const said = byId('said');
  said.className = bad ? 'said bad' : 'said';
  said.textContent = text;
}

async function send(path, body, key, method) {
  const headers = {'Content-Type': 'application/json', 'Accept-Language': lang, 'Pumpwatch-Reader': 'page'};
  if (token) headers['X-Csrf-Token'] = token;
  if (key) headers['Idempotency-Key'] = key;
  // Longer than the station takes for any answer: what hangs then hangs in a network that has gone.
  const signal = AbortSignal.timeout(16000);
  const answer = await fetch(path, {method: method || 'POST', headers, body: JSON.stringify(body || {}), signal});
  const text = await answer.json();
  return {ok: answer.ok, status: answer.status, said: text.message || text.detail || '', text};
}

// ---- acts
function fields(form) {
  const body = {};
  for (const input of form.elements) {
    if (!input.name) continue;
    const value = input.value.trim();
    const type = input.dataset.type;
    if (input.type === 'checkbox') {
      if (input.checked && type === 'list') (body[input.name] ||= []).push(input.value);
      else if (input.checked) body[input.name] = true;
    } else if (type === 'lines') {
      const lines = value.split('\n').map((line) => line.trim()).filter((line) => line);
      if (lines.length) body[input.name] = lines;
    } else if (value === '') {
      continue;
    } else if (type === 'number') {
      body[input.name] = Number(value.replace(',', '.'));
    } else if (type === 'numbers') {
      body[input.name] = value.split(/[\s,;，；、]+/).filter((part) => part).map(Number);
    } else if (type === 'count') {
      (body[input.name] ||= []).push(input.dataset.of + '=' + value);
    } else if (type === 'flag') {
      body[input.name] = value === 'true';
    } else if (type === 'list') {
      body[input.name] = [value];
    } else {
      body[input.name] = value;
    }
  }
  return body;
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.dataset.act) return;
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    const signing = form.dataset.act === 'session';
    const answer = await send(signing ? '/api/v1/session' : '/api/v1/acts/' + form.dataset.act, fields(form));
    if (signing && answer.ok) {
      const to = new URLSearchParams(location.search).get('to') || '/';
      location.href = to.startsWith('/') && !to.startsWith('//') && !to.includes('\\') ? to : '/';
      return;
    }
    for (const pin of form.querySelectorAll('input[type=password]')) pin.value = '';
    if (answer.ok) {
      for (const input of form.querySelectorAll('textarea,input:is([type=text],[type=date],[type=datetime-local])')) input.value = input.defaultValue;
      form.closest('details').open = false;
      if (sheet) {
        // Its items are wired up when the page loads; what was typed is kept meanwhile, and so is what the station said.
        sessionStorage.setItem('said', answer.said);
        location.reload();
        return;
      }
      const id = form.closest('details').id;
      await renew(true);
      // Who works with keys goes on where they were, and isn't sent back to the beginning.
      (byId(id)?.querySelector('summary') || byId('main')).focus({preventScroll: true});
    }
    say(answer.said, !answer.ok);
    if (!answer.ok) {
      // Several boxes of one name come as a list. A PIN that was wrong is asked again.
      const field = form.elements[answer.text.field] || (answer.status === 401 && form.elements.pin);
      (field instanceof RadioNodeList ? field[0] : field || null)?.focus();
    }
  } catch (fault) {
    say(FAILED, true);
  } finally {
    button.disabled = false;
  }
});

document.addEventListener('click', async (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.urgent) {
    // Two presses for an accident, none of them a PIN: the first asks, so that nobody calls by brushing past.
    if (button.dataset.urgent === 'accident' && button.dataset.armed !== 'yes') {
      button.dataset.armed = 'yes';
      const text = button.textContent;
      button.textContent = '▲ ' + ACCIDENT;
      setTimeout(() => { button.dataset.armed = ''; button.textContent = text; }, 5000);
      return;
    }
    try {
      const answer = await send('/api/v1/acts/' + button.dataset.urgent, {});
      say(answer.said, !answer.ok);
      if (answer.ok) renewState();
    } catch (fault) {
      say(FAILED, true);
    }
  } else if (button.id === 'sign-out') {
    await send('/api/v1/session', {}, null, 'DELETE').catch(() => null);
    // What was kept for a round shows who was here.
    await self.caches?.delete(KEEP);
    location.href = '/';
  } else if (button.id === 'print') {
    print();
  } else if (button.classList.contains('answer')) {
    answerItem(button.closest('fieldset'));
  }
});

// ---- live
let renewing = false;
async function renew(whole) {
  if (renewing) return;
  renewing = true;
  try {
    const answer = await fetch(location.href, {headers: {'Accept': 'text/html'}});
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    replace(byId('state'), page.getElementById('state'));
    const main = byId('main');
    const next = page.getElementById('main');
    const ids = (root) => [...root.children].map((each) => each.id).join();
    if (ids(main) !== ids(next) && (whole || !busy(main))) {
      main.replaceChildren(...next.childNodes);
      return;
    }
    for (const block of main.children) {
      if (block.id && next.ownerDocument.getElementById(block.id)) replace(block, page.getElementById(block.id), whole);
    }
  } finally {
    renewing = false;
  }
}

// What somebody is writing in, or has written in, stays as it is.
function busy(part) {
  if (part.contains(document.activeElement) && document.activeElement.matches('input,textarea,select')) return true;
  return [...part.querySelectorAll('input:not([type=hidden]),textarea')].some((input) =>
    input.type === 'checkbox' || input.type === 'radio' ? input.checked !== input.defaultChecked
      : input.value !== input.defaultValue);
}

function replace(old, now, whole) {
  if (!now || old.outerHTML === now.outerHTML || (!whole && busy(old))) return;
  if (old.tagName === 'DETAILS') {
    now.open = old.open;
    if (old.outerHTML === now.outerHTML) return;
  }
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const again = focused && focused.getAttribute('href');
  const region = focused && focused.classList.contains('scroll');
  old.replaceWith(now);
  if (region) now.querySelector('.scroll')?.focus();
  if (again) [...now.querySelectorAll('a')].find((a) => a.getAttribute('href') === again)?.focus();
}

let heard = Date.now();
let stream = null;
// A browser has few connections for one station: only the page in front holds one.
function listen() {
  if (stream || document.hidden) return;
  heard = Date.now();
  stream = new EventSource('/api/v1/stream');
  const live = document.body.dataset.live === 'yes';
  stream.addEventListener('status', () => {
    heard = Date.now();
    byId('gone').hidden = true;
    if (live) renew(false).catch(() => null);
  });
  for (const kind of ['alarms', 'entry']) stream.addEventListener(kind, () => { if (!live) renewState(); });
}
function hush() {
  if (stream) stream.close();
  stream = null;
}
addEventListener('pagehide', hush);
addEventListener('pageshow', listen);
document.addEventListener('visibilitychange', () => { if (document.hidden) hush(); else listen(); });
async function renewState() {
  const answer = await fetch('/?part=state').catch(() => null);
  if (answer && answer.ok) {
    replace(byId('state'), new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('state'));
  }
}
setInterval(() => {
  if (stream && Date.now() - heard > 3000) {
    const gone = byId('gone');
    if (gone.hidden) { gone.hidden = false; gone.textContent = GONE; }
  }
}, 500);

// ---- sheets
const sheet = document.querySelector('.checks');
const storeKey = sheet && ['sheet', sheet.dataset.sheet, sheet.dataset.key, sheet.dataset.person].join('/');
function stored() {
  try { return JSON.parse(localStorage.getItem(storeKey) || '{}'); } catch (fault) { return {}; }
}
function store(items) {
  if (Object.keys(items).length) localStorage.setItem(storeKey, JSON.stringify(items));
  else localStorage.removeItem(storeKey);
  const waiting = Object.values(items).filter((each) => each.key).length;
  const queue = byId('queue');
  queue.hidden = waiting === 0;
  queue.textContent = waiting ? QUEUED.replace('#', waiting) : '';
}
function typed(item) {
  const verdict = item.querySelector('input[type=radio]:checked');
  const get = (name) => item.querySelector('input[name=' + name + ']')?.value.trim() || '';
  return {verdict: verdict ? verdict.value : '', value: get('value'), text: get('text'), location: get('location')};
}
function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
}
function answerItem(item) {
  const items = stored();
  // Decided now and not when it is sent: what is sent again must be the same to the last letter to be done once.
  items[item.dataset.item] = {...typed(item), key: newKey(), correct: item.dataset.answered === 'yes'};
  store(items);
  item.querySelector('.sent').textContent = '…';
  flush();
}
let flushing = false;
// What an item was refused for stands below until one is taken.
let refused = '';
async function flush() {
  if (flushing || !sheet) return;
  flushing = true;
  try {
    for (const [id, each] of Object.entries(stored())) {
      if (!each.key) continue;
      const body = {sheet: sheet.dataset.sheet, item: id};
      if (each.value !== '') body.value = Number(each.value.replace(',', '.'));
      if (each.verdict && each.value === '') body.verdict = each.verdict;
      else if (each.verdict && each.verdict !== 'normal') body.verdict = each.verdict;
      if (each.text) body.text = each.text;
      if (each.location) body.location = each.location;
      const item = sheet.querySelector('[data-item="' + CSS.escape(id) + '"]');
      if (each.correct) body.correct = true;
      const answer = await send('/api/v1/acts/sheet-item', body, each.key);
      const unknown = answer.status === 401 || answer.text.code === 'session.token' || ['pin', 'person'].includes(answer.text.field);
      if (answer.status >= 500 || answer.status === 429 || unknown) {
        // It stays in the queue: after the station is back, or after signing in again, it goes out.
        if (unknown && !await newToken()) say(SIGN_IN, true);
        throw new Error(answer.said);
      }
      // A station that was restarted in between has forgotten the key, though not what it keeps.
      if (answer.text.code === 'sheet.answered' && await isKept(id, each)) answer.ok = true;
      const items = stored();
      // Only what was sent: it may have been typed anew meanwhile.
      if (items[id] && items[id].key === each.key) {
        if (answer.ok) delete items[id]; else items[id].key = '';
        store(items);
      }
      if (item) {
        if (answer.ok) item.dataset.answered = 'yes';
        item.querySelector('.sent').textContent = (answer.ok ? '✓ ' + SENT : '◆ ') + (answer.ok ? '' : answer.said);
      }
      if (!answer.ok) say(refused = answer.said, true);
      else if (byId('said').textContent === refused) say('');
      if (answer.ok) await progress();
    }
  } catch (fault) {
    store(stored());
  } finally {
    flushing = false;
  }
}
async function fresh() {
  const answer = await fetch(location.href).catch(() => null);
  return answer && answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
}
// A page that was kept on this device may be older than the session.
async function newToken() {
  const page = await fresh();
  const now = page && page.querySelector('meta[name=token]').content;
  if (!now || now === token || page.querySelector('.checks').dataset.person !== sheet.dataset.person) return false;
  token = now;
  return true;
}
async function isKept(id, each) {
  const kept = (await fresh())?.querySelector('.checks [data-item="' + CSS.escape(id) + '"]');
  if (!kept) return false;
  const is = typed(kept);
  const same = each.value === '' ? is.verdict === each.verdict
    : Number(is.value) === Number(each.value.replace(',', '.'));
  return same && is.text === each.text;
}
async function progress() {
  const page = await fresh();
  if (!page) return;
  byId('progress').textContent = page.getElementById('progress').textContent;
  for (const form of page.querySelectorAll('details.act')) {
    if (byId(form.id)) continue;
    // Where the page has it: before what is done after it.
    let next = form.nextElementSibling;
    while (next && !(next.id && byId(next.id))) next = next.nextElementSibling;
    byId('main').insertBefore(form, next && byId(next.id));
  }
}
if (sheet && sheet.dataset.open === 'yes') {
  for (const item of sheet.querySelectorAll('fieldset')) {
    if (item.querySelector('input[type=radio]:checked')) item.dataset.answered = 'yes';
  }
  for (const [id, each] of Object.entries(stored())) {
    const item = sheet.querySelector('[data-item="' + CSS.escape(id) + '"]');
    if (!item) continue;
    for (const radio of item.querySelectorAll('input[type=radio]')) radio.checked = radio.value === each.verdict;
    for (const name of ['value', 'text', 'location']) {
      const input = item.querySelector('input[name=' + name + ']');
      if (input) input.value = each[name] || '';
    }
  }
  // What is typed is kept at once, before anybody presses anything.
  sheet.addEventListener('input', (event) => {
    const item = event.target.closest('fieldset');
    const items = stored();
    items[item.dataset.item] = {...typed(item), key: ''};
    store(items);
    // Where nothing can be missing one press is the whole answer; else it goes out by its button.
    const asksMore = item.dataset.number === 'yes' || item.dataset.evidence === 'yes' || item.querySelector('input[name=location]');
    if (event.target.type === 'radio' && event.target.value !== 'abnormal' && !asksMore) answerItem(item);
  });
  store(stored());
  addEventListener('online', flush);
  setInterval(flush, 3000);
  flush();
}

// A round that was opened once opens again without a connection; what is typed then waits in this device.
const KEEP = 'rounds';
async function keepPage() {
  const cache = await caches.open(KEEP);
  const parts = [byId('css').href, byId('js').src];
  await Promise.all(parts.map(async (part) => { if (!await cache.match(part)) await cache.add(part); }));
  for (const old of await cache.keys()) {
    if (new URL(old.url).pathname.startsWith('/s/') && !parts.includes(old.url)) await cache.delete(old);
  }
  const page = await fetch(location.href);
  if (page.ok && !page.redirected) await cache.put(location.pathname, page);
}
if (sheet && 'serviceWorker' in navigator) {
  navigator.serviceWorker.register('/s/sw.js', {scope: '/rounds/'}).then(keepPage).catch(() => null);
}
// Answers that wait on this device are told of on every page, those of a round that is over for good too.
for (let i = 0; i < localStorage.length; i++) {
  const key = localStorage.key(i);
  if (!key.startsWith('sheet/') || key === storeKey) continue;
  let waiting = [];
  try { waiting = Object.values(JSON.parse(localStorage.getItem(key))).filter((each) => each.key); } catch (fault) { /* not ours */ }
  if (!waiting.length) continue;
  const [, id, ...rest] = key.split('/');
  const note = document.createElement('p');
  note.className = 'note mark-medium';
  const link = document.createElement('a');
  link.href = '/rounds/' + encodeURIComponent(id);
  const over = sheet && sheet.dataset.sheet === id && sheet.dataset.person === rest.at(-1);
  link.textContent = (over ? OVER : QUEUED).replace('#', waiting.length).replace('@', rest.slice(0, -1).join(' '));
  note.append(link);
  if (over) {
    note.append(': ' + waiting.map((each) => [each.verdict, each.value, each.text].filter((part) => part).join(' ')).join('; '));
  }
  byId('said').after(note);
}

const before = sessionStorage.getItem('said');
if (before) {
  sessionStorage.removeItem('said');
  say(before);
}

// ---- trends
const chart = byId('chart');
async function trends() {
  await Promise.all([
    new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = chart.dataset.js;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    }),
    new Promise((done) => {
      const style = document.createElement('link');
      style.rel = 'stylesheet';
      style.href = chart.dataset.css;
      style.onload = done;
      document.head.append(style);
    })]);
  let plot;
  let loading = 0;
  let shownFrom = 0;
  let shownTo = 0;
  // The station's own clock, wherever the reader sits.
  const zone = chart.dataset.zone;
  const clock = (parts) => new Intl.DateTimeFormat('sv', {timeZone: zone, hourCycle: 'h23', ...parts});
  const dated = clock({year: 'numeric', month: '2-digit', day: '2-digit'});
  const day = {format: (ms) => dated.format(ms).slice(5)};
  const minute = {hour: '2-digit', minute: '2-digit'};
  const whole = clock({year: 'numeric', month: '2-digit', day: '2-digit', ...minute, second: '2-digit'});
  const shown = (value, format) => (value === null ? '' : format.format(value * 1000));
  const round = (value) => String(Number(value.toPrecision(5)));
  async function load(from, to) {
    const mine = ++loading;
    const points = Math.max(200, Math.min(2000, chart.clientWidth));
    const query = new URLSearchParams({tag: chart.dataset.tag, points});
    if (from) { query.set('from', Math.floor(from)); query.set('to', Math.ceil(to)); }
    const answer = await fetch(chart.dataset.href + '?' + query, {headers: {'Accept-Language': lang}});
    if (!answer.ok || mine !== loading) return;
    draw(await answer.json());
  }
  // Names side by side where their lines are too near each other to stand below one another.
  function nameLimits(u, lines) {
    const ratio = devicePixelRatio || 1;
    const left = u.bbox.left + 4 * ratio;
    let rowY = -Infinity;
    let x = left;
    u.ctx.textAlign = 'left';
    u.ctx.textBaseline = 'bottom';
    for (const [y, name] of lines.sort((a, b) => a[0] - b[0])) {
      if (y - rowY >= 14 * ratio) {
        rowY = y;
        x = left;
      }
      u.ctx.fillText(name, x, rowY - 2 * ratio);
      x += u.ctx.measureText(name + '  ').width;
    }
  }
  function draw(trend) {
    shownFrom = Date.parse(trend.from);
    shownTo = Date.parse(trend.to);
    for (const link of document.querySelectorAll('a[href^="/api/v1/export?page=trends"]')) {
      const href = new URL(link.href);
      href.searchParams.set('from', trend.from);
      href.searchParams.set('to', trend.to);
      link.href = href.pathname + href.search;
    }
    const at = trend.at.map((ms) => ms / 1000);
    const doubtful = trend.last.map((value, i) => (trend.quality[i] > 0 ? value : null));
    const data = [at, trend.max, trend.min, trend.last, doubtful];
    // Limits of the same value share a line: names above each other can't be read.
    const named = new Map(trend.ruleLow === null ? [] : [[trend.ruleLow, ''], [trend.ruleHigh, '']]);
    for (const limit of trend.limits) {
      named.set(limit.setpoint, [named.get(limit.setpoint), limit.point].filter((name) => name).join(', '));
    }
    const lines = [...named];
    const numbers = trend.min.concat(trend.max).filter((value) => value !== null);
    byId('chart-words').textContent = numbers.length
      ? MIN + ' ' + round(Math.min(...numbers)) + ' ' + trend.unit + ', ' + MAX + ' ' + round(Math.max(...numbers)) + ' ' + trend.unit
      : '–';
    const options = {
      width: chart.clientWidth,
      height: 340,
      cursor: {drag: {x: true, y: false, setScale: false}},
      scales: {x: {time: true, min: Date.parse(trend.from) / 1000, max: Date.parse(trend.to) / 1000}},
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), zone),
      axes: [{
        values: (u, splits, axis, space, step) => {
          const time = step >= 86400 ? day : clock(step >= 60 ? minute : {...minute, second: '2-digit'});
          return splits.map((at, i) => (i || step >= 86400 ? '' : shown(at, day) + '\n') + shown(at, time));
        }
      }, {label: trend.unit, size: 60}],
      series: [{label: TIME, value: (u, at) => shown(at, whole)}, {label: MAX, stroke: '#7b8890', width: 1}, {label: MIN, stroke: '#7b8890', width: 1},
        {label: LAST, stroke: '#1d2327', width: 1.5},
        {label: DOUBT, stroke: '#8a3b00', width: 3, dash: [4, 4]}],
      bands: [{series: [1, 2], fill: 'rgba(90,105,115,.25)'}],
      hooks: {
        draw: [(u) => {
          u.ctx.save();
          u.ctx.setLineDash([6, 4]);
          const names = [];
          u.ctx.strokeStyle = '#665000';
          u.ctx.fillStyle = '#665000';
          for (const [value, name] of lines) {
            const y = u.valToPos(value, 'y', true);
            if (y < u.bbox.top || y > u.bbox.top + u.bbox.height) continue;
            u.ctx.beginPath();
            u.ctx.moveTo(u.bbox.left, y);
            u.ctx.lineTo(u.bbox.left + u.bbox.width, y);
            u.ctx.stroke();
            if (name) names.push([y, name]);
          }
          nameLimits(u, names);
          u.ctx.restore();
        }],
        setSelect: [(u) => {
          if (u.select.width > 4) {
            load(u.posToVal(u.select.left, 'x') * 1000, u.posToVal(u.select.left + u.select.width, 'x') * 1000);
          }
        }]
      }
    };
    if (plot) plot.destroy();
    plot = new uPlot(options, data, chart);
    chart.dataset.drawn = 'yes';
  }
  for (const button of document.querySelectorAll('[data-span]')) {
    button.addEventListener('click', () => {
      const to = Date.now();
      load(to - button.dataset.span * 1000, to);
    });
  }
  // What dragging does, for keys and fingers: half of what is shown further, half of it, twice as much.
  const MOVES = {earlier: [-0.5, -0.5], later: [0.5, 0.5], in: [0.25, -0.25], out: [-0.5, 0.5]};
  for (const button of document.querySelectorAll('[data-move]')) {
    button.addEventListener('click', () => {
      const width = shownTo - shownFrom;
      const [before, after] = MOVES[button.dataset.move].map((part) => part * width);
      let from = shownFrom + before;
      let to = shownTo + after;
      if (to - from < 2000 || to - from > 370 * 86400000) return;
      const over = Math.max(0, to - Date.now());
      // Never into what hasn't come: the end stays at now.
      from = button.dataset.move === 'later' ? from - over : from;
      to -= over;
      load(from, to);
    });
  }
  await load();
}
if (chart) trends().catch(() => say(FAILED, true));

if (innerWidth < 900) byId('menu').open = false;
listen();
