// Falcon (falcon-vis): a view per dimension. The one that is going to be filtered by is activated, which counts
// for each of its pixels once; from then on its filters are answered by these counts. As its documentation
// advises, the rows are an Arrow table up to a million of them, and a table of DuckDB-Wasm beyond.

import { tableFromArrays } from "apache-arrow";
import { ArrowDB, DuckDB, FalconVis } from "falcon-vis";
import { fill, open } from "./database.js";
import { DATE, DAYS, FIRST_DAY, NAMES, VALUES, columns } from "./rows.js";

const ARROW_ROWS = 1_000_000;

/** A bin and a pixel for each day, and an empty one at both ends: Falcon's brush never begins before its second pixel. */
const PIXELS = DAYS + 2;
const RANGE = [FIRST_DAY - 1, FIRST_DAY + DAYS + 1];

/**
 * The number between two days that stands for the beginning of the later one. Falcon rounds the ends of a brush to
 * pixels with one pixel less than it counts with, and takes them as they are while another view is active: this
 * is in the middle of the numbers that mean the same for both.
 */
function beginning(day) {
    const pixel = day + 1;
    return RANGE[0] + ((pixel - 1) * PIXELS / (PIXELS - 1) + pixel) / 2;
}

/** The dimension of a column. Values are codes, as all engines get them. */
function dimension(column) {
    const name = NAMES[column];
    if (column === DATE) return { type: "continuous", name, range: RANGE, bins: PIXELS, exact: true, resolution: PIXELS };
    return { type: "categorical", name, range: Array.from({ length: VALUES[column] }, (_, code) => code) };
}

export default class Falcon {
    static label = "Falcon";

    static forRows(count) {
        return count > ARROW_ROWS ? FalconOnDuckDb : Falcon;
    }

    async load(rows) {
        this.labels = rows.labels;
        this.falcon = new FalconVis(await this.tableOf(rows));
        const made = async column => {
            const view = await this.falcon.view1D(dimension(column));
            view.onChange(() => this.told?.(view));
            return view;
        };
        this.views = [];
        for (let column = 0; column <= DATE; column++) this.views.push(await made(column));
        // One more to search by, as a view has one filter.
        this.search = await made(7);
        await this.falcon.link();
    }

    tableOf(rows) {
        return new ArrowDB(tableFromArrays(columns(rows)));
    }

    viewOf({ changed }) {
        return changed === null ? this.search : this.views[changed];
    }

    activation(view) {
        return () => this.activate(this.viewOf(view));
    }

    async activate(view) {
        await view.activate();
        // On DuckDB, activation is over before its queries are.
        await Promise.all(this.falcon.index.values());
    }

    async go(view) {
        const active = this.viewOf(view);
        const all = this.toldByAllBut(active);
        await active.select(this.filter(view));
        await all;
        return this.views.map(one => one.state.filter);
    }

    /** Counts have come when every view but the active one, whose own do not change, has told of them. */
    toldByAllBut(active) {
        const silent = new Set([...this.views, this.search]);
        silent.delete(active);
        return new Promise(resolve => {
            this.told = view => {
                silent.delete(view);
                if (silent.size === 0) resolve();
            };
        });
    }

    /** The filter of the view that is active: undefined takes all rows. */
    filter({ changed, selected, days, query }) {
        if (changed === DATE) return days?.map(beginning);
        if (changed !== null) return selected[changed].length > 0 ? selected[changed] : undefined;
        if (query) return this.labels[7].flatMap((text, code) => text.includes(query) ? [code] : []);
    }

    read(all) {
        return all.map((counts, column) => column === DATE ? counts.subarray(1, 1 + DAYS) : counts);
    }
}

class FalconOnDuckDb extends Falcon {
    static label = "Falcon on DuckDB-Wasm";

    async start() {
        this.database = await open();
    }

    async tableOf(rows) {
        const connection = await this.database.connect();
        await fill(connection, columns(rows));
        await connection.close();
        return new DuckDB(this.database, "t");
    }
}
