// Runs one engine over one number of rows and leaves in `window.result`: times in milliseconds by
// kind of operation, memory in bytes, and a fingerprint of all counts after every operation.

import { csv, generate } from "./rows.js";
import { JUMP, MOVE, START, WARM_UP, scenario } from "./scenario.js";

/** The class of each engine. Only the one that is asked for is loaded: the others' code is not in its way. */
const ENGINES = {
    ours: () => import("./ours.js"),
    crossfilter: () => import("./crossfilter.js"),
    arquero: () => import("./arquero.js"),
    duckdb: () => import("./duckdb.js"),
    falcon: () => import("./falcon.js"),
    mosaic: () => import("./mosaic.js"),
    plain: () => import("./plain.js"),
};
/** The most rows of a CSV text: Chromium's strings end at half a gigabyte. */
const CSV_ROWS = 1_000_000;
/** How often it is read. */
const CSV_TIMES = 3;

/** FNV-1a over all counts. */
function fingerprint(counts) {
    let hash = 0x811c9dc5;
    for (const column of counts) {
        for (const count of column) hash = Math.imul(hash ^ count, 0x01000193);
    }
    return hash >>> 0;
}

/** Bytes of this page with its workers, after garbage is collected, or null in a browser that does not tell. */
async function memory() {
    globalThis.gc?.();
    try {
        return (await performance.measureUserAgentSpecificMemory()).bytes;
    } catch (error) {
        // Chromium's shell has the function and refuses it.
        if (error.name === "SecurityError") return null;
        throw error;
    }
}

async function bench(name, count) {
    const { default: Engine } = await ENGINES[name]();
    const engine = new (Engine.forRows?.(count) ?? Engine)();
    const times = {};
    const time = async (kind, work, divided = 1) => {
        const began = performance.now();
        const done = work();
        // Whoever answers at once is not made to wait for a turn of the event loop.
        const value = done instanceof Promise ? await done : done;
        (times[kind] ??= []).push((performance.now() - began) / divided);
        return value;
    };
    /** What takes less than the clock can tell is done again, many at a time. */
    const again = async operations => {
        const { together } = engine.constructor;
        for (const kind of together ? [MOVE, JUMP] : []) {
            const views = operations.filter(one => one.kind === kind).map(one => one.view);
            times[kind] = [];
            for (let sample = 0; sample < 50; sample++) {
                await time(kind, () => {
                    for (let at = 0; at < together; at++) engine.go(views[(sample + at) % views.length]);
                }, together);
            }
        }
    };
    if (engine.start) await time("boot", () => engine.start());
    const before = name === "plain" ? null : await memory();
    let rows = generate(count);
    await time("load", () => engine.load(rows));
    engine.prepare?.();
    rows = null;

    const operations = scenario(count);
    const fingerprints = [];
    let previous = null, changed;
    for (const { kind, view } of operations) {
        if (previous === JUMP && kind !== JUMP) await again(operations);
        // What an engine keeps of the warm-up would be found again by the first steps that are timed.
        if (previous === WARM_UP && kind !== WARM_UP) await engine.forget?.();
        previous = kind;
        // A turn of the event loop, so that whoever asks whether the result is there is answered.
        await new Promise(resolve => setTimeout(resolve));
        // Some engines have to know of what is filtered by before the first step there.
        const activation = view.changed === changed ? null : engine.activation?.(view);
        if (activation) await time(kind === START ? "start" : `${kind} start`, activation);
        changed = view.changed;
        const result = await time(kind === START ? "first step" : kind, () => engine.go(view));
        fingerprints.push(fingerprint(engine.read(result)));
    }
    const held = before === null ? null : await memory() - before;
    if (engine.csv && count <= CSV_ROWS) {
        const text = csv(generate(count));
        for (let run = 0; run < CSV_TIMES; run++) {
            // Each gets it as it takes it from a file: as bytes, or as text.
            const input = engine.csvInput?.(text) ?? text;
            const parsed = await time("csv", () => engine.csv(input));
            if (parsed !== count) throw new Error(`${name} read ${parsed} of ${count} rows of CSV`);
        }
    }
    return {
        engine: name, label: engine.constructor.label, rows: count, times, memory: held,
        bytes: engine.bytes?.() ?? null, fingerprints,
        browser: navigator.userAgent, date: new Date().toISOString().slice(0, 10),
    };
}

const asked = new URLSearchParams(location.search);
const shown = document.getElementById("shown");
bench(asked.get("engine") ?? "ours", Number(asked.get("rows") ?? 100_000)).then(
    result => {
        shown.textContent = JSON.stringify(result, null, 1);
        window.result = result;
    },
    error => {
        shown.textContent = error.stack ?? error;
        window.result = { error: String(error.stack ?? error) };
    },
);
