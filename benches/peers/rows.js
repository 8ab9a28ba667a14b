// The rows that every engine gets: eight categories of 3 to 190 values, skewed as real ones are, and a
// date over three years, in no order. The seed is fixed: the same rows in every run and engine.

export const VALUES = [3, 5, 8, 12, 24, 48, 96, 190];
export const DAYS = 1096;
export const FIRST_DAY = 19_000; // 2022-01-08, in days since 1970-01-01
export const DATE = VALUES.length;
/** What the columns are called where they need a name. */
export const NAMES = [...VALUES.map((_, column) => `c${column}`), "date"];

/** Mulberry32 (T. Ettinger, public domain): numbers in [0, 1) from a seed. */
export function random(seed) {
    return () => {
        seed = (seed + 0x6d2b79f5) | 0;
        let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
}

const SYLLABLES = ["ka", "ru", "min", "to", "sel", "van", "di", "or", "bek", "lu", "han", "pe"];

/** The texts of a column's values: distinct, and alike enough for a search to find several. */
function labels(column, values) {
    const word = number => SYLLABLES[number % 12] + SYLLABLES[Math.floor(number / 12) % 12];
    return Array.from({ length: values }, (_, value) =>
        `${word(value * 7 + column)} ${word(value * 5 + 3)} ${column}.${value}`);
}

/**
 * Columns of codes (Uint8Array), the texts of their values, and days since 1970-01-01 (Int32Array). The
 * value at position k of a column is about 1/k times as frequent as the first one.
 */
export function generate(count) {
    const next = random(42);
    const codes = VALUES.map(values => {
        const weights = Array.from({ length: values }, (_, value) => 1 / (value + 1));
        const whole = weights.reduce((sum, weight) => sum + weight);
        // A table of 4,096 draws: fast, and with each value in it.
        const table = new Uint8Array(4096);
        let value = 0, upTo = weights[0];
        for (let draw = 0; draw < 4096; draw++) {
            while (value < values - 1 && upTo / whole * 4096 <= draw) upTo += weights[++value];
            table[draw] = value;
        }
        return Uint8Array.from({ length: count }, () => table[next() * 4096 | 0]);
    });
    const days = Int32Array.from({ length: count }, () => FIRST_DAY + (next() * DAYS | 0));
    return { count, codes, labels: VALUES.map((values, column) => labels(column, values)), days };
}

/** The columns by their names. */
export function columns({ codes, days }) {
    return Object.fromEntries([...codes, days].map((column, at) => [NAMES[at], column]));
}

/** The same as a CSV file. */
export function csv({ count, codes, labels, days }) {
    const lines = [NAMES.join()];
    const dates = Array.from({ length: DAYS }, (_, day) =>
        new Date((FIRST_DAY + day) * 86_400_000).toISOString().slice(0, 10));
    for (let row = 0; row < count; row++) {
        let line = "";
        for (let column = 0; column < DATE; column++) line += labels[column][codes[column][row]] + ",";
        lines.push(line + dates[days[row] - FIRST_DAY]);
    }
    return lines.join("\n");
}
