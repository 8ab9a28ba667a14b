// The engine of this repository.

import init, * as module from "./engine.js";
import { DATE, DAYS, FIRST_DAY, VALUES } from "./rows.js";

/** Bytes that are loaded at a time. */
const SLICE = 1 << 20;

export default class Ours {
    static label = "this engine";
    /** Its brush steps are shorter than the clock's: so many are timed together. */
    static together = 40;

    async start() {
        await init();
    }

    load({ codes, labels, days }) {
        const builder = new module.Builder();
        codes.forEach((codes, column) => builder.category(`c${column}`, labels[column], codes));
        builder.days("date", days);
        this.engine = builder.finish();
    }

    /** Which bin of the engine each day is in, or would be: it has bins only for days that occur. */
    prepare() {
        const days = this.engine.days(DATE);
        this.bins = new Int32Array(DAYS + 1);
        for (let day = 0, bin = 0; day <= DAYS; day++) {
            while (bin < days.length && days[bin] < FIRST_DAY + day) bin++;
            this.bins[day] = bin;
        }
        this.days = days;
    }

    /** Only the brush has to start before its first step. */
    activation({ changed }) {
        return changed === DATE ? () => this.startBrush() : null;
    }

    startBrush() {
        this.engine.start_brush(DATE);
        this.isBrushing = true;
    }

    go(view) {
        const { engine } = this;
        if (view.changed === DATE && view.days) {
            if (!this.isBrushing) this.startBrush();
            engine.brush(this.bins[view.days[0]], this.bins[view.days[1]]);
        } else {
            this.isBrushing = false;
            if (view.changed === null) engine.search([7], view.query);
            else engine.select(view.changed, view.changed === DATE ? [] : view.selected[view.changed]);
        }
        return engine.all_counts();
    }

    read(all) {
        let start = 0;
        return [...VALUES, DAYS].map((bins, column) => {
            const counts = all.subarray(start, start += this.engine.bins(column));
            if (column < DATE) return counts.subarray(0, bins);
            const byDay = new Uint32Array(DAYS);
            this.days.forEach((day, bin) => byDay[day - FIRST_DAY] = counts[bin]);
            return byDay;
        });
    }

    /** Bytes by its own account. */
    bytes() {
        return this.engine.memory();
    }

    /** The page has a file's bytes, and never its text. */
    csvInput(text) {
        return new TextEncoder().encode(text);
    }

    /** Number of rows of a CSV file, loaded in slices as the page does into a table that is ready for filters. */
    csv(bytes) {
        const file = new module.File();
        for (let at = 0; at < bytes.length; at += SLICE) file.push(bytes.subarray(at, at + SLICE));
        return file.finish();
    }
}
