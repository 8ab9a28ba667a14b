// What is right: plain loops over rows. Its times are not shown.

import { DATE, DAYS, FIRST_DAY, VALUES } from "./rows.js";

export default class Plain {
    static label = "plain loops";

    load(rows) {
        this.rows = rows;
    }

    go(view) {
        const { count, codes, labels, days } = this.rows;
        const wanted = view.selected.map(selected =>
            selected.length ? bitmap(selected) : null);
        const found = view.query && bitmap(labels[7].flatMap((label, code) => label.includes(view.query) ? [code] : []));
        const counts = [...VALUES, DAYS].map(bins => new Uint32Array(bins));
        for (let row = 0; row < count; row++) {
            if (found && !found[codes[7][row]]) continue;
            // Which one filter the row fails, if it fails only one: there it still counts.
            let failed = -1, fails = 0;
            for (let column = 0; column < DATE; column++) {
                if (wanted[column] && !wanted[column][codes[column][row]]) {
                    failed = column;
                    fails++;
                }
            }
            const day = days[row] - FIRST_DAY;
            if (view.days && (day < view.days[0] || day >= view.days[1])) {
                failed = DATE;
                fails++;
            }
            if (fails > 1) continue;
            for (let column = 0; column <= DATE; column++) {
                if (fails === 0 || failed === column) {
                    counts[column][column === DATE ? day : codes[column][row]]++;
                }
            }
        }
        return counts;
    }

    read(counts) {
        return counts;
    }
}

function bitmap(codes) {
    const bits = new Uint8Array(256);
    for (const code of codes) bits[code] = 1;
    return bits;
}
