// DuckDB-Wasm from its files beside the page, in its worker: measured on its own, and what Mosaic and, with
// many rows, Falcon stand on.

import * as duckdb from "@duckdb/duckdb-wasm";
import { tableFromArrays, tableToIPC } from "apache-arrow";

/** A database with nothing in it. */
export async function open() {
    const worker = new Worker("duckdb-browser-eh.worker.js");
    const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
    await database.instantiate(new URL("duckdb-eh.wasm", location.href).href);
    return database;
}

/**
 * The rows as a table `t`. Columns come as Arrow, as the documentation advises, and the table is sorted by
 * date, which lets DuckDB skip blocks of rows.
 */
export async function fill(connection, columns) {
    const stream = tableToIPC(tableFromArrays(columns), "stream");
    await connection.insertArrowFromIPCStream(stream, { name: "unsorted" });
    await connection.query("CREATE TABLE t AS SELECT * FROM unsorted ORDER BY date");
    await connection.query("DROP TABLE unsorted");
}
