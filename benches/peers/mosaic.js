// Mosaic (@uwdata/mosaic-core) over DuckDB-Wasm: a client per dimension, all filtered by one crossfilter
// selection. Clauses say what they mean (points of a column, an interval of pixels), so that the coordinator keeps
// tables of counts for what is filtered by (pre-aggregation); activating a clause makes them in advance.

import { Coordinator, Selection, clauseInterval, clausePoints, makeClient, wasmConnector } from "@uwdata/mosaic-core";
import { Query, count } from "@uwdata/mosaic-sql";
import { fill, open } from "./database.js";
import { DATE, DAYS, FIRST_DAY, NAMES, VALUES, columns } from "./rows.js";

/** A pixel for each day. */
const SCALE = { type: "linear", domain: [FIRST_DAY, FIRST_DAY + DAYS], range: [0, DAYS] };

export default class Mosaic {
    static label = "Mosaic";

    async start() {
        this.database = await open();
        this.connection = await this.database.connect();
    }

    async load(rows) {
        await fill(this.connection, columns(rows));
        this.labels = rows.labels;
        const connector = wasmConnector({ duckdb: this.database, connection: this.connection });
        // Gathering the queries of a frame into one is for others than these, and would only make them wait.
        this.coordinator = new Coordinator(connector, { logger: null, consolidate: false });
        this.selection = Selection.crossfilter();
        this.counts = [];
        this.clients = NAMES.map((name, column) => makeClient({
            coordinator: this.coordinator,
            selection: this.selection,
            query: filter => Query.from("t").select({ key: name, count: count() }).where(filter).groupby("key"),
            queryResult: table => this.counts[column] = table,
            queryError: error => this.failure = error,
        }));
        await this.answered(Promise.all(this.clients.map(client => client.pending)));
    }

    activation(view) {
        return () => this.activate(view);
    }

    async activate({ changed }) {
        const { preaggregator } = this.coordinator;
        const sample = { selected: VALUES.map(() => [0]), days: [0, DAYS], query: this.labels[7][0] };
        this.selection.activate(this.clause({ ...sample, changed }));
        await this.answered(Promise.all([...preaggregator.entries.values()].map(entry => entry?.result)));
    }

    async go(view) {
        this.selection.update(this.clause(view));
        await this.answered(this.selection.pending("value"));
        return this.counts.slice();
    }

    /** A query that fails is told to its client only. */
    async answered(promise) {
        await promise;
        if (this.failure) throw this.failure;
    }

    /** The filter that changed: null as value takes all rows. */
    clause({ changed, selected, days, query }) {
        if (changed === DATE) {
            // Both ends are in it.
            const interval = days && [FIRST_DAY + days[0], FIRST_DAY + days[1] - 1];
            return clauseInterval(NAMES[DATE], interval, { source: this.clients[DATE], scale: SCALE });
        }
        const points = codes => codes.map(code => [code]);
        if (changed === null) {
            // The search is no client's: what it finds filters its column's counts as well.
            const hits = this.labels[7].flatMap((text, code) => text.includes(query) ? [code] : []);
            return clausePoints([NAMES[7]], query ? points(hits) : null, { source: this.selection });
        }
        const codes = selected[changed];
        return clausePoints([NAMES[changed]], codes.length > 0 ? points(codes) : null, { source: this.clients[changed] });
    }

    /** Tables of counts and answers outlive what they were made for: without this, nothing would be left to start. */
    async forget() {
        this.coordinator.clear({ clients: false });
        await this.coordinator.preaggregator.dropSchema();
    }

    read(all) {
        return all.map((table, column) => {
            const counts = new Uint32Array(column === DATE ? DAYS : VALUES[column]);
            const [keys, found] = ["key", "count"].map(name => table.getChild(name).toArray());
            keys.forEach((key, at) => counts[column === DATE ? key - FIRST_DAY : key] = found[at]);
            return counts;
        });
    }
}
