// DuckDB-Wasm. One query per operation; dimensions whose filters did not change keep their counts.

import { fill, open } from "./database.js";
import { DATE, DAYS, FIRST_DAY, NAMES, VALUES, columns } from "./rows.js";

export default class DuckDb {
    static label = "DuckDB-Wasm";

    async start() {
        this.database = await open();
        this.connection = await this.database.connect();
    }

    async load(rows) {
        await fill(this.connection, columns(rows));
        const texts = rows.labels[7].map((text, code) => `(${code}, '${text}')`);
        await this.connection.query(`CREATE TABLE texts AS SELECT * FROM (VALUES ${texts.join()}) v(code, text)`);
        this.known = NAMES.map(() => ({}));
    }

    async go(view) {
        const conditions = NAMES.map((_, at) => this.condition(view, at));
        const changed = NAMES.map((_, at) => at).filter(at => this.known[at].condition !== conditions[at]);
        const parts = changed.map(at =>
            `SELECT ${at} AS d, ${NAMES[at]}::INTEGER AS k, count(*)::INTEGER AS n FROM t ${conditions[at]} GROUP BY ${NAMES[at]}`);
        if (parts.length > 0) {
            const result = await this.connection.query(parts.join(" UNION ALL "));
            for (const at of changed) this.known[at] = { condition: conditions[at], result };
        }
        return this.known;
    }

    /** All filters but one. */
    condition(view, leftOut) {
        const terms = [];
        view.selected.forEach((selected, column) => {
            if (selected.length && column !== leftOut) terms.push(`c${column} IN (${selected.join()})`);
        });
        if (view.days && leftOut !== DATE) {
            const [from, to] = view.days.map(day => FIRST_DAY + day);
            terms.push(`date >= ${from} AND date < ${to}`);
        }
        if (view.query) {
            terms.push(`c7 IN (SELECT code FROM texts WHERE contains(text, '${view.query}'))`);
        }
        return terms.length ? `WHERE ${terms.join(" AND ")}` : "";
    }

    read(known) {
        return known.map(({ result }, column) => {
            const counts = new Uint32Array(column === DATE ? DAYS : VALUES[column]);
            const [d, k, n] = ["d", "k", "n"].map(name => result.getChild(name).toArray());
            for (let at = 0; at < d.length; at++) {
                if (d[at] === column) counts[column === DATE ? k[at] - FIRST_DAY : k[at]] = n[at];
            }
            return counts;
        });
    }

    /** It takes the bytes over. */
    csvInput(text) {
        return new TextEncoder().encode(text);
    }

    async csv(bytes) {
        await this.database.registerFileBuffer("rows.csv", bytes);
        await this.connection.query("CREATE OR REPLACE TABLE csv AS SELECT * FROM read_csv('rows.csv')");
        const result = await this.connection.query("SELECT count(*)::INTEGER AS n FROM csv");
        return result.getChild("n").get(0);
    }
}
