//! A problem in the list of them.

use explorer_number::grouped;
use explorer_reader::Problem;
use leptos::prelude::*;

/// A problem.
#[component]
pub fn ProblemRow(
    /// The problem.
    problem: Problem,
) -> impl IntoView {
    let Problem { row, column, value, expected, .. } = problem;
    view! {
        <tr data-test="problem">
            <th scope="row">{grouped(row)}</th>
            <td>{column.unwrap_or_else(|| "the row".to_owned())}</td>
            <td>{value}</td>
            <td>{expected}</td>
        </tr>
    }
}
