//! Brushing time: by drag, by keyboard, by click, by typing dates.

use browser_tests::hooks::{date, hook, mark, marks, switch};
use browser_tests::input::{Point, key};
use browser_tests::native::View;
use browser_tests::{Outcome, Page, browse, browse_once};
use explorer_explore::filter::DateRange;
use explorer_explore::grain::{Grain, TimeBin};
use explorer_view::chart::Chart::Timeline;

fn bins(view: &View) -> Vec<TimeBin> {
    view.timeline().into_iter().map(|(bin, _)| bin).collect()
}

fn brushed(view: &View, first: TimeBin, last: TimeBin) -> View {
    view.after(|state| state.filters.range = DateRange::new(first.from(), last.to()))
}

/// The middles of all bins, once the timeline is in sight.
async fn middles(page: &Page, bins: &[TimeBin]) -> Outcome<Vec<Point>> {
    page.reach(&mark(Timeline, &bins[bins.len() / 2].key())).await?;
    page.middles(&marks(Timeline)).await
}

fn step(points: &[Point], from: usize, to: usize) -> Vec<Point> {
    if from <= to {
        points[from..=to].to_vec()
    } else {
        points[to..=from].iter().rev().copied().collect()
    }
}

#[test]
fn a_drag_brushes_the_bins_it_passes_in_one_step() {
    browse(async |page| -> Outcome {
        for link in ["#/overview?agency=MPS", "#/overview?by=quarter&measure=events"] {
            let all = View::of(link);
            page.open(link).await?;
            page.shows(link).await?;
            let bins = bins(&all);
            let (early, late) = (bins.len() / 4, bins.len() * 3 / 4);
            let mut now = all.clone();
            // To the right, then to the left from another place over the old range.
            for (from, to) in [(early, late), (late - 1, early + 1)] {
                let points = middles(&page, &bins).await?;
                assert_eq!(points.len(), bins.len());
                let before = page.history_length().await?;
                page.drag(&step(&points, from, to)).await?;
                let next = brushed(&all, bins[from.min(to)], bins[from.max(to)]);
                page.is_at(&next.link()).await?;
                assert_eq!(page.history_length().await?, before + 1, "one step per drag");
                page.back().await?;
                page.is_at(&now.link()).await?;
                page.forward().await?;
                page.is_at(&next.link()).await?;
                now = next;
            }
        }
        Ok(())
    });
}

#[test]
fn the_numbers_follow_the_pointer() {
    browse_once(async |page| -> Outcome {
        let all = View::of("#/overview");
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        let bins = bins(&all);
        let points = middles(&page, &bins).await?;
        let before = page.history_length().await?;
        page.press_mouse(points[12]).await?;
        for to in [15, 19, 26, 22, 14, 9, 3] {
            page.pull(points[to]).await?;
            page.shows(&brushed(&all, bins[to.min(12)], bins[to.max(12)]).link()).await?;
        }
        // Beyond the chart's edge and out of it the drag goes on, and ends at the last bin.
        let end = Point { x: 1400.0, y: points[3].y + 300.0 };
        page.pull(end).await?;
        page.shows(&brushed(&all, bins[12], bins[bins.len() - 1]).link()).await?;
        page.let_go(end).await?;
        page.is_at(&brushed(&all, bins[12], bins[bins.len() - 1]).link()).await?;
        assert_eq!(page.history_length().await?, before + 1, "one step per drag");
        // After the release the pointer brushes no more.
        page.move_mouse(points[20]).await?;
        page.is_at(&brushed(&all, bins[12], bins[bins.len() - 1]).link()).await?;
        page.back().await?;
        page.is_at("#/overview").await.map(drop)
    });
}

#[test]
fn a_click_takes_one_bin_shift_extends_and_a_second_click_clears() {
    browse_once(async |page| -> Outcome {
        for link in ["#/overview", "#/overview?by=quarter"] {
            let all = View::of(link);
            let bins = bins(&all);
            page.open(link).await?;
            page.shows(link).await?;
            let (a, b) = (bins[bins.len() / 3], bins[bins.len() / 2]);

            page.click(&mark(Timeline, &a.key())).await?;
            let shown = page.is_at(&brushed(&all, a, a).link()).await?;
            let pressed: Vec<_> = shown.charts["timeline"]
                .marks
                .iter()
                .filter(|mark| mark.pressed.as_deref() == Some("true"))
                .map(|mark| mark.value.clone())
                .collect();
            assert_eq!(pressed, [a.key()]);

            page.click_with(key::SHIFT, &mark(Timeline, &b.key())).await?;
            page.is_at(&brushed(&all, a, b).link()).await?;

            page.click(&mark(Timeline, &b.key())).await?;
            page.is_at(&brushed(&all, b, b).link()).await?;

            page.click_with(key::SHIFT, &mark(Timeline, &a.key())).await?;
            page.is_at(&brushed(&all, a, b).link()).await?;

            page.click(&mark(Timeline, &a.key())).await?;
            page.is_at(&brushed(&all, a, a).link()).await?;
            page.click(&mark(Timeline, &a.key())).await?;
            page.is_at(link).await?;
        }
        Ok(())
    });
}

