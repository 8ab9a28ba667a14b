//! Two built pages beside each other: the same steps in two windows of one browser, in turn, so that
//! whatever slows the machine slows both.

use browser_tests::hooks::{chart, mark, marks};
use browser_tests::host::Host;
use browser_tests::input::Point;
use browser_tests::screen::Screen;
use browser_tests::{Failure, Outcome, Page};
use explorer_view::chart::Chart;
use fantoccini::wd::WindowHandle;
use serde_json::json;

use crate::pages::Pages;
use crate::report::{median, verdict};
use crate::targets::targets;
use crate::updates::{UPDATE, clear, durations, measured, rest};
use crate::{SLOWDOWN, in_browser};

/// How many times as long as that of the other page a step may take.
const RATIO: f64 = 1.0;
/// How many times as long it should take.
const AIM: f64 = 0.8;
/// Fresh browsers at each speed: where a program comes to lie in memory makes it faster or slower.
const ROUNDS: usize = 5;
/// Steps of each kind and page in a browser that count.
const COUNTED: usize = 40;
/// Steps before them: what is run for the first time is slower.
const WARMING: usize = 4;

/// A kind of step.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Click,
    Brush,
    Repaint,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Click, Self::Brush, Self::Repaint];

    const fn name(self) -> &'static str {
        match self {
            Self::Click => "click on a mark",
            Self::Brush => "step of a brush",
            Self::Repaint => "repaint of the map (zoom)",
        }
    }
}

/// What the steps of a kind took, in milliseconds.
#[derive(Debug, Default)]
struct Times {
    /// In the page that is measured.
    page: Vec<f64>,
    /// In the one beside it.
    beside: Vec<f64>,
}

impl Times {
    /// How many times as long as beside, to three digits: what is printed is what is judged.
    fn ratio(&self) -> f64 {
        let ratio = median(&self.page) / median(&self.beside);
        (ratio * 1000.0).round() / 1000.0
    }

    /// The median of the ratios of each step to the same one beside it: it is not moved by some steps
    /// being longer than others, and says how much of the ratio of the medians is noise.
    fn ratio_of_pairs(&self) -> f64 {
        let pairs = self.page.iter().zip(&self.beside);
        median(&pairs.map(|(page, beside)| page / beside).collect::<Vec<_>>())
    }
}

/// Prints the medians of both pages and their ratios, and returns whether all of these are within
/// the budget.
pub fn beside(pages: &Pages) -> Outcome<bool> {
    let Ok([page, beside]) = <[Host; 2]>::try_from(pages.hosts()?) else {
        println!(
            "\nNo other build is named that this one could be measured beside (--beside DIR)."
        );
        return Ok(true);
    };
    let steps = ROUNDS * COUNTED;
    println!(
        "\n{:<56} {:>9} {:>9} {:>9} {:>9}   by browser",
        format!("Beside another build, {steps} steps of each, medians (ms)"),
        "page",
        "beside",
        "ratio",
        "in pairs"
    );
    let mut within = true;
    for slowdown in [1, SLOWDOWN] {
        let mut all: [Times; 3] = Default::default();
        let mut ratios: [Vec<f64>; 3] = Default::default();
        for round in 0..ROUNDS {
            let homes = [page.url_of_its_own()?, beside.url_of_its_own()?];
            let measured = in_browser("bench-beside", async move |page| {
                measure(page, homes, round, slowdown).await
            })?;
            for (at, times) in measured.into_iter().enumerate() {
                ratios[at].push(times.ratio());
                all[at].page.extend(times.page);
                all[at].beside.extend(times.beside);
            }
        }
        for ((kind, times), ratios) in Kind::ALL.iter().zip(&all).zip(&ratios) {
            within &= row(*kind, slowdown, times, ratios);
        }
    }
    Ok(within)
}

fn row(kind: Kind, slowdown: u32, times: &Times, ratios: &[f64]) -> bool {
    let slowed =
        if slowdown == 1 { String::new() } else { format!(", processor {slowdown}× slower") };
    let what = format!("{}{slowed}", kind.name());
    let (page, beside, ratio) = (median(&times.page), median(&times.beside), times.ratio());
    let pairs = times.ratio_of_pairs();
    let least = ratios.iter().copied().fold(f64::INFINITY, f64::min);
    let most = ratios.iter().copied().fold(0.0, f64::max);
    let within = ratio <= RATIO;
    let aim = if ratio <= AIM { "reached" } else { "not reached" };
    println!(
        "  {what:<54} {page:>9.2} {beside:>9.2} {ratio:>9.3} {pairs:>9.3}   {least:.2} to {most:.2}  {}; {aim}: the aim of {AIM}",
        verdict(within, &format!("{ratio:.3} of {RATIO:.1}"))
    );
    within
}

