// crossfilter2, with what its documentation offers: exact filters for one value, functions for several,
// ranges for the brush. Records are numbers of rows, and accessors read typed arrays: that is
// faster and smaller than an object per row.

import crossfilter from "crossfilter2";
import { DATE, DAYS, FIRST_DAY, VALUES } from "./rows.js";

export default class Crossfilter {
    static label = "crossfilter2";

    load({ count, codes, labels, days }) {
        this.labels = labels;
        const filter = crossfilter(Array.from({ length: count }, (_, row) => row));
        this.dimensions = codes.map(codes => filter.dimension(row => codes[row]));
        this.dimensions.push(filter.dimension(row => days[row]));
        // One more to search by, as a dimension has one filter.
        this.search = filter.dimension(row => codes[7][row]);
        this.groups = this.dimensions.map(dimension => dimension.group().reduceCount());
    }

    go(view) {
        const { changed } = view;
        if (changed === null) {
            const texts = this.labels[7];
            const hits = texts.map(text => text.includes(view.query));
            if (view.query) this.search.filterFunction(code => hits[code]);
            else this.search.filterAll();
        } else if (changed === DATE) {
            const [from, to] = view.days ?? [];
            if (view.days) this.dimensions[DATE].filterRange([FIRST_DAY + from, FIRST_DAY + to]);
            else this.dimensions[DATE].filterAll();
        } else {
            const selected = view.selected[changed];
            const dimension = this.dimensions[changed];
            if (selected.length === 0) dimension.filterAll();
            else if (selected.length === 1) dimension.filterExact(selected[0]);
            else {
                const wanted = VALUES.map(() => false);
                selected.forEach(code => wanted[code] = true);
                dimension.filterFunction(code => wanted[code] === true);
            }
        }
        return this.groups.map(group => group.all());
    }

    read(groups) {
        return groups.map((group, column) => {
            const counts = new Uint32Array(column === DATE ? DAYS : VALUES[column]);
            for (const { key, value } of group) counts[column === DATE ? key - FIRST_DAY : key] = value;
            return counts;
        });
    }
}
