// What every engine is asked to do, in the same order. A view is
//   { selected: per category the wanted codes (empty: all), days: [from, to) or null, query }
// with days counted from the first; an operation leads to a view, and is of a kind.

import { DAYS, DATE, VALUES, random } from "./rows.js";

export const WARM_UP = "warm-up", START = "start", MOVE = "move", JUMP = "jump";
export const TOGGLE = "toggle", SEARCH = "search", CHECK = "check";

/** The operations; fewer of them for very many rows, where a peer takes seconds for one. */
export function scenario(rows) {
    const some = rows > 200_000, many = rows > 2_000_000;
    const next = random(7);
    const below = bound => Math.floor(next() * bound);
    const operations = [];
    let view = { selected: VALUES.map(() => []), days: null, query: "" };
    const step = (kind, change) => {
        view = { ...view, ...change };
        operations.push({ kind, view });
    };
    const toggle = (kind, column, code) => {
        const had = view.selected[column];
        const has = had.includes(code) ? had.filter(one => one !== code) : [...had, code];
        const selected = view.selected.with(column, has.sort((a, b) => a - b));
        step(kind, { selected, changed: column });
    };
    const brush = (kind, from, to) => step(kind, { days: [from, to], changed: DATE });

    // Engines that prepare for a brush or compile as they go may do so first.
    brush(WARM_UP, 200, 290);
    for (let at = 0; at < 4; at++) brush(WARM_UP, 201 + at, 291 + at);
    step(WARM_UP, { days: null, changed: DATE });
    for (const column of [0, 7, 0, 7]) toggle(WARM_UP, column, 1);

    // A window of 90 days, moved by a day; then windows anywhere.
    brush(START, 100, 190);
    for (let at = 1; at <= (many ? 10 : 40); at++) brush(MOVE, 100 + at, 190 + at);
    for (let at = 0; at < (many ? 6 : some ? 12 : 20); at++) {
        const from = below(DAYS - 400);
        brush(JUMP, from, from + 30 + below(370));
    }
    step(CHECK, { days: null, changed: DATE });

    // In every facet a value on, another one on, and both off again.
    for (let round = 0; round < (some ? 1 : 2); round++) {
        for (let column = 0; column < DATE; column++) {
            const one = below(VALUES[column]);
            const other = (one + 1 + below(VALUES[column] - 1)) % VALUES[column];
            for (const code of many ? [one, one] : [one, other, one, other]) toggle(TOGGLE, column, code);
        }
    }

    // A text being typed, and taken back.
    for (const query of ["ka", "karu", "ruka", "min", "mind", ""]) {
        step(SEARCH, { query, changed: null });
    }

    // All of it under other filters: what is compared here is the counts only.
    toggle(CHECK, 3, 0);
    toggle(CHECK, 3, 2);
    toggle(CHECK, 6, 1);
    for (const [from, to] of [[10, 400], [11, 401], [700, 1096], [0, 1]]) brush(CHECK, from, to);
    brush(CHECK, 300, 700);
    toggle(CHECK, 6, 4);
    toggle(CHECK, 0, 1);
    step(CHECK, { query: "van", changed: null });
    toggle(CHECK, 3, 2);
    brush(CHECK, 250, 650);
    step(CHECK, { days: null, changed: DATE });
    return operations;
}
