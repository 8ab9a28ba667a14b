//! The values of a column as ranked bars.

use crate::components::figure::chart_table::{TableRow, TableView};
use crate::components::figure::marks::MarkClick;
use crate::components::figure::source::FigureFile;
use crate::components::ranked_bars::{RankedBars, RankedRow};
use crate::components::standing::standing_words;
use crate::reactive::memo;
use explorer_chart::{AgencyTint, Tint};
use explorer_explore::filter::Standing;
use explorer_meaning::agency::Agencies;
use explorer_meaning::mapping::Meaning;
use explorer_number::grouped;
use explorer_table::about::AboutColumn;
use explorer_table::bars::{BarValue, Bars, FIRST, MORE, TABLE};
use explorer_table::embedded::agencies;
use explorer_table::measure::Measure;
use explorer_table::{Answer, Question};
use leptos::html;
use leptos::prelude::*;

use super::column_facet::standing;
use super::open_table::use_open_table;
use super::tips::value_tip;

/// The numbers behind the bars of a column, and which of them are chosen.
struct Shown<'b> {
    bars: &'b Bars,
    included: &'b [u32],
    excluded: &'b [u32],
}

impl Shown<'_> {
    fn standing(&self, value: &BarValue) -> Standing {
        standing(value.bin, self.included, self.excluded)
    }

    fn rows(&self, agencies: Option<&Agencies>) -> Vec<RankedRow> {
        let row = |value: &BarValue| RankedRow {
            uncertain: 0,
            value: value.bin.to_string(),
            label: value.label.clone(),
            count: value.rows,
            length: value.length,
            words: Some(value.words.clone()),
            total: value.total,
            tint: agencies.map_or(Tint::Neutral, |agencies| {
                Tint::Agency(AgencyTint::of(agencies.find(&value.label).unwrap_or_default()))
            }),
            standing: self.standing(value),
            spoken: {
                let (_, standing) = standing_words(self.standing(value));
                format!("{}: {}{standing}", value.label, value.words)
            },
        };
        self.bars.values.iter().map(row).collect()
    }
}

/// The bars as a table.
fn table_view(bars: &Bars) -> TableView {
    let counts_rows = bars.measure == Measure::Rows;
    let row = |value: &BarValue| TableRow {
        uncertain: 0,
        value: value.bin.to_string(),
        label: value.label.clone(),
        count: value.rows,
        words: (!counts_rows).then(|| value.words.clone()),
        total: value.total,
        parts: Vec::new(),
    };
    TableView {
        uncertain: false,
        difference: false,
        first: "Value",
        counted: bars.measure.heading(),
        parts: Vec::new(),
        all: if counts_rows { "all rows" } else { "" },
        whole: if counts_rows { bars.in_view } else { 0 },
        rows: bars.values.iter().map(row).collect(),
        sum: None,
    }
}

/// The bars of a column.
#[component]
pub fn ColumnBars(
    /// The column.
    column: usize,
) -> impl IntoView {
    let node = NodeRef::<html::Figure>::new();
    let table = use_open_table().in_sight(node);
    let Some(AboutColumn { name, dimension, meaning, .. }) = table.about_column(column) else {
        return ().into_any();
    };
    // The colours of the Chinese agencies are known by their names.
    let agencies = StoredValue::new((meaning == Some(Meaning::Agency)).then(agencies));
    let expanded = RwSignal::new(false);
    let id = format!("own-bars-{column}");
    let bars = move |most: usize| Question::Bars { column, measure: table.measure().get(), most };
    let ranking =
        table.follow(move || Some(bars(if expanded.get() { MORE } else { FIRST })), taken);
    let chosen = table.chosen(dimension);
    let rows = memo(move || {
        chosen.with(|(included, excluded)| {
            ranking.with(|bars| {
                let shown = Shown { bars, included, excluded };
                agencies.with_value(|agencies| shown.rows(agencies.as_ref()))
            })
        })
    });
    let tabled = table.follow(
        {
            let id = id.clone();
            move || table.is_table(&id).then(|| bars(TABLE))
        },
        taken,
    );
    let numbers = memo(move || tabled.with(table_view));
    let finding = name.clone();
    let file = FigureFile { name: name.clone(), numbers: table.numbers(column, table.measure()) };
    let subtitle = memo(move || {
        ranking.with(|ranking| {
            let values = match ranking.distinct {
                1 => "1 value".to_owned(),
                count => format!("{} values", grouped(count as u64)),
            };
            format!("{} by {name}; {values} in view", ranking.words)
        })
    });
    let more = memo(move || {
        let distinct = ranking.with(|ranking| ranking.distinct);
        (distinct > FIRST).then(|| match expanded.get() {
            true => "Show fewer".to_owned(),
            false if distinct > MORE => {
                format!("Show the first {MORE} of {}", grouped(distinct as u64))
            }
            false => format!("Show all {distinct}"),
        })
    });
    let on_select = Callback::new(move |MarkClick { index, shift, alt, .. }: MarkClick| {
        let bin = ranking.with_untracked(|ranking| ranking.values.get(index).map(|v| v.bin));
        if let Some(bin) = bin {
            table.click_value(dimension, bin, shift, alt);
        }
    });
    let tip = Callback::new(move |index: usize| {
        ranking.with_untracked(|ranking| {
            let value = ranking.values.get(index)?;
            let standing = chosen
                .with_untracked(|(included, excluded)| standing(value.bin, included, excluded));
            let BarValue { label, words, rows, .. } = value;
            Some(value_tip(label, ranking.measure, words, *rows, ranking.in_view, standing))
        })
    });
    view! {
        <RankedBars
            id
            file=Some(file)
            finding=Signal::stored(finding)
            all=Signal::stored("all rows".to_owned())
            table=numbers
            subtitle rows more expanded on_select tip node
            on:pointerenter=move |_| table.expect(dimension)
        />
    }
    .into_any()
}

fn taken(answer: Answer) -> Option<Bars> {
    match answer {
        Answer::Bars(bars) => Some(bars),
        _ => None,
    }
}
