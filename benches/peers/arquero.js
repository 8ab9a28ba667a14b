// Arquero, with expressions and parameters as its documentation advises. Dimensions whose filters did not
// change keep their counts, as any page would have it.

import * as aq from "arquero";
import { DATE, DAYS, FIRST_DAY, NAMES, VALUES, columns } from "./rows.js";

export default class Arquero {
    static label = "Arquero";

    load(rows) {
        this.labels = rows.labels;
        this.table = aq.table(columns(rows));
        this.known = NAMES.map(() => null);
    }

    go(view) {
        // The rows under one set of filters are the same for all dimensions that are not filtered.
        const filtered = new Map();
        return NAMES.map((name, at) => {
            const [condition, params] = this.condition(view, at);
            const key = condition + JSON.stringify(params);
            if (this.known[at]?.key !== key) {
                if (!filtered.has(key)) {
                    const table = this.table.params(params);
                    filtered.set(key, condition ? table.filter(condition) : table);
                }
                const counted = filtered.get(key).groupby(name).count();
                this.known[at] = { key, keys: counted.array(name), counts: counted.array("count") };
            }
            return this.known[at];
        });
    }

    /** All filters but one, as an expression. */
    condition(view, leftOut) {
        const terms = [], params = {};
        view.selected.forEach((selected, column) => {
            if (selected.length === 0 || column === leftOut) return;
            const equal = selected.map((code, at) => {
                params[`v${column}_${at}`] = code;
                return `d.c${column} === $.v${column}_${at}`;
            });
            terms.push(`(${equal.join(" || ")})`);
        });
        if (view.days && leftOut !== DATE) {
            terms.push("d.date >= $.from && d.date < $.to");
            [params.from, params.to] = view.days.map(day => FIRST_DAY + day);
        }
        if (view.query) {
            params.hits = this.labels[7].map(text => text.includes(view.query));
            terms.push("$.hits[d.c7]");
        }
        return [terms.length ? `(d, $) => ${terms.join(" && ")}` : "", params];
    }

    read(all) {
        return all.map(({ keys, counts }, column) => {
            const read = new Uint32Array(column === DATE ? DAYS : VALUES[column]);
            keys.forEach((key, at) => read[column === DATE ? key - FIRST_DAY : key] = counts[at]);
            return read;
        });
    }

    csv(text) {
        return aq.fromCSV(text).numRows();
    }
}