/// Opens both pages and makes the steps in them in turn, kind by kind.
async fn measure(
    page: Page,
    homes: [String; 2],
    round: usize,
    slowdown: u32,
) -> Outcome<[Times; 3]> {
    let [first, second] = homes;
    let windows = [
        Window::open(page.hosted_at(&first), slowdown).await?,
        Window::open(page.hosted_at(&second), slowdown).await?,
    ];
    let mut all: [Times; 3] = Default::default();
    for (kind, times) in Kind::ALL.into_iter().zip(&mut all) {
        let steps = [windows[0].prepare(kind).await?, windows[1].prepare(kind).await?];
        for step in 0..WARMING + COUNTED {
            // Neither is always the first one.
            let order = if (round + step).is_multiple_of(2) { [0, 1] } else { [1, 0] };
            for at in order {
                windows[at].step(&steps[at], step).await?;
            }
        }
        times.page = windows[0].finish(&steps[0]).await?;
        times.beside = windows[1].finish(&steps[1]).await?;
    }
    Ok(all)
}

/// One of the two pages, in its window. Both are in sight: one in the background would not be drawn.
struct Window {
    page: Page,
    handle: WindowHandle,
    /// How many times slower the processor is during a step.
    slowdown: u32,
}

/// The steps of a kind.
enum Steps {
    /// Each of these marks is clicked twice: filtered and cleared.
    Click(Vec<(Chart, String)>),
    /// The brush is pulled over these points.
    Brush(Vec<Point>),
    /// By the keyboard into the map and out of it: it is laid out and drawn anew.
    Repaint,
}

impl Window {
    async fn open(page: Page, slowdown: u32) -> Outcome<Self> {
        let handle = page.client().new_window(false).await?.handle;
        let window = Self { page, handle, slowdown };
        window.enter().await?;
        window.page.look_on(Screen::DESKTOP).await?;
        window.page.load("#/overview").await?;
        window.page.first_view().await?;
        // An older build does not tell when all of it is there: the marks of its last chart are.
        let last = marks(Chart::Forums);
        let script = format!("return document.querySelector({}) !== null", json!(last));
        window.page.until("all marks are there", &script).await?;
        let script = "return document.visibilityState === 'visible'";
        window.page.until("the window is in sight", script).await?;
        rest(&window.page).await?;
        Ok(window)
    }

    /// Has the next commands sent to this window.
    async fn enter(&self) -> Outcome {
        Ok(self.page.client().switch_to_window(self.handle.clone()).await?)
    }

    /// Goes where the steps are made.
    async fn prepare(&self, kind: Kind) -> Outcome<Steps> {
        self.enter().await?;
        let steps = match kind {
            Kind::Click => {
                let shown = self.page.observe().await?;
                Steps::Click(targets(&shown, (WARMING + COUNTED).div_ceil(2)))
            }
            Kind::Brush => {
                let timeline = marks(Chart::Timeline);
                self.page.reach(&timeline).await?;
                let bins = self.page.middles(&timeline).await?;
                let Some((first, others)) = bins.split_first() else {
                    return Err(Failure::new("the timeline has no bins to brush"));
                };
                self.page.press_mouse(*first).await?;
                let there_and_back = others.iter().chain(others.iter().rev().skip(1));
                Steps::Brush(there_and_back.copied().collect())
            }
            Kind::Repaint => {
                let screen = Screen { width: 1700, height: 1000, ..Screen::DESKTOP.at(2.0) };
                self.page.look_on(screen).await?;
                self.page.go("#/map").await?;
                let first = format!("{} .marks button", chart(Chart::Map));
                self.page.reach(&first).await?;
                let focus = "document.querySelector(arguments[0]).focus()";
                self.page.run(focus, &[first.into()]).await?;
                Steps::Repaint
            }
        };
        rest(&self.page).await?;
        clear(&self.page).await?;
        Ok(steps)
    }

    /// Makes a step and waits until it is measured.
    async fn step(&self, steps: &Steps, at: usize) -> Outcome {
        self.enter().await?;
        self.slow(self.slowdown).await?;
        match steps {
            Steps::Click(marks) => {
                let (chart, value) = &marks[at / 2 % marks.len()];
                self.page.click(&mark(*chart, value)).await?;
            }
            Steps::Brush(points) => self.page.pull(points[at % points.len()]).await?,
            Steps::Repaint => {
                self.page.press(&[if at.is_multiple_of(2) { '+' } else { '-' }]).await?
            }
        }
        measured(&self.page, at + 1).await?;
        // A slowed window would keep a core busy while the other one has its turn.
        self.slow(1).await
    }

    async fn slow(&self, rate: u32) -> Outcome {
        if self.slowdown == 1 {
            return Ok(());
        }
        let rate = json!({ "rate": rate });
        self.page.devtools("Emulation.setCPUThrottlingRate", rate).await.map(drop)
    }

    /// Returns what those steps took that count, and takes back what they left.
    async fn finish(&self, steps: &Steps) -> Outcome<Vec<f64>> {
        self.enter().await?;
        let times = durations(&self.page, UPDATE).await?;
        if let Steps::Brush(points) = steps {
            self.page.let_go(points[0]).await?;
            rest(&self.page).await?;
        }
        Ok(times.into_iter().skip(WARMING).take(COUNTED).collect())
    }
}