#[test]
fn handles_move_by_keyboard() {
    browse(async |page| -> Outcome {
        let all = View::of("#/overview");
        let bins = bins(&all);
        let start = brushed(&all, bins[10], bins[20]);
        page.open(&start.link()).await?;
        page.shows(&start.link()).await?;
        for (handle, keys, first, last) in [
            ("brush-from", vec![key::RIGHT], 11, 20),
            ("brush-from", vec![key::LEFT, key::LEFT], 9, 20),
            ("brush-to", vec![key::LEFT], 9, 19),
            ("brush-to", vec![key::RIGHT, key::RIGHT], 9, 21),
        ] {
            page.run("one(arguments[0]).focus()", &[handle.into()]).await?;
            for key in keys {
                page.press(&[key]).await?;
            }
            page.is_at(&brushed(&all, bins[first], bins[last]).link()).await?;
            let state = format!(
                "const handle = one('{handle}');
                 return [handle.getAttribute('role'), document.activeElement === handle,
                     ['aria-valuenow', 'aria-valuetext', 'aria-label'].every(name => handle.getAttribute(name))]"
            );
            let expected = serde_json::json!(["slider", true, true]);
            page.until_equal(&format!("{handle}: role, focus kept, value said"), &state, expected)
                .await?;
        }
        Ok(())
    });
}

#[test]
fn handles_can_be_dragged() {
    browse(async |page| -> Outcome {
        let all = View::of("#/overview");
        let bins = bins(&all);
        let start = brushed(&all, bins[10], bins[20]);
        page.open(&start.link()).await?;
        page.shows(&start.link()).await?;
        let points = middles(&page, &bins).await?;
        let before = page.history_length().await?;
        let handle = page.middles(&hook("brush-to")).await?[0];
        let y = handle.y;
        let path: Vec<_> =
            [handle].into_iter().chain((21..=25).map(|at| Point { x: points[at].x, y })).collect();
        page.drag(&path).await?;
        page.is_at(&brushed(&all, bins[10], bins[25]).link()).await?;
        assert_eq!(page.history_length().await?, before + 1, "one step per drag");
        let handle = page.middles(&hook("brush-from")).await?[0];
        page.drag(&[handle, Point { x: points[8].x, y }, Point { x: points[6].x, y }]).await?;
        page.is_at(&brushed(&all, bins[6], bins[25]).link()).await.map(drop)
    });
}

#[test]
fn the_grain_is_switched_and_kept_in_the_link() {
    browse_once(async |page| -> Outcome {
        let start = View::of("#/overview?from=2024-02&to=2024-09");
        page.open(&start.link()).await?;
        for grain in [Grain::Quarter, Grain::Month] {
            page.click(&switch("grain", grain.id())).await?;
            page.is_at(&start.after(|state| state.grain = grain).link()).await?;
        }
        Ok(())
    });
}

#[test]
fn dates_can_be_typed() {
    browse(async |page| -> Outcome {
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        page.write(&date("from"), "2023-11-15").await?;
        page.press(&[key::TAB]).await?;
        page.is_at("#/overview?from=2023-11-15").await?;
        page.write(&date("to"), "2024").await?;
        page.press(&[key::ENTER]).await?;
        page.is_at("#/overview?from=2023-11-15&to=2024").await?;
        for wrong in ["2024-02-30", "24", "soon"] {
            page.write(&date("to"), wrong).await?;
            page.press(&[key::TAB]).await?;
            let script = "return visible(one('date-error')) && one('date-error').textContent";
            let text = page.until(&format!("{wrong} is refused"), script).await?.to_string();
            assert!(text.contains(wrong) || text.contains("YYYY"), "{text}");
            page.is_at("#/overview?from=2023-11-15&to=2024").await?;
        }
        page.write(&date("to"), "2024-06").await?;
        page.press(&[key::TAB]).await?;
        page.is_at("#/overview?from=2023-11-15&to=2024-06").await?;
        page.until_equal("the error", "return visible(one('date-error'))", false).await?;
        page.write(&date("from"), "").await?;
        page.press(&[key::TAB]).await?;
        page.is_at("#/overview?to=2024-06").await?;
        // The fields say what the address says.
        page.go("#/overview?from=2023-05&to=2023-09").await?;
        page.until_equal(
            "the fields",
            "return ['from', 'to'].map(name => one('facet-date').querySelector(`input[name=${name}]`).value)",
            serde_json::json!(["2023-05", "2023-09"]),
        )
        .await
    });
}
